"""Planned pages and files to problems where two want one address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.page import Download, Page
from generator.model.problem import Problem
from generator.plan.problems import address_collision


def find_collisions(planned: Iterable[Page | Download], content: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Two pages want the same address; addresses that differ only by letter case are the same on some disks.

    `content` holds (address, file) of the pages and attachments that people wrote.
    """
    taken: dict[str, str] = {}
    for address, place in (*content, *((each.address, _source(each)) for each in planned)):
        if address.lower() in taken:
            yield address_collision(address, taken[address.lower()], place)
        else:
            taken[address.lower()] = place


def _source(planned: Page | Download) -> str:
    """The file whose fault it would be."""
    return (planned.source if isinstance(planned, Page) else None) or planned.address
