"""Raw sheets that would be read wrong, twice or not at all are refused, by place and never by content."""

from __future__ import annotations

import pytest

from generator.features.statistics.raw import read_raw
from generator.model.grid import GridRow
from generator.model.grids import shape_grid
from tests.features.statistics.layouts import LAYOUT, sheet
from tests.features.statistics.test_raw import HEAD

GOOD = "2026H1,1202,medical,30,20,9000"
LARGEST = f"{HEAD},yuan_largest,yuan_second"


def faults(*lines: str, head: str = HEAD) -> list[tuple[str, int | None]]:
    problems = read_raw(sheet(head, *lines), LAYOUT).problems
    written = {cell for line in lines for cell in line.split(",") if len(cell) > 2 and not cell.startswith("2026")}
    assert not any(cell in problem.message for cell in written for problem in problems)
    return [(each.rule.code, each.location.row) for each in problems]


@pytest.mark.parametrize(
    "lines",
    [
        ("2026-01,1201,medical,9,8,100", "2026H1,1201,medical,9,8,100"),
        ("2026H1,1201,medical,9,8,100", "2026-03-05,1201,medical,9,8,100"),
        ("2026H1,120101,medical,9,8,100", "2026H1,1201,medical,9,8,100"),
        ("2026H1,120101,medical,9,8,100", "2026-02,1201,medical,9,8,100"),
    ],
)
def test_a_row_that_lies_inside_another_is_counted_twice_by_nobody(lines: tuple[str, str]) -> None:
    assert faults(*lines) == [("raw-data", 3)]


def test_months_and_townships_beside_one_another_are_added_up() -> None:
    lines = ("2026-01,1201,medical,9,8,100", "2026-02,1201,medical,9,8,100", "2026H1,1202,care,9,8,100")
    assert faults(*lines) == []


@pytest.mark.parametrize("line", ["2026H1,1201,medical,100000001,8,45", "2026H1,1201,medical,9,8,1000000000001"])
def test_what_no_bureau_counts_is_refused(line: str) -> None:
    assert faults(line) == [("raw-data", 2)]


def test_an_answer_among_numbers_is_refused_and_a_sheet_of_cases_may_answer() -> None:
    assert faults(GOOD, "2026H1,1201,medical,是,是,100") == [("raw-data", 3)]
    assert faults(*["2026H1,1201,medical,是,是,100"] * 2, "2026H1,1201,medical,1,否,") == []


@pytest.mark.parametrize("head", [HEAD.replace("yuan", "帮扶金额（万元）"), HEAD.replace("helped", "获得帮扶(百户)")])
def test_a_heading_in_another_unit_is_refused(head: str) -> None:
    assert faults(GOOD, head=head) == [("raw-data", 1)]


@pytest.mark.parametrize(("note", "count"), [("单位：万元", 1), ("单位：元", 0), ("帮扶金额超过三万元的另报", 0)])
def test_a_note_that_names_another_unit_is_not_passed_over(note: str, count: int) -> None:
    lines = [(note,), HEAD.split(","), GOOD.split(",")]
    width = len(lines[1])
    rows = [GridRow(at, at, (*line, *[""] * (width - len(line)))) for at, line in enumerate(lines, start=1)]
    grid, _ = shape_grid("t.csv", rows)
    assert grid is not None
    assert len(read_raw(grid, LAYOUT).problems) == count


def test_a_number_cut_in_two_by_its_comma_is_refused_beside_a_column_that_nobody_reads() -> None:
    assert faults("2026H1,1201,medical,30,20,9,000", head=f"{HEAD},备注") == [("raw-data", 2)]
    assert faults("2026H1,1201,medical,30,20,9000,1室", head=f"{HEAD},备注") == []


@pytest.mark.parametrize(
    "told",
    [
        "很多,100",
        "-5000,",
        ",400",
        "9001,",
        "400,300",
        "5000,6000",
        "8000,2000",
        "5000,100",
    ],
)
def test_a_largest_amount_that_cannot_be_one_is_refused(told: str) -> None:
    """9,000 yuan of twenty households: the largest has at least 450, and all others no more than the second each."""
    assert faults(f"2026H1,1201,medical,30,20,9000,{told}", head=LARGEST) == [("raw-data", 2)]


@pytest.mark.parametrize(
    ("told", "known"),
    [("5000,1000", (5000, 1000)), ("5000,", (5000, 4000)), ("1000,", (1000, 1000)), (",", None)],
)
def test_a_second_that_nobody_told_is_as_large_as_it_can_be(told: str, known: tuple[int, ...] | None) -> None:
    read = read_raw(sheet(LARGEST, f"2026H1,1201,medical,30,20,9000,{told}"), LAYOUT)
    assert [row.contributions for row in read.rows if row.measure == "yuan"] == [known]


def test_a_second_largest_alone_tests_nothing() -> None:
    read = read_raw(sheet(f"{HEAD},yuan_second", "2026H1,1201,medical,30,20,9000,1000"), LAYOUT)
    assert [row.contributions for row in read.rows if row.measure == "yuan"] == [None]
