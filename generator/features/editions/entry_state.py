"""An entry and a day to whether it can still be had, and how long ago somebody last rang its number."""

from __future__ import annotations

from datetime import date, timedelta

from generator.model.calendar import add_months
from generator.model.cells import day_in, text_in
from generator.model.record import Record

OVER = frozenset({"closed", "expired"})
"""States of entries that nobody can apply for any more."""
NEVER = 99
"""How stale a number is that nobody is known to have rung."""


def is_open(record: Record, day: date) -> bool:
    """Whether an entry is neither over nor closed, and its last day has not passed."""
    return text_in(record, "status") not in OVER and not has_lapsed(record, day)


def has_lapsed(record: Record, day: date) -> bool:
    """Whether an entry's last day has passed, whatever its status says."""
    last = day_in(record, "valid_to")
    return last is not None and last < day


def staleness(checked: date | None, today: date, fresh_months: int) -> int:
    """Whole months since a number was rung; 0 while that is fresh, `NEVER` where nobody is known to have rung it."""
    if checked is None:
        return NEVER
    if today < _after_months(checked, fresh_months):  # asked first: it stays so until that day, whatever month it is
        return 0
    months = (today.year - checked.year) * 12 + today.month - checked.month
    return min(months - (today < _after_months(checked, months)), NEVER)


def _after_months(day: date, months: int) -> date:
    """The day on which so many months are whole: where the last one has no such day, the first of the next."""
    return add_months(day.replace(day=1), months) + timedelta(days=day.day - 1)
