"""A workbook of scores to the scores in it; the file itself stays where it is, outside everything public."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

from generator.base.limits import LimitedProcess
from generator.exchange.workbook_reading import Written, open_workbook
from generator.features.calls.problems import SCORE_COLUMN, SCORE_FILE, SCORES_INSIDE
from generator.features.calls.ranking import Score
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity
from generator.read.sent_files import read_sent_file

CASE, REVIEWER, ORGANIZATION = "案例", "评审人", "评审人单位"
_NAMED = (CASE, REVIEWER, ORGANIZATION)


def find_misplaced(root: Path, file: Path) -> tuple[Problem, ...]:
    """Scores inside the work tree would be published with the next commit: they are refused unread."""
    tree = next((each for each in (root, *root.parents) if (each / ".git").exists()), root)
    if not file.resolve().is_relative_to(tree.resolve()):
        return ()
    return (
        Problem(
            SCORES_INSIDE,
            Location(file.name),
            "评分表放在了仓库文件夹里面，没有读取：一提交就会公开。",
            "把评分表移到仓库以外的地方再导入，并检查它有没有被提交过。",
        ),
    )


def read_scores(file: Path, criteria: Sequence[str]) -> tuple[tuple[Score, ...], tuple[Problem, ...]]:
    """The rows of the first sheet: case, reviewer, the reviewer's own organisation, and one mark a criterion."""
    rows, faults = _rows(file)
    if faults:
        return (), faults
    header = [str(cell).strip() for cell in rows[0]] if rows else []
    missing = [name for name in (*_NAMED, *criteria) if name not in header]
    if missing:
        hint = f"第一行写列名：{'、'.join((*_NAMED, *criteria))}。"
        return (), (_problem(file, 1, SCORE_COLUMN, f"评分表缺列：{'、'.join(missing)}。", hint),)
    return tuple(_scores(rows[1:], header, criteria)), ()


def _rows(file: Path) -> tuple[Sequence[Sequence[Written]], tuple[Problem, ...]]:
    """A workbook with several sheets, hidden rows or formulas without results is not guessed at."""
    data = read_sent_file(file, file.name)
    if isinstance(data, Problem):
        return (), (data,)
    with LimitedProcess() as process:
        sheets, problems = open_workbook(process, data, file.name)
    if not sheets:
        hint = "用 Excel 或 WPS 另存为 .xlsx，不加密码。"
        return (), (_problem(file, None, SCORE_FILE, "评分表打不开，或者里面没有内容。", hint),)
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


def _problem(file: Path, row: int | None, rule: Rule, message: str, hint: str) -> Problem:
    return Problem(rule, Location(file.name, row=row), message, hint)
