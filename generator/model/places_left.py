"""How many places an offer has, and roughly how many are left, to how many were helped as the public can tell.

A number of places less the number left is a number of people. So an entry says its places and a word, and every word
stands for so many numbers that a small count cannot be read from it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class PlacesLeft(StrEnum):
    """The words that an entry may say."""

    SOME = "some"
    FEW = "few"
    FULL = "full"
    ASK = "ask"


UNITS_OF_PEOPLE = frozenset({"person", "household", "time", ""})
"""Units of which one is somebody; an entry that names none may mean people."""
_FEW_OF = 5
"""Few are left where it is no more than one place in so many."""


class Helped(NamedTuple):
    """Between how many and how many were helped."""

    low: int
    high: int

    @property
    def width(self) -> int:
        """How far apart the ends are."""
        return self.high - self.low

    def within(self, other: Helped) -> Helped:
        """What both say; less than nothing where they contradict each other."""
        return Helped(max(self.low, other.low), min(self.high, other.high))


def least_quota(k: int) -> int:
    """Below this a number of places tells by itself that only a few can have been helped."""
    return k


def least_banded(k: int) -> int:
    """Below this many places no word but 请致电 leaves enough numbers, whatever is left."""
    return 2 * k + 1


def few_up_to(quota: int, k: int) -> int:
    """The most that may be left where an entry says 不多."""
    return max(k, quota // _FEW_OF)


def word_for(quota: int | None, left: int, k: int) -> PlacesLeft:
    """The word for a number left. 已满 is never worked out from it: whoever knows this line would know the number."""
    if quota is None or quota < least_banded(k):
        return PlacesLeft.ASK
    return PlacesLeft.SOME if left > few_up_to(quota, k) else PlacesLeft.FEW


def helped_between(quota: int, word: str, k: int, *, is_full: bool = False) -> Helped:
    """What places and a word tell together. 已满 and 名额已满 mean that no more than k are left, not that none is."""
    if is_full or word == PlacesLeft.FULL:
        return Helped(max(0, quota - k), quota)
    if word == PlacesLeft.FEW:
        return Helped(max(0, quota - few_up_to(quota, k)), quota)
    if word == PlacesLeft.SOME:
        return Helped(0, max(0, quota - few_up_to(quota, k) - 1))
    return Helped(0, quota)


def bounds_in_time(spans: tuple[Helped, ...]) -> tuple[Helped, ...]:
    """Each moment's bounds from all of them: who was helped is not un-helped, so the number never falls."""
    lows, highs = [each.low for each in spans], [each.high for each in spans]
    for at in range(1, len(spans)):
        lows[at] = max(lows[at], lows[at - 1])
    for at in range(len(spans) - 2, -1, -1):
        highs[at] = min(highs[at], highs[at + 1])
    return tuple(map(Helped, lows, highs))
