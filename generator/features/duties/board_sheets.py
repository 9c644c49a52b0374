"""The long lists of the board of duties to the sheets they run over, planned, and to the lines on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.model.addresses import sheet_address
from generator.model.page import Link, Page, TopicSubject
from generator.render.listing_context import Pager

LINES_A_SHEET = 100
"""How many lines one sheet holds; a line is short."""
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


def plan_sheets(sheets: Sheets, total: int) -> Iterator[Page]:
    """A page for each hundred of the list's `total` lines; an empty list has one page that says so."""
    count = _count(total)
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


def lines_on(sheet: int, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines on one sheet; sheets count from 1."""
    return lines[(sheet - 1) * LINES_A_SHEET : sheet * LINES_A_SHEET]


def sheet_pager(address: str, sheet: int, total: int) -> Pager:
    """The pager of one sheet of a list whose first sheet lives at `address`."""
    count = _count(total)
    return Pager(
        sheet,
        count,
        sheet_address(address, sheet - 1) if sheet > 1 else None,
        sheet_address(address, sheet + 1) if sheet < count else None,
    )


def _count(total: int) -> int:
    return max(1, -(-total // LINES_A_SHEET))


def _link(sheets: Sheets, number: int) -> Link:
    return Link(f"第 {number} 页", sheet_address(sheets.address, number))
