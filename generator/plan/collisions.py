"""Planned pages to problems where two want one address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.page import Page
from generator.model.problem import Location, Problem, Severity


def find_collisions(pages: Iterable[Page], content: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Two pages want the same address; addresses that differ only by letter case are the same on some disks.

    `content` holds (address, file) of the pages that people wrote.
    """
    taken = {address.lower(): file for address, file in content}
    for page in pages:
        place = page.source or page.address
        address = page.address.lower()
        if address not in taken:
            taken[address] = place
        else:
            yield Problem(
                "address-collision",
                Severity.ERROR,
                Location(place),
                f"网址 /{page.address} 被两处同时使用：{taken[address]} 和 {place}。",
                "给其中一处换一个编号或文件名。",
            )
