"""Published sheets: tidy or wide, ours or not, they become the table the attacker sees."""

from __future__ import annotations

import pytest

from generator.features.statistics.published import read_published
from generator.features.statistics.tables import ConfStatus
from tests.features.statistics.layouts import LAYOUT, sheet

TIDY = "period,division,category,measure,value,obs_status,conf_status"


def rules(*lines: str) -> list[str]:
    return [problem.rule.code for problem in read_published([sheet(*lines)], LAYOUT).problems]


def test_a_tidy_sheet_is_read_with_its_marks() -> None:
    read = read_published([sheet(TIDY, "2026H1,1201,medical,asked,12,A,F", "2026H1,1202,medical,asked,,Q,C")], LAYOUT)
    assert [(row.value, row.conf_status) for row in read.table.observations] == [
        (12, ConfStatus.FREE),
        (None, ConfStatus.CONFIDENTIAL),
    ]
    assert read.problems == ()


def test_a_wide_sheet_in_plain_chinese_says_the_same() -> None:
    wide = read_published([sheet("期间,地区,类别,提出求助（户）", "2026年上半年,甲区,合计,12")], LAYOUT)
    assert [(row.codes, row.value) for row in wide.table.observations] == [(("2026H1", "1201", "_T"), 12)]


def test_each_cell_knows_its_row() -> None:
    read = read_published([sheet(TIDY, "2026H1,1201,medical,asked,12,A,F")], LAYOUT)
    (place,) = read.places.values()
    assert (place.file, place.row) == ("t.csv", 2)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("2026H1,9999,medical,asked,12,A,F", "unknown-code"),
        ("2026-01,1201,medical,asked,12,A,F", "unknown-code"),
        ("2026H1,1201,medical,visits,12,A,F", "unknown-measure"),
        ("2026H1,1201,medical,asked,many,A,F", "not-a-figure"),
        ("2026H1,1201,medical,asked,3,Q,C", "mark-mismatch"),
        ("2026H1,1201,medical,asked,,A,F", "mark-mismatch"),
    ],
)
def test_a_row_that_cannot_be_is_a_problem(line: str, rule: str) -> None:
    assert rules(TIDY, line) == [rule]


def test_a_figure_written_twice_is_a_problem() -> None:
    assert rules(TIDY, *["2026H1,1201,medical,asked,12,A,F"] * 2) == ["repeated-figure"]


def test_missing_columns_are_told_once() -> None:
    assert rules("period,division,value", "2026H1,1201,12") == ["missing-columns"]
