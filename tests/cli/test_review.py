"""`mingshan review import`: a faulty sheet of scores is told by its row, and no case is touched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli import make_app
from tests.demonstration import copy_demonstration
from tests.instances import files_of
from tests.repositories import edit
from tests.workbooks import CRITERIA, write_workbook

CALL = "2026-anli"
FIRST, SECOND = "2026-aixin-canzhuo", "2026-jinan-huzhu"
"""All the cases of this call."""
HEADER = ("案例", "评审人", "评审人单位", *CRITERIA)
PROBLEMS = 1

Rows = Sequence[Sequence[object]]


def row(case: str, mark: object = 80, reviewer: str = "甲") -> tuple[object, ...]:
    """One reviewer's marks for one case."""
    return (case, reviewer, "示例评审单位", mark, *[80] * (len(CRITERIA) - 1))


FAULTS: dict[str, tuple[Rows, str]] = {
    "score-case": ((HEADER, row(FIRST), row(SECOND), row("没有的案例")), "第 4 行"),
    "score-twice": ((HEADER, row(FIRST), row(SECOND), row(FIRST)), "第 4 行"),
    "score-mark": ((HEADER, row(FIRST), row(SECOND, 101), row(SECOND, 90, "乙")), "第 3 行"),
    "score-missing": ((HEADER, row(FIRST)), "没有人打分"),
    "score-column": ((HEADER[:-1], row(FIRST)[:-1]), f"缺列：{CRITERIA[-1]}"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_demonstration(tmp_path / "site")


def review(root: Path, file: Path, call: str = CALL) -> Result:
    words = ["review", "import", str(file), "--call", call, "--root", str(root), "--as-of", "2026-11-25"]
    return CliRunner().invoke(make_app(), words)


def told(said: Result) -> list[str]:
    """The rules of the problems that were printed."""
    return re.findall(r"\[([a-z-]+)\]", said.stdout)


@pytest.mark.parametrize("rule", FAULTS)
def test_a_faulty_sheet_is_told_and_nothing_written(rule: str, root: Path, tmp_path: Path) -> None:
    rows, place = FAULTS[rule]
    before = files_of(root / "content")
    said = review(root, write_workbook(tmp_path / "评分.xlsx", rows))
    assert (said.exit_code, told(said), files_of(root / "content") == before) == (PROBLEMS, [rule], True)
    assert place in said.stdout


@pytest.mark.parametrize("mark", ["", "优", -1, "nan"])
def test_a_mark_that_is_none_is_refused_and_not_repeated(root: Path, tmp_path: Path, mark: object) -> None:
    said = review(root, write_workbook(tmp_path / "评分.xlsx", (HEADER, row(FIRST, mark), row(SECOND))))
    assert (told(said), "优" in said.stdout) == (["score-mark"], False)


def test_a_file_that_is_no_workbook_is_told(root: Path, tmp_path: Path) -> None:
    (tmp_path / "评分.xlsx").write_text("不是工作簿", "utf-8")
    said = review(root, tmp_path / "评分.xlsx")
    assert (said.exit_code, told(said)) == (PROBLEMS, ["score-file"])


def test_a_tie_at_the_edge_of_the_places_is_left_to_the_jury(root: Path, tmp_path: Path) -> None:
    edit(root, f"data/calls/{CALL}.yaml", "title: 十佳案例, places: 3", "title: 十佳案例, places: 1")
    before = files_of(root / "content")
    said = review(root, write_workbook(tmp_path / "评分.xlsx", (HEADER, row(FIRST), row(SECOND))))
    assert (said.exit_code, told(said), files_of(root / "content") == before) == (PROBLEMS, ["score-tie"], True)
    assert "第 1 名和第 2 名得分相同" in said.stdout


def test_a_call_that_nobody_made_is_told(root: Path, tmp_path: Path) -> None:
    said = review(root, write_workbook(tmp_path / "评分.xlsx", (HEADER,)), "2099-anli")
    assert (said.exit_code, told(said)) == (PROBLEMS, ["call-unknown"])
