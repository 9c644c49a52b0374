"""The words of a text to the quantities in them: a number with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

_UNITS = r"人次|人|户|名|位|元|家|场|次|份|套|件|个家庭|小时"
_QUANTITY = re.compile(rf"(?<![\d.\-—:：/第])(\d[\d,，]*(?:\.\d+)?)\s?(万|亿)?\s?({_UNITS})(?![\d])")
_TIMES = {"万": 10_000, "亿": 100_000_000}
_SAME = {"名": "人", "位": "人", "个家庭": "户"}
_SMALLEST = 10
"""Smaller numbers tell a story, they claim no result."""


class Quantity(NamedTuple):
    """A number with its unit as a case tells it; `start` and `end` in the text."""

    value: Decimal
    unit: str
    start: int
    end: int


def find_quantities(text: str) -> Iterator[Quantity]:
    """Numbers of people, households, times and money; ten thousands are written out, `名` and `位` are people."""
    for found in _QUANTITY.finditer(text):
        value = Decimal(found[1].replace(",", "").replace("，", "")) * _TIMES.get(found[2] or "", 1)
        unit = _SAME.get(found[3], found[3])
        if value >= _SMALLEST:
            yield Quantity(value, unit, found.start(), found.end())


def same_unit(unit: str) -> str:
    """The unit under which figures are compared."""
    return _SAME.get(unit, unit)
