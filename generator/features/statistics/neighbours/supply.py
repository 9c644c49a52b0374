"""Supply entries, today's and those of old, to those that tell how many were helped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from generator.model.places_left import (
    UNITS_OF_PEOPLE,
    Helped,
    PlacesLeft,
    bounds_in_time,
    helped_between,
    least_banded,
    least_quota,
)

WORDS_OF_BANDS = (PlacesLeft.SOME, PlacesLeft.FEW, PlacesLeft.FULL)


class Places(NamedTuple):
    """What an entry said of its places at one time; `left` is the number that entries of old gave."""

    quota: int | None
    unit: str
    left: int | None
    word: str
    status: str

    @property
    def is_of_people(self) -> bool:
        """Whether one place is one person, household or visit."""
        return self.unit in UNITS_OF_PEOPLE


class SupplyFaultKind(StrEnum):
    """The ways in which an entry tells how many were helped; each has a message of its own."""

    NUMBER = "number"
    """It says how many places are left."""
    SMALL = "small"
    """It has so few places that only a few can have been helped."""
    BAND = "band"
    """It has too few places for any word about what is left."""
    TIME = "time"
    """Its word says too much together with what it said before."""


class SupplyFault(NamedTuple):
    """What one entry tells; `helped` is what everybody can work out."""

    kind: SupplyFaultKind
    helped: Helped | None = None


def find_fault(now: Places, before: Sequence[Places], k: int) -> SupplyFault | None:
    """What an entry tells that it must not, given what it said before in the same half-year; None where nothing.

    `before` may end with what it says now: that it was committed makes it no better.
    """
    if not now.is_of_people:
        return None
    if now.left is not None:
        return SupplyFault(SupplyFaultKind.NUMBER, None if now.quota is None else _helped(now, k))
    if now.quota is None:
        return None
    if 0 < now.quota < least_quota(k):
        return SupplyFault(SupplyFaultKind.SMALL, Helped(0, now.quota))
    if now.word in WORDS_OF_BANDS and 0 < now.quota < least_banded(k):
        return SupplyFault(SupplyFaultKind.BAND, _helped(now, k))
    earlier = before[:-1] if before and before[-1] == now else before
    narrow = _narrowed(tuple(each for each in earlier if each.quota is not None), now, k)
    return SupplyFault(SupplyFaultKind.TIME, narrow) if narrow else None


def _narrowed(before: tuple[Places, ...], now: Places, k: int) -> Helped | None:
    """A moment whose bounds today's word makes too narrow; what was told before cannot be taken back."""
    spans = _consistent(tuple(_helped(each, k) for each in before))
    silent = Helped(0, now.quota or 0)
    now_known = bounds_in_time((*spans, _helped(now, k)))
    known = bounds_in_time((*spans, silent))
    return next(
        (new for new, old in zip(now_known, known, strict=True) if 0 <= new.width < min(k, old.width)),
        None,
    )


def _consistent(spans: tuple[Helped, ...]) -> tuple[Helped, ...]:
    """From the last time on that the number seems to have fallen, as when somebody gave a place back."""
    while spans and any(each.width < 0 for each in bounds_in_time(spans)):
        spans = spans[1:]
    return spans


def _helped(said: Places, k: int) -> Helped:
    quota = said.quota or 0
    if said.left is not None:
        helped = max(0, quota - said.left)
        return Helped(helped, helped)
    return helped_between(quota, said.word, k, is_full=said.status == "full")


def without_repeats(states: Sequence[Places]) -> Iterator[Places]:
    """The states that differ from the one before."""
    if states:
        yield states[0]
    yield from (new for old, new in pairwise(states) if new != old)
