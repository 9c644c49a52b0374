"""What a calculation finds wrong with a record or a row, and that as a problem at its place."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.problem import Location, Problem
from generator.model.record import Record
from generator.model.rule import Rule
from generator.model.table import Locate


@dataclass(frozen=True, slots=True)
class Finding:
    """`field` is where to look; `line` counts from 0 within the article, where the fault stands in its text.

    `record` is None for a row whose cells are not good enough to make one.
    """

    rule: Rule
    record: Record | None
    field: str
    message: str
    hint: str
    line: int | None = None


def finding_problem(finding: Finding, locate: Locate) -> Problem:
    """The finding at its line of the article, or at its field."""
    assert finding.record is not None  # who finds faults in rows places them itself
    origin = finding.record.origin
    if finding.line is not None and origin.body is not None:
        place = Location(origin.file, origin.body + finding.line, field=finding.field)
    else:
        place = locate(origin, finding.field)
    return Problem(finding.rule, place, finding.message, finding.hint, finding.record.key)


def row_problem(finding: Finding, place: Location, key: str | None) -> Problem:
    """A finding of a row that makes no record; `key` is that of the row, as far as it has one."""
    return Problem(finding.rule, place, finding.message, finding.hint, key)
