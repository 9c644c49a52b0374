"""Households that count once in every cell: parts may be more than their total, and that may tell of a few."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand, WeaknessKind
from generator.features.statistics.dimensions import TOTAL
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.protect import protect
from generator.features.statistics.raw import read_raw
from generator.features.statistics.tables import Measure, Observation, StatisticTable
from generator.features.statistics.totals import FullTable, add_up
from generator.model.tabulation import CountedRows
from tests.features.statistics.layouts import LAYOUT, sheet
from tests.features.statistics.tables import COLUMNS, ROWS, line, published

PEOPLE = Measure("people", "人数", "户", overlaps=frozenset({"row", "column"}))
HEAD = "period,division,category,asked,helped,yuan,household"
ROWS_ARE = CountedRows("distinct", ("household",), ("division",))
OVERLAPS = frozenset({"period", "category"})
DISTINCT = replace(
    LAYOUT,
    rows=ROWS_ARE,
    measures=tuple(replace(each, overlaps=OVERLAPS) if each.is_count else each for each in LAYOUT.measures),
)


def table_of(*lines: str, periods: tuple[str, ...] = ("2026H1",)) -> FullTable:
    raw = read_raw(sheet(HEAD, *lines), DISTINCT)
    assert raw.problems == ()
    return add_up("aid", DISTINCT.dimensions(periods), DISTINCT.measures, raw.rows, raw.apart)[0]


def test_a_household_counts_once_in_every_cell_and_total_and_its_money_is_added_up() -> None:
    lines = ["2026H1,1201,medical,1,1,100,甲"] * 3 + ["2026H1,1201,care,1,0,0,甲", "2026H1,1201,care,1,1,50,乙"]
    figures = table_of(*lines).figures
    assert {
        (name, code): figures[name, ("2026H1", "1201", code)].value
        for name in ("asked", "helped", "yuan")
        for code in ("medical", "care", "_T")
    } == {
        ("asked", "medical"): 1,
        ("asked", "care"): 2,
        ("asked", "_T"): 2,
        ("helped", "medical"): 1,
        ("helped", "care"): 1,
        ("helped", "_T"): 2,
        ("yuan", "medical"): 300,
        ("yuan", "care"): 50,
        ("yuan", "_T"): 350,
    }


def test_a_household_in_two_codes_that_add_up_and_a_sheet_without_households_are_refused() -> None:
    two = ["2026H1,1201,medical,1,1,100,甲", "2026H1,1202,medical,1,1,100,甲"]
    assert [each.location.row for each in read_raw(sheet(HEAD, *two), DISTINCT).problems] == [3]
    told = sheet("period,division,category,asked,helped,yuan,asked_households", "2026H1,1201,medical,8,8,900,8")
    assert {each.rule.code for each in read_raw(told, DISTINCT).problems} == {"raw-households"}


def kinds(cells: Mapping[tuple[str, ...], int | None], *hidden: tuple[str, ...]) -> set[WeaknessKind]:
    return {each.kind for each in audit([[published(cells, *hidden, dimensions=(ROWS,), measure=PEOPLE)]], Demand())}


@pytest.mark.parametrize(
    ("parts", "total", "kind"),
    [
        ((20, 30, 40), 60, None),
        ((20, 30, 40), 91, WeaknessKind.SUM),
        ((20, 30, 40), 39, WeaknessKind.CONTRADICTION),
        ((20, 30, 40), 88, WeaknessKind.AGAIN),
        ((20, 30, 40), 43, WeaknessKind.ELSEWHERE),
    ],
)
def test_published_parts_lie_below_a_total_and_make_it_up_and_may_tell_of_a_few(
    parts: tuple[int, ...], total: int, kind: WeaknessKind | None
) -> None:
    assert kinds(line(*parts) | {(TOTAL,): total}) == ({kind} if kind else set())


def test_a_gap_needs_no_other_beside_it_where_parts_overlap_enough() -> None:
    assert kinds(line(3, 30, 40) | {(TOTAL,): 60}, ("r1",)) == set()
    assert kinds(line(3, 30, 40) | {(TOTAL,): 72}, ("r1",)) == set()
    assert kinds(line(38, 0, 0), ("r1",)) == {WeaknessKind.COMBINED}


def test_who_asked_in_vain_nowhere_asked_in_vain_in_no_part() -> None:
    """20 asked and all were helped in every category, so the total that is withheld is 20 as well."""
    asked = Measure("asked", "求助", "户", overlaps=frozenset({"row"}))
    helped = Measure("helped", "帮扶", "户", part_of="asked", overlaps=frozenset({"row"}))
    told = {"r1": 12, "r2": 13, "r3": 0, TOTAL: 20}
    rows = [Observation((code,), "asked", value) for code, value in told.items()]
    rows += [Observation((code,), "helped", value if code != TOTAL else None) for code, value in told.items()]
    table = StatisticTable("stages", (ROWS,), (asked, helped), tuple(rows))
    (found,) = audit([[table]], Demand())
    assert (str(found.cell), found.low, found.high) == ("measure=helped", 20, 20)


@st.composite
def households(draw: st.DrawFn) -> dict[tuple[str, str], int]:
    """How many households stand in which sets of cells, as counts of every cell and total."""
    cells = list(product(ROWS.leaves, COLUMNS.leaves))
    kinds_of = draw(st.lists(st.tuples(st.sets(st.sampled_from(cells), min_size=1, max_size=3), st.integers(1, 25))))
    counts = dict.fromkeys(product(ROWS.codes, COLUMNS.codes), 0)
    for places, many in kinds_of:
        for cell in {(a, b) for row, column in places for a in (row, TOTAL) for b in (column, TOTAL)}:
            counts[cell] += many
    return counts


@settings(max_examples=25)
@given(households(), st.binary(min_size=4, max_size=4))
def test_what_protect_leaves_of_any_sets_of_households_the_audit_finds_nothing_in(
    counts: dict[tuple[str, str], int], secret: bytes
) -> None:
    from generator.features.statistics.totals import Figure

    figures = {("people", codes): Figure(value, None) for codes, value in counts.items()}
    public = protect(FullTable("table", (ROWS, COLUMNS), (PEOPLE,), figures), Policy(secret=secret)).table
    assert audit([[public]], Demand()) == ()
