"""Days become other days: calendar months added as the civil code counts them, periods of a year named and bounded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.base.noted_day import NotedDay, plain_add_months

ONE_DAY = timedelta(days=1)

_SYSTEMS = {12: "", 6: "H", 3: "Q"}
_PARTS = {"": {1: "年度"}, "H": {1: "年上半年", 2: "年下半年"}, "Q": {n: f"年第{n}季度" for n in range(1, 5)}}


@dataclass(frozen=True, slots=True)
class Period:
    """A year or an equal part of one: `2025`, `2026H2`, `2026Q1`; `first` and `last` are both inside."""

    label: str
    first: date
    last: date


def add_months(day: date, months: int) -> date:
    """The same day of a later (or earlier) month; where that month is too short, its last day (Civil Code art. 202)."""
    return day.add_months(months) if isinstance(day, NotedDay) else plain_add_months(day, months)


def period_at(day: date, months: int) -> Period:
    """The period of `months` months (12, 6 or 3, counted from January) that holds `day`."""
    number = (day.month - 1) // months
    first = date(day.year, number * months + 1, 1)
    system = _SYSTEMS[months]
    label = f"{day.year}{system}{number + 1}" if system else str(day.year)
    return Period(label, first, add_months(first, months) - ONE_DAY)


def periods_from(day: date, months: int) -> Iterator[Period]:
    """The period that holds `day` and all that follow it, without end."""
    while True:
        period = period_at(day, months)
        yield period
        day = period.last + ONE_DAY


def period_name(label: str) -> str:
    """How a period's label is read out: `2025` → 2025年度, `2026H2` → 2026年下半年."""
    year, system, number = label[:4], label[4:5], int(label[5:] or 1)
    return year + _PARTS[system][number]


def chinese_date(day: date) -> str:
    """A day as it is written in Chinese: 2026年1月31日."""
    return f"{day.year}年{day.month}月{day.day}日"
