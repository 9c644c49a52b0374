"""Planned pages and files to problems where two want one address."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain, pairwise

from generator.model.page import Download, Page
from generator.model.problem import Problem
from generator.plan.problems import address_collision


def find_collisions(
    planned: Callable[[], Iterable[Page | Download]], content: Collection[tuple[str, str]]
) -> Iterator[Problem]:
    """Two pages want the same address; addresses that differ only by letter case are the same on some disks.

    `content` holds (address, file) of the pages and attachments that people wrote; what is planned is asked for again
    where two may be the same, so that hundreds of thousands of addresses need not be held to know that none are.
    """
    if not _may_collide(chain((address for address, _ in content), (each.address for each in planned()))):
        return
    taken: dict[str, str] = {}
    for address, place in chain(content, ((each.address, _source(each)) for each in planned())):
        small = address.lower()
        if small in taken:
            yield address_collision(address, taken[small], place)
        else:
            taken[address if small == address else small] = place


def _may_collide(addresses: Iterable[str]) -> bool:
    """Told from 64 bits of each, so seldom wrong and never when it says no."""
    return any(one == other for one, other in pairwise(sorted(array("q", map(hash, map(str.lower, addresses))))))


def _source(planned: Page | Download) -> str:
    """The file whose fault it would be."""
    return (planned.source if isinstance(planned, Page) else None) or planned.address
