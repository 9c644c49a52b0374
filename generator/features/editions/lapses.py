"""A district's catalogues to the days on which one fell late, overdue or delinquent: news, each told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from generator.features.editions.freshness import (
    DELINQUENT_AFTER,
    DUTY_SINCE,
    OVERDUE_AFTER,
    Freshness,
    FreshnessStatus,
    judge,
)
from generator.features.editions.half_years import EDITIONS_HALF
from generator.features.editions.place_editions import Edition
from generator.model.calendar import Period, add_months, periods_from

_MONTHS_BACK = 12
"""Older news stands on the board only."""
_STEPS = {
    FreshnessStatus.LATE: 1,
    FreshnessStatus.OVERDUE: OVERDUE_AFTER + 1,
    FreshnessStatus.DELINQUENT: DELINQUENT_AFTER + 1,
}
"""The first day of each state, counted from the half-year's last day."""


class Lapse(NamedTuple):
    """`uid` stays the same whatever becomes of the catalogue; `freshness` is how the district stood on that day."""

    uid: str
    freshness: Freshness

    @property
    def day(self) -> date:
        """The day it happened."""
        return self.freshness.day


def find_lapses(division: str, editions: Sequence[Edition], day: date, since: date) -> tuple[Lapse, ...]:
    """What happened up to a day, the newest first; a catalogue that came later undoes nothing."""
    found = _lapses(division, editions, day, max(since, DUTY_SINCE))
    return tuple(sorted(found, key=lambda each: each.day, reverse=True))


def _lapses(division: str, editions: Sequence[Edition], day: date, since: date) -> Iterator[Lapse]:
    for period in _periods_ended(day, since):
        for status, after in _STEPS.items():
            then = period.last + timedelta(days=after)
            if add_months(day, -_MONTHS_BACK) < then <= day:
                stood = judge(division, editions, then, bound=True, since=since)
                if stood.status is status and stood.owed.label == period.label:
                    yield Lapse(f"catalogues/{division}/{period.label}/{status}", stood)


def _periods_ended(day: date, since: date) -> Iterator[Period]:
    for period in periods_from(since, EDITIONS_HALF):
        if period.last >= day:
            return
        yield period
