"""A workbook of scores to the scores in it; the file itself stays where it is, outside everything public."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

from generator.base.limits import LimitedProcess
from generator.exchange.workbook_reading import Written, open_workbook
from generator.features.calls.problems import score_columns_missing, scores_inside, scores_unreadable
from generator.features.calls.ranking import Score
from generator.model.problem import Problem
from generator.model.rule import Severity
from generator.read.sent_files import read_sent_file

CASE, REVIEWER, ORGANIZATION = "案例", "评审人", "评审人单位"
_NAMED = (CASE, REVIEWER, ORGANIZATION)


def find_misplaced(root: Path, file: Path) -> tuple[Problem, ...]:
    """Scores inside the work tree would be published with the next commit: they are refused unread."""
    tree = next((each for each in (root, *root.parents) if (each / ".git").exists()), root)
    if not file.resolve().is_relative_to(tree.resolve()):
        return ()
    return (scores_inside(file.name),)


def read_scores(file: Path, criteria: Sequence[str]) -> tuple[tuple[Score, ...], tuple[Problem, ...]]:
    """The rows of the first sheet: case, reviewer, the reviewer's own organisation, and one mark a criterion."""
    rows, faults = _rows(file)
    if faults:
        return (), faults
    header = [str(cell).strip() for cell in rows[0]] if rows else []
    wanted = (*_NAMED, *criteria)
    if missing := [name for name in wanted if name not in header]:
        return (), (score_columns_missing(file.name, missing, wanted),)
    return tuple(_scores(rows[1:], header, criteria)), ()


def _rows(file: Path) -> tuple[Sequence[Sequence[Written]], tuple[Problem, ...]]:
    """A workbook with several sheets, hidden rows or formulas without results is not guessed at."""
    data = read_sent_file(file, file.name)
    if isinstance(data, Problem):
        return (), (data,)
    with LimitedProcess() as process:
        sheets, problems = open_workbook(process, data, file.name)
    if not sheets:
        return (), (scores_unreadable(file.name),)
    return sheets[0].rows, tuple(each for each in problems if each.severity is Severity.ERROR)


def _scores(rows: Sequence[Sequence[Written]], header: list[str], criteria: Sequence[str]) -> Iterator[Score]:
    for number, row in enumerate(rows, start=2):
        cells = dict(zip(header, row, strict=False))
        if any(str(cell).strip() for cell in row):
            case, reviewer, organization = (str(cells[name]).strip() for name in _NAMED)
            yield Score(number, case, reviewer, organization, {name: _mark(cells[name]) for name in criteria})


def _mark(cell: object) -> Decimal | None:
    try:
        mark = Decimal(str(cell).strip())
    except InvalidOperation:
        return None
    return mark if mark.is_finite() else None
