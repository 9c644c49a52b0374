"""A record's values and links become the plain types the duties need; what an instance lacks reads as empty."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.model.record import Record


def text_in(record: Record, field: str) -> str:
    """Text; empty when there is none."""
    value = record.values.get(field)
    return "" if value is None else str(value)


def day_in(record: Record, field: str) -> date | None:
    """A day; None when there is none."""
    value = record.values.get(field)
    return value if isinstance(value, date) else None


def words_in(record: Record, field: str) -> tuple[str, ...]:
    """The values of a list; empty when there are none."""
    value = record.values.get(field)
    return value if isinstance(value, tuple) else ()


def number_in(record: Record, field: str) -> Decimal | None:
    """A number; None when there is none, which is not zero."""
    value = record.values.get(field)
    if value is None or isinstance(value, Decimal):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return Decimal(str(value))


def count_in(record: Record, field: str) -> int:
    """A whole number; 0 when there is none."""
    value = record.values.get(field)
    return value if isinstance(value, int) else 0


def is_set(record: Record, field: str) -> bool:
    """Whether a yes-or-no field says yes."""
    return record.values.get(field) is True
