"""Freshness on the days that matter: the last and first days of half-years, and the ends of the two terms."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.features.editions.freshness import FreshnessStatus, judge
from generator.features.editions.place_editions import Edition


def edition(period: str, *days: str) -> Edition:
    """A catalogue with one entry for each day of confirmation."""
    return Edition("120103", period, (), tuple(date.fromisoformat(day) for day in days))


H1 = edition("2026H1", "2026-03-01")
H2 = edition("2026H2", "2026-09-01", "2026-10-15")


@pytest.mark.parametrize(
    ("editions", "day", "status", "owed", "days"),
    [
        ((H1,), "2026-06-30", FreshnessStatus.CURRENT, "2026H1", 0),
        ((H1,), "2026-07-01", FreshnessStatus.AWAITED, "2026H2", -183),
        ((H1,), "2026-12-31", FreshnessStatus.AWAITED, "2026H2", 0),
        ((H1,), "2027-01-01", FreshnessStatus.LATE, "2026H2", 1),
        ((H1,), "2027-01-30", FreshnessStatus.LATE, "2026H2", 30),
        ((H1,), "2027-01-31", FreshnessStatus.OVERDUE, "2026H2", 31),
        ((H1,), "2027-03-01", FreshnessStatus.OVERDUE, "2026H2", 60),
        ((H1,), "2027-03-02", FreshnessStatus.DELINQUENT, "2026H2", 61),
        ((H1, H2), "2026-12-31", FreshnessStatus.CURRENT, "2026H2", 0),
        ((H1, H2), "2027-01-01", FreshnessStatus.AWAITED, "2027H1", -180),
        ((H2,), "2026-08-31", FreshnessStatus.DELINQUENT, "2024H2", 608),
        ((H2,), "2026-09-01", FreshnessStatus.CURRENT, "2026H2", -121),
        ((), "2024-12-31", FreshnessStatus.AWAITED, "2024H2", 0),
        ((), "2025-01-01", FreshnessStatus.LATE, "2024H2", 1),
    ],
)
def test_a_district_on_the_days_that_matter(
    editions: tuple[Edition, ...], day: str, status: FreshnessStatus, owed: str, days: int
) -> None:
    found = judge("120103", editions, date.fromisoformat(day), bound=True)
    assert (found.status, found.owed.label, found.days) == (status, owed, days)


def test_a_district_that_never_had_one_owes_the_first_that_was_collected_here() -> None:
    found = judge("120103", (), date(2026, 7, 1), bound=True, since=date(2026, 1, 1))
    assert (found.status, found.owed.label, found.days) == (FreshnessStatus.LATE, "2026H1", 1)


def test_a_township_that_never_had_a_catalogue_owes_none() -> None:
    assert judge("120103001", (), date(2026, 11, 25), bound=False).status is FreshnessStatus.NONE


def test_a_township_that_stops_is_late_by_the_houses_own_policy() -> None:
    found = judge("120103001", (H1,), date(2027, 1, 1), bound=False)
    assert (found.status, found.bound) == (FreshnessStatus.LATE, False)


def test_age_counts_from_the_last_confirmation_of_the_day_and_later_ones_do_not_count_yet() -> None:
    assert judge("120103", (H2,), date(2026, 10, 1), bound=True).age == 30
    assert judge("120103", (H2,), date(2026, 10, 20), bound=True).age == 5


def test_a_catalogue_nobody_confirmed_does_not_count() -> None:
    found = judge("120103", (edition("2026H2"),), date(2026, 11, 25), bound=True)
    assert (found.status, found.newest) == (FreshnessStatus.DELINQUENT, None)


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)))
def test_waiting_only_makes_it_worse_until_a_catalogue_comes(day: date) -> None:
    order = [
        FreshnessStatus.CURRENT,
        FreshnessStatus.AWAITED,
        FreshnessStatus.LATE,
        FreshnessStatus.OVERDUE,
        FreshnessStatus.DELINQUENT,
    ]
    today, tomorrow = (judge("120103", (H1,), each, bound=True) for each in (day, day + timedelta(days=1)))
    if day >= H1.confirmed[0]:
        assert order.index(today.status) <= order.index(tomorrow.status)
