"""The long lists of the board of duties to the sheets they run over, planned, and to the lines on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar
from zlib import crc32

from generator.model.addresses import sheet_address
from generator.model.page import Link, Page, TopicSubject
from generator.render.listing_context import Pager

LEAST_ON_A_SHEET, MOST_ON_A_SHEET, LINES_TO_AN_END = 50, 150, 50
"""A sheet has so many lines; between these, one line in so many ends it: about ninety on the average.

Which lines end a sheet is told by their names. So what comes into a list, or leaves it, changes the sheet on which it
stands, and those after it find their old ends again; cut off by counting, all of them would have other lines.
"""
Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Sheets:
    """A list of a topic: `address` of its first sheet, `key` says of what it is, `crumbs` lead to it."""

    address: str
    title: str
    template: str
    frame: str
    topic: str
    key: str
    crumbs: tuple[Link, ...]
    datasets: tuple[str, ...]


def cut_sheets(lines: Sequence[Line], name: Callable[[Line], str]) -> tuple[tuple[Line, ...], ...]:
    """The lines of each sheet; an empty list has one sheet without any. `name` tells a line from all others."""
    sheets, sheet = list[tuple[Line, ...]](), list[Line]()
    for line in lines:
        sheet.append(line)
        if len(sheet) >= LEAST_ON_A_SHEET and (len(sheet) == MOST_ON_A_SHEET or _is_an_end(name(line))):
            sheets.append(tuple(sheet))
            sheet = []
    return (*sheets, tuple(sheet)) if sheet or not sheets else tuple(sheets)


def plan_sheets(sheets: Sheets, count: int) -> Iterator[Page]:
    """A page for each of the `count` sheets of the list."""
    for number in range(1, count + 1):
        yield Page(
            address=sheet_address(sheets.address, number),
            title=sheets.title if number == 1 else f"{sheets.title}（第 {number} 页）",
            template=sheets.template,
            frame=sheets.frame,
            subject=TopicSubject(sheets.topic, f"{sheets.key}/{number}", sheets.datasets),
            crumbs=sheets.crumbs,
            previous=_link(sheets, number - 1) if number > 1 else None,
            next=_link(sheets, number + 1) if number < count else None,
        )


def sheet_pager(address: str, sheet: int, count: int) -> Pager:
    """The pager of one of `count` sheets of a list whose first sheet lives at `address`; sheets count from 1."""
    return Pager(
        sheet,
        count,
        sheet_address(address, sheet - 1) if sheet > 1 else None,
        sheet_address(address, sheet + 1) if sheet < count else None,
    )


def _is_an_end(name: str) -> bool:
    return crc32(name.encode()) % LINES_TO_AN_END == 0


def _link(sheets: Sheets, number: int) -> Link:
    return Link(f"第 {number} 页", sheet_address(sheets.address, number))
