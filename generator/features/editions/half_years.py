"""Labels of half-years to their days and neighbours: 2026H2 is 1 July to 31 December 2026."""

from __future__ import annotations

from datetime import date

from generator.model.calendar import ONE_DAY, Period, period_at

EDITIONS_HALF = 6
"""Months."""


def half_year_at(day: date) -> Period:
    """The half-year a day lies in."""
    return period_at(day, EDITIONS_HALF)


def half_year(label: str) -> Period:
    """The half-year of a label such as 2026H2; the label is a period already checked."""
    return period_at(date(int(label[:4]), 1 if label.endswith("H1") else 7, 1), EDITIONS_HALF)


def next_half_year(label: str) -> Period:
    """The one after."""
    return half_year_at(half_year(label).last + ONE_DAY)
