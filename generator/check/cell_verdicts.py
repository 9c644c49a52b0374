"""A field's cells to verdicts: the typed value, or the one fault of the cell."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator.check.cell_problems import cell_fault
from generator.check.cell_rules import VALUE_RULES
from generator.check.frictionless_import import StandardField
from generator.model.dataset import Field
from generator.model.finding import Finding
from generator.model.record import Value

Written = str | tuple[str, ...] | None
"""A cell as it was written; several values as a tuple, so that it can stand as a key."""

MOST_REMEMBERED = 20_000
"""Distinct cells remembered of one field; of names and sentences no two are alike."""


class Verdict(NamedTuple):
    """A cell's typed value, and what is wrong with it when something is."""

    value: Value
    fault: Finding | None


class Verdicts(dict[Written, Verdict]):
    """The verdicts on the cells of one field.

    Frictionless takes 20 µs for a date and rows share most of their cells, so what was judged once is remembered.
    Rows with equal cells also share one value in memory, which makes records small to keep and quick to send.
    """

    def __init__(self, field: Field, standard: StandardField) -> None:
        super().__init__()
        self._field = field
        self._read = standard.create_cell_reader()

    def __missing__(self, cell: Written) -> Verdict:
        verdict = self._judge(cell)
        if len(self) < MOST_REMEMBERED:
            self[cell] = verdict
        return verdict

    def _judge(self, cell: Written) -> Verdict:
        """Frictionless' verdict, then our rules on what it accepts."""
        read, notes = self._read(cell)
        value = _value(read)
        if notes:
            return Verdict(value, cell_fault(self._field, cell, notes))
        faults = (fault for rule in VALUE_RULES for fault in rule(self._field, value)) if value is not None else ()
        return Verdict(value, next(iter(faults), None))


def _value(read: Any) -> Value:
    return tuple(read) if isinstance(read, list) else read
