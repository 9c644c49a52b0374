"""The words of a case to the figures in them, and a figure to the record that backs it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.model.record import Record

_UNITS = r"人次|人|户|名|位|元|家|场|次|份|套|件|个家庭|小时"
_FIGURE = re.compile(rf"(?<![\d.\-—:：/第])(\d[\d,，]*(?:\.\d+)?)\s?(万|亿)?\s?({_UNITS})(?![\d])")
_TIMES = {"万": 10_000, "亿": 100_000_000}
_SAME = {"名": "人", "位": "人", "个家庭": "户"}
SMALLEST = 10
"""Smaller numbers tell a story, they claim no result."""
NUMBERS = (
    "income",
    "income_in_kind",
    "spending",
    "management_cost",
    "balance",
    "beneficiaries",
    "households",
    "services",
)
"""What a disclosure says in figures."""


class Figure(NamedTuple):
    """A number with its unit as a case tells it; `start` and `end` in the text."""

    value: Decimal
    unit: str
    start: int
    end: int


def find_figures(text: str) -> Iterator[Figure]:
    """Numbers of people, households, times and money; ten thousands are written out, `名` and `位` are people."""
    for found in _FIGURE.finditer(text):
        value = Decimal(found[1].replace(",", "").replace("，", "")) * _TIMES.get(found[2] or "", 1)
        unit = _SAME.get(found[3], found[3])
        if value >= SMALLEST:
            yield Figure(value, unit, found.start(), found.end())


def same_unit(unit: str) -> str:
    """The unit under which figures are compared."""
    return _SAME.get(unit, unit)


def is_told(value: Decimal, disclosure: Record) -> bool:
    """Whether a disclosure holds this number, in a field or in its summary."""
    numbers = (disclosure.values.get(name) for name in NUMBERS)
    if any(isinstance(number, int | Decimal) and number == value for number in numbers):
        return True
    summary = str(disclosure.values.get("summary") or "")
    return any(figure.value == value for figure in find_figures(summary))


def backed_figures(rows: tuple[Record, ...]) -> Mapping[tuple[Decimal, str], Record]:
    """The declared figures of a case by value and unit."""
    return {
        (Decimal(str(row.values["value"])), same_unit(str(row.values["unit"]))): row
        for row in rows
        if row.values["value"] is not None
    }
