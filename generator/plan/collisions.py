"""Planned pages and files to problems where two want one address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.page import Download, Page
from generator.model.problem import Location, Problem
from generator.plan.problems import ADDRESS_COLLISION


def find_collisions(planned: Iterable[Page | Download], content: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Two pages want the same address; addresses that differ only by letter case are the same on some disks.

    `content` holds (address, file) of the pages and attachments that people wrote.
    """
    taken: dict[str, str] = {}
    for address, place in (*content, *((each.address, _source(each)) for each in planned)):
        if address.lower() in taken:
            yield _collision(address, taken[address.lower()], place)
        else:
            taken[address.lower()] = place


def _collision(address: str, first: str, second: str) -> Problem:
    return Problem(
        ADDRESS_COLLISION,
        Location(second),
        f"网址 /{address} 被两处同时使用：{first} 和 {second}。",
        "给其中一处换一个编号或文件名。",
    )


def _source(planned: Page | Download) -> str:
    """The file whose fault it would be."""
    return (planned.source if isinstance(planned, Page) else None) or planned.address
