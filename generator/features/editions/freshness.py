"""A place's catalogues and a day to how fresh they are: in time, awaited, unknown, late, overdue, delinquent.

津民发〔2024〕22号 item 5 binds districts to one catalogue each half-year; it is counted as due on the half-year's last
day. It sets no terms beyond that: the thirty and sixty days, and everything about the city and townships, are the
house's own policy and are to be labelled so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from generator.features.duties.second_looks import holds
from generator.features.editions.half_years import half_year_at, next_half_year
from generator.features.editions.place_editions import Edition
from generator.model.calendar import Period

OVERDUE_AFTER = 30
DELINQUENT_AFTER = 60
"""Days after the due day."""
DUTY_SINCE = date(2024, 11, 14)
"""The day the policy was issued: no catalogue is owed for an earlier half-year."""


class FreshnessStatus(StrEnum):
    """How a place stands with its catalogue."""

    CURRENT = "current"
    AWAITED = "awaited"
    NO_RECORD = "no_record"
    """Its day has passed, and nobody has asked the place in writing: the site's own silence alone."""
    LATE = "late"
    OVERDUE = "overdue"
    DELINQUENT = "delinquent"
    NONE = "none"
    """No catalogue, and none owed."""


_AFTER = {
    FreshnessStatus.DELINQUENT: DELINQUENT_AFTER,
    FreshnessStatus.OVERDUE: OVERDUE_AFTER,
    FreshnessStatus.LATE: 0,
}
"""After how many days past the due day each state begins, the last first."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """How a place stood on a `day`. `bound`: whether the policy asks for catalogues, or only the house does.

    `owed` is the half-year whose catalogue is there (`CURRENT`) or is awaited; `newest` is the last one that was there.
    """

    division: str
    bound: bool
    day: date
    status: FreshnessStatus
    owed: Period
    newest: Edition | None

    @property
    def days(self) -> int:
        """Days since the owed catalogue fell due; none have passed while it is negative or 0."""
        return (self.day - self.owed.last).days

    @property
    def confirmed_on(self) -> date | None:
        """The last day on which an entry of the newest catalogue was confirmed."""
        return max((each for each in self.newest.confirmed if each <= self.day), default=None) if self.newest else None

    @property
    def age(self) -> int | None:
        """Days since the last confirmation."""
        return (self.day - self.confirmed_on).days if self.confirmed_on else None

    @property
    def entries(self) -> int:
        """Entries of the newest catalogue."""
        return len(self.newest.entries) if self.newest else 0

    @property
    def unconfirmed(self) -> int:
        """Those of them that nobody has confirmed."""
        return self.entries - sum(each <= self.day for each in self.newest.confirmed) if self.newest else 0


def with_questions(freshness: Freshness, questions: Iterable[date]) -> Freshness:
    """The same, but late, overdue and delinquent only where a written question of lately was without result.

    `questions` are the days of those about the half-year that is owed.
    """
    day, due = freshness.day, freshness.owed.last
    if freshness.status not in _AFTER or any(holds(each, due, day) for each in questions):
        return freshness
    return replace(freshness, status=FreshnessStatus.NO_RECORD)


def judge(division: str, editions: Sequence[Edition], day: date, bound: bool, since: date = DUTY_SINCE) -> Freshness:
    """How fresh a place's catalogue is on a day; catalogues confirmed later do not count yet.

    A place that never had one owes that of the half-year `since` lies in: before that, nobody collected them here.
    """
    there = (edition for edition in editions if edition.is_there(day))
    newest = max(there, key=lambda edition: edition.period, default=None)
    owed = _owed(newest, day, max(since, DUTY_SINCE))
    return Freshness(division, bound, day, _status(newest, owed, day, bound), owed, newest)


def _owed(newest: Edition | None, day: date, since: date) -> Period:
    """The present half-year if its catalogue is there, else the first that has none."""
    present = half_year_at(day)
    if newest is None:
        return half_year_at(since)
    return present if newest.period >= present.label else next_half_year(newest.period)


def _status(newest: Edition | None, owed: Period, day: date, bound: bool) -> FreshnessStatus:
    if newest is None and not bound:
        return FreshnessStatus.NONE
    if newest is not None and newest.period >= owed.label:
        return FreshnessStatus.CURRENT
    late = (status for status, after in _AFTER.items() if day > owed.last + timedelta(days=after))
    return next(late, FreshnessStatus.AWAITED)
