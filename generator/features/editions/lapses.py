"""A district's catalogues to the days on which one was first missing, late, overdue: news, each told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from generator.features.editions.freshness import (
    DELINQUENT_AFTER,
    DUTY_SINCE,
    OVERDUE_AFTER,
    Freshness,
    FreshnessStatus,
    judge,
    with_questions,
)
from generator.features.editions.half_years import EDITIONS_HALF
from generator.features.editions.place_editions import Edition
from generator.model.calendar import Period, add_months, periods_from

_MONTHS_BACK = 12
"""Older news stands on the board only."""
_STEPS = (1, OVERDUE_AFTER + 1, DELINQUENT_AFTER + 1)
"""The first day of each state, counted from the half-year's last day."""
_NEWS = frozenset(
    {FreshnessStatus.NO_RECORD, FreshnessStatus.LATE, FreshnessStatus.OVERDUE, FreshnessStatus.DELINQUENT}
)
Questions = Callable[[str], Sequence[date]]
"""The days on which the district was asked in writing for the catalogue of a half-year, and had none to show."""


class Lapse(NamedTuple):
    """`uid` stays the same whatever becomes of the catalogue; `freshness` is how the district stood on that day."""

    uid: str
    freshness: Freshness

    @property
    def day(self) -> date:
        """The day it happened."""
        return self.freshness.day


class District(NamedTuple):
    """A district's code, its catalogues, and when it was asked for which."""

    code: str
    editions: Sequence[Edition]
    questions: Questions


def find_lapses(district: District, day: date, since: date) -> tuple[Lapse, ...]:
    """What happened up to a day, the newest first; a catalogue that came later undoes nothing."""
    found: dict[str, Lapse] = {}
    for each in _lapses(district, day, max(since, DUTY_SINCE)):
        found.setdefault(each.uid, each)
    recent = (each for each in found.values() if each.day > add_months(day, -_MONTHS_BACK))
    return tuple(sorted(recent, key=lambda each: each.day, reverse=True))


def _lapses(district: District, day: date, since: date) -> Iterator[Lapse]:
    for period in _periods_ended(day, since):
        asked = district.questions(period.label)
        for then in sorted({period.last + timedelta(days=after) for after in _STEPS} | set(asked)):
            if period.last < then <= day:
                stood = judge(district.code, district.editions, then, bound=True, since=since)
                stood = with_questions(stood, asked)
                if stood.status in _NEWS and stood.owed.label == period.label:
                    yield Lapse(f"catalogues/{district.code}/{period.label}/{stood.status}", stood)


def _periods_ended(day: date, since: date) -> Iterator[Period]:
    for period in periods_from(since, EDITIONS_HALF):
        if period.last >= day:
            return
        yield period
