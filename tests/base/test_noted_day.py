"""The day a site is built for behaves as any other; whoever asked about it is asked again when the answer changes."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.memoising import answered, ask_again, forget_answers, question
from generator.base.noted_day import HAS_COME, THE_DAY, THE_MONTH, THE_YEAR, NotedDay, move, noted_day
from generator.base.reads import Read, ask

DAYS = st.dates(date(1900, 1, 31), date(2100, 12, 1))
NEAR = st.integers(-40, 40).map(lambda days: timedelta(days=days))
MONTHS = st.integers(-24, 24)
Asked = Callable[[date, date], object]
ASKED: dict[str, Asked] = {
    "before": lambda today, other: today < other,
    "until": lambda today, other: other >= today,
    "since": lambda today, other: today >= other,
    "after": lambda today, other: other < today,
    "same": lambda today, other: (today == other, other == today, today != other),
    "left": lambda today, other: (other - today).days,
    "passed": lambda today, other: (today - other).days,
    "later": lambda today, other: max(other, today).isoformat(),
    "earlier": lambda today, other: f"{min(today, other)}",
    "moved": lambda today, other: today - timedelta(days=30) < other <= today + timedelta(days=3),
    "month": lambda today, other: (f"{today:%Y-%m}", today.month == other.month),
    "year": lambda today, other: today.year - other.year,
    "first": lambda today, other: today.replace(day=1) <= other,
    "in": lambda today, other: today in {other},
    "told": lambda today, _other: (f"{today} {today:%d}", repr(today), today.weekday(), today.toordinal(), today.day),
}


def value(read: Read, today: date) -> object:
    """What a read gives on a day."""
    kind, *names = read
    if kind == THE_DAY:
        return today
    moved = move(today, names[-1])
    return {
        HAS_COME: lambda: moved >= date.fromisoformat(names[0]),
        THE_MONTH: lambda: moved.month,
        THE_YEAR: lambda: moved.year,
    }[kind]()


def values(reads: Iterable[Read], today: date) -> list[object]:
    """What they give on a day."""
    return [value(each, today) for each in reads]


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED.keys())
@given(today=DAYS, span=NEAR, wait=st.integers(0, 80))
def test_it_answers_as_a_plain_day_and_another_answer_comes_from_another_read(
    asked: Asked, today: date, span: timedelta, wait: int
) -> None:
    other, later = today + span, today + timedelta(days=wait)
    answer, reads = ask(asked, noted_day(today), other)
    assert answer == asked(today, other)
    if asked(later, other) != answer:
        assert values(reads, later) != values(reads, today)


@given(today=DAYS, months=MONTHS, span=NEAR, other=NEAR)
def test_a_day_that_was_moved_is_asked_as_it_was_moved(
    today: date, months: int, span: timedelta, other: timedelta
) -> None:
    moved = noted_day(today).add_months(months).replace(day=1) + span
    assert isinstance(moved, NotedDay)
    told = move(today, moved.moves)
    assert told == move(today, f"m{months:+d},f") + span
    last = told + other
    is_over, reads = ask(lambda: moved > last)
    assert is_over == (told > last) and [each[0] for each in reads] == [HAS_COME]


def test_whoever_asks_for_a_last_day_alone_is_not_asked_again_before_it() -> None:
    last = date(2026, 12, 31)
    _, reads = ask(lambda: noted_day(date(2026, 11, 25)) <= last)
    asked = [values(reads, last + timedelta(days=days)) for days in (-40, -1, 0, 1, 40)]
    assert asked == [[False], [False], [False], [True], [True]]


def test_what_looks_past_its_methods_shows_no_unnoted_today() -> None:
    today = noted_day(date(2026, 11, 25))
    assert datetime.combine(today, time()) == datetime(1, 1, 1)


def test_it_is_the_same_day_in_another_process_and_as_a_copy() -> None:
    moved = noted_day(date(2026, 11, 25)).add_months(-1)
    for again in (pickle.loads(pickle.dumps(moved)), copy.copy(moved), copy.deepcopy(moved)):
        assert isinstance(again, NotedDay) and (again.plain, again.moves) == (date(2026, 10, 25), "m-1")


@question
def days_since(subject: str, day: date, since: date) -> int:
    """Something that is asked about today."""
    return (day - since).days if subject else 0


def test_a_question_about_today_is_the_same_question_on_another_day() -> None:
    forget_answers()
    today, since = date(2026, 11, 25), date(2026, 11, 1)
    answer, reads = ask(days_since, "示例", noted_day(today).add_months(1), since)
    (read,) = reads
    assert answer == 54 and set(answered(read).reads) == {(THE_DAY,)}  # type: ignore[union-attr]
    again = ask_again(read, {"str": "别的示例"}, date(2026, 11, 26))
    assert again.answer == 55
