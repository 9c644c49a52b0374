"""What is wrong with a record of the publicity side, and that as a problem at its place."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.problem import Location, Problem, Severity
from generator.model.record import Record
from generator.model.table import Locate


class Fault(NamedTuple):
    """`field` is where to look; `line` counts from 0 within the article, where the fault stands in its text."""

    rule: str
    severity: Severity
    record: Record
    field: str
    message: str
    hint: str
    line: int | None = None


def fault_problem(fault: Fault, locate: Locate) -> Problem:
    """The fault at its line of the article, or at its field."""
    origin = fault.record.origin
    if fault.line is not None and origin.body is not None:
        place = Location(origin.file, origin.body + fault.line, field=fault.field)
    else:
        place = locate(origin, fault.field)
    return Problem(fault.rule, fault.severity, place, fault.message, fault.hint, fault.record.key)
