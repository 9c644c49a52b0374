"""Raw sheets: aggregated or one row a case; faults are told by place, never by content."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.features.statistics.raw import read_raw
from generator.features.statistics.totals import RawRow
from generator.model.tabulation import Standard
from tests.features.statistics.layouts import LAYOUT, sheet

HEAD = "period,division,category,asked,helped,yuan"


def rows(*lines: str, head: str = HEAD) -> set[RawRow]:
    read = read_raw(sheet(head, *lines), LAYOUT)
    assert read.problems == ()
    return {row for row in read.rows if row.value}


def test_cases_are_counted_and_their_two_largest_amounts_kept() -> None:
    cases = [f"2026-03-0{at},120101,medical,是,是,{yuan}" for at, yuan in enumerate((100, 900, 40), start=1)]
    assert rows(*cases) == {
        RawRow(("2026H1", "1201", "medical"), "asked", 3),
        RawRow(("2026H1", "1201", "medical"), "helped", 3),
        RawRow(("2026H1", "1201", "medical"), "yuan", 1040, (900, 100)),
    }


def test_contributions_of_an_aggregated_row_are_known_only_where_told() -> None:
    head = f"{HEAD},yuan_largest,yuan_second"
    told = rows("2026H1,甲区,医疗,9,8,5000,3000,900", "2026H1,乙区,医疗,9,8,5000,,", head=head)
    assert {row.codes[1]: row.contributions for row in told if row.measure == "yuan"} == {
        "1201": (3000, 900),
        "1202": None,
    }


def test_a_tidy_raw_sheet_says_the_same() -> None:
    assert rows("2026H1,1201,medical,asked,7", head="period,division,category,measure,value") == {
        RawRow(("2026H1", "1201", "medical"), "asked", 7)
    }


def test_codes_of_a_row_that_adds_nothing_are_not_asked_for() -> None:
    assert rows("2026H1,1201,,否,否,", "2026H1,1201,medical,是,否,") == {
        RawRow(("2026H1", "1201", "medical"), "asked", 1)
    }


@pytest.mark.parametrize(
    "line",
    [
        "2026H1,张三,medical,9,8,100",
        "某天,1201,medical,9,8,100",
        "2026H1,1201,medical,-9,0,0",
        "2026H1,1201,medical,1.5,0,0",
        "2026H1,1201,medical,,0,0",
        "2026H1,1201,medical,9,0,100",
        "2026H1,1201,medical,7,8,100",
        "2026H1,1201,medical,9,8,",
        "2026H1,1201,medical,9,8,20.000",
        "2026H1,1201,medical,9,8,1.200.000",
        "2026H1,1201,medical,9,8,2万",
        "2026H1,1201,medical,9,8,(200)",
        "2026H1,1201,medical,9,8,50%",
        "2026H1,1201,medical,9,8,20'000",
        "2026H1,1201,medical,9,8,#REF!",
    ],
)
def test_a_fault_is_told_by_its_place_and_not_by_its_content(line: str) -> None:
    (problem,) = read_raw(sheet(HEAD, line), LAYOUT).problems
    assert (problem.location.file, problem.location.row) == ("t.csv", 2)
    assert not any(cell in problem.message for cell in line.split(",") if cell not in ("", "0", "9"))


def test_money_outside_the_published_standard_is_an_error() -> None:
    standards = (Standard((("category", "medical"),), 4000, 5000, "2026-01-01", "", "示例标准"),)
    layout = replace(LAYOUT, measures=(*LAYOUT.measures[:2], replace(LAYOUT.measures[2], standards=standards)))

    def faulty(line: str) -> bool:
        return bool(read_raw(sheet(HEAD, line), layout).problems)

    assert [faulty(f"2026H1,1201,medical,9,2,{yuan}") for yuan in (7999, 8000, 10000, 10001)] == [
        True,
        False,
        False,
        True,
    ]
    assert not faulty("2026H1,1201,care,9,2,7") and not faulty("2025H2,1201,medical,9,2,7")


def test_an_aggregated_place_comes_only_once() -> None:
    (problem,) = read_raw(sheet(HEAD, *["2026H1,1201,medical,9,8,100"] * 2), LAYOUT).problems
    assert "第 2 行" in problem.message


def test_a_measure_that_is_missing_is_named() -> None:
    (problem,) = read_raw(sheet("period,division,category,asked", "2026H1,1201,medical,9"), LAYOUT).problems
    assert "获得帮扶、帮扶金额" in problem.message


def test_an_empty_sheet_is_a_problem() -> None:
    assert [problem.rule.code for problem in read_raw(sheet(HEAD), LAYOUT).problems] == ["no-rows"]


@pytest.mark.parametrize("heading", ["2026-01-01", "2026年1月", "2026", "1/2026"])
def test_figures_below_a_day_are_not_left_out_in_silence(heading: str) -> None:
    (problem,) = read_raw(sheet(f"{HEAD},{heading}", "2026H1,1201,medical,9,8,100,5"), LAYOUT).problems
    assert (problem.location.row, problem.location.field) == (2, heading)
    assert read_raw(sheet(f"{HEAD},{heading}", "2026H1,1201,medical,9,8,100,"), LAYOUT).problems == ()


@pytest.mark.parametrize("written", ["20000", "２００００", "20，000", "20\u00a0000", "20000元", " 20000.00 ", "2e4"])
def test_an_amount_is_the_same_however_it_is_written(written: str) -> None:
    (line,) = (row for row in rows(f"2026H1,1201,medical,9,8,{written}") if row.measure == "yuan")
    assert line.value == 20000
