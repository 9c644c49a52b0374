"""Records that contradict each other become findings, and findings become problems that name both records."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.problem import Problem, Severity
from generator.model.record import Record
from generator.model.table import Locate


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction: `record` is where to look first, `field` which value, `other` the record it disagrees with."""

    rule: str
    severity: Severity
    record: Record
    field: str
    message: str
    hint: str
    other: Record | None = None


def finding_problem(finding: Finding, locate: Locate) -> Problem:
    """The finding at its place; both records are named in the message."""
    record, other = finding.record, finding.other
    named = f"{_name(record)}与{_name(other)}：" if other else f"{_name(record)}："
    place = locate(record.origin, finding.field)
    return Problem(finding.rule, finding.severity, place, named + finding.message, finding.hint, record.key)


def _name(record: Record) -> str:
    return f"{record.dataset}/{record.key}"
