"""News of late catalogues: told on the right day, once, and never taken back."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.features.editions.lapses import District, find_lapses
from generator.features.editions.place_editions import Edition

SINCE = date(2026, 1, 1)
LATE = Edition("120103", "2026H1", (), (date(2026, 8, 10),))
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))


ASKED = (date(2026, 7, 1), date(2026, 7, 31), date(2026, 8, 30))
"""A question on the first day of each state."""


def told(editions: tuple[Edition, ...], day: date, asked: tuple[date, ...] = ASKED) -> list[tuple[str, str]]:
    district = District("120103", editions, lambda period: asked if period == "2026H1" else ())
    return [(each.uid, each.day.isoformat()) for each in find_lapses(district, day, SINCE)]


def test_nothing_is_told_on_the_last_day_and_lateness_the_day_after() -> None:
    assert told((), date(2026, 6, 30)) == []
    assert told((), date(2026, 7, 1)) == [("catalogues/120103/2026H1/late", "2026-07-01")]


def test_whoever_was_not_asked_is_not_called_late() -> None:
    assert told((), date(2026, 9, 30), ()) == [("catalogues/120103/2026H1/no_record", "2026-07-01")]


def test_whoever_is_asked_only_later_is_told_then() -> None:
    assert told((), date(2026, 8, 10), (date(2026, 8, 9),)) == [
        ("catalogues/120103/2026H1/overdue", "2026-08-09"),
        ("catalogues/120103/2026H1/no_record", "2026-07-01"),
    ]


def test_the_same_at_the_end_of_the_year() -> None:
    first = (Edition("120103", "2026H1", (), (date(2026, 6, 1),)),)
    assert told(first, date(2026, 12, 31)) == []
    assert told(first, date(2027, 1, 1)) == [("catalogues/120103/2026H2/no_record", "2027-01-01")]


def test_overdue_and_delinquent_follow_on_the_31st_and_61st_day() -> None:
    assert told((), date(2026, 7, 31))[0] == ("catalogues/120103/2026H1/overdue", "2026-07-31")
    assert told((), date(2026, 8, 30))[0] == ("catalogues/120103/2026H1/delinquent", "2026-08-30")


def test_what_came_late_stays_told_and_goes_no_further() -> None:
    assert [uid.rpartition("/")[2] for uid, _ in told((LATE,), date(2026, 11, 25))] == ["overdue", "late"]


def test_news_older_than_a_year_is_left_to_the_board() -> None:
    assert told((LATE,), date(2027, 8, 1)) == [
        (uid, day) for uid, day in told((LATE,), date(2027, 8, 1)) if day > "2026-08-01"
    ]


@given(DAYS, st.integers(0, 300))
def test_news_stays_what_it_was_for_a_year(day: date, later: int) -> None:
    now = {each: stamp for each, stamp in told((LATE,), day) if date.fromisoformat(stamp) > day - timedelta(days=60)}
    then = dict(told((LATE,), day + timedelta(days=later)))
    assert now.items() <= then.items()
