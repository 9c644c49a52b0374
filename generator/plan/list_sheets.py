"""A list too long for one page to the sheets it runs over, each with the way to its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.addresses import sheet_address
from generator.model.page import Link, Page, TopicSubject


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


def plan_sheets(sheets: Sheets, total: int, size: int) -> Iterator[Page]:
    """One page for each `size` of the list's `total` lines; an empty list has one page that says so."""
    count = max(1, -(-total // size))
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


def _link(sheets: Sheets, number: int) -> Link:
    return Link(f"第 {number} 页", sheet_address(sheets.address, number))
