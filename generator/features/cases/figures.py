"""The words of a case to the figures in them, and a figure to the record that backs it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generator.model.quantities import find_quantities, same_unit
from generator.model.record import Record

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


def is_disclosed(value: Decimal, disclosure: Record) -> bool:
    """Whether a disclosure holds this number, in a field or in its summary."""
    numbers = (disclosure.values.get(name) for name in NUMBERS)
    if any(isinstance(number, int | Decimal) and number == value for number in numbers):
        return True
    summary = str(disclosure.values.get("summary") or "")
    return any(figure.value == value for figure in find_quantities(summary))


def backed_figures(rows: tuple[Record, ...]) -> Mapping[tuple[Decimal, str], Record]:
    """The declared figures of a case by value and unit."""
    return {
        (Decimal(str(row.values["value"])), same_unit(str(row.values["unit"]))): row
        for row in rows
        if row.values["value"] is not None
    }
