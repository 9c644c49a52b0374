"""A problem to the object that programs read: in reports, and in the document one job leaves for another."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.masking import shown_key
from generator.model.problem import Problem


def problem_object(problem: Problem) -> Mapping[str, str | int | None]:
    """Everything that is known of it; a key that may be a person's is masked, an object may stand in a public log."""
    place = problem.location
    return {
        "rule": problem.rule.code,
        "severity": problem.severity.value,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "row": place.row,
        "cell": place.cell,
        "record": problem.record and shown_key(problem.record),
        "field": place.field,
        "message": problem.message,
        "hint": problem.hint,
    }
