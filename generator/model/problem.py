"""A fault in what people wrote, as a value: where it is, what is wrong, how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.rule import Rule, Severity

SEVERITY_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file: `line` and `column` count from 1 in the text, `row` as a spreadsheet counts."""

    file: str
    line: int | None = None
    column: int | None = None
    row: int | None = None
    field: str | None = None

    @property
    def cell(self) -> str | None:
        """`B12` for a cell of a spreadsheet: a place with a row and a column, but no line of text."""
        if self.line is not None or self.row is None or self.column is None:
            return None
        return f"{column_letters(self.column)}{self.row}"


def column_letters(column: int) -> str:
    """How spreadsheets name their columns: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault; `rule` names the rule broken, `message` and `hint` are plain Chinese without personal values."""

    rule: Rule
    location: Location
    message: str
    hint: str
    record: str | None = None

    @property
    def severity(self) -> Severity:
        """How much it matters: what its rule says."""
        return self.rule.severity


def problem_order(problem: Problem) -> tuple[int, str, int, int, str, str]:
    """Sort key: errors before warnings before advice, then by place."""
    place = problem.location
    return (
        SEVERITY_RANK[problem.severity],
        place.file,
        place.line or place.row or 0,
        place.column or 0,
        problem.rule.code,
        problem.message,
    )


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """True while something stands that must not be published."""
    return any(problem.severity is Severity.ERROR for problem in problems)
