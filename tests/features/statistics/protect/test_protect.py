"""Protection: whatever the table, the attacker finds nothing; and what is given up for it."""

from __future__ import annotations

from collections.abc import Collection

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand
from generator.features.statistics.cells import Cell
from generator.features.statistics.dimensions import TOTAL, build_dimension
from generator.features.statistics.protect.policy import Policy, WithholdingReason
from generator.features.statistics.protect.protect import Protection, protect
from generator.features.statistics.tables import ConfStatus, Observation, ObsStatus, StatisticTable
from generator.features.statistics.totals import FullTable, RawRow, add_up
from tests.features.statistics.tables import PEOPLE, ROWS, YUAN, full, full_tables, grid, line

PLAIN = Policy(decoys=())
"""Without the key's decoys: what is withheld hides something."""
slowly = settings(max_examples=25, deadline=None)


def withheld(protection: Protection) -> Collection[Cell]:
    return {cell for cell, row in protection.table.cells().items() if row.value is None}


def row(table: StatisticTable, *codes: str) -> Observation:
    return next(each for each in table.observations if each.codes == codes)


@slowly
@given(st.integers(1, 3).flatmap(full_tables), st.integers(3, 8))
def test_the_attacker_finds_nothing_in_any_protected_table(table: FullTable, k: int) -> None:
    protection = protect(table, Policy(k=k))
    assert protection.unprotected == ()
    assert audit([[protection.table]], Demand(k=k)) == ()


@slowly
@given(full_tables(axes=2, money=True))
def test_nor_in_any_protected_table_of_money(table: FullTable) -> None:
    protection = protect(table, Policy())
    assert protection.unprotected == ()
    assert audit([[protection.table]], Demand()) == ()


@slowly
@given(full_tables(axes=2))
def test_protecting_twice_gives_the_same(table: FullTable) -> None:
    assert protect(table, Policy()) == protect(table, Policy())


@slowly
@given(full_tables(axes=2))
def test_what_is_published_is_true(table: FullTable) -> None:
    for each in protect(table, Policy()).table.observations:
        assert each.value in (None, table.figures[each.measure, each.codes].value)


def test_a_table_without_small_counts_is_published_whole() -> None:
    assert withheld(protect(full(line(5, 0, 9), ROWS), PLAIN)) == set()


def test_one_small_count_takes_the_smallest_neighbour_with_it_and_leaves_the_total() -> None:
    table = protect(full(line(2, 30, 9), ROWS), PLAIN).table
    assert [row(table, code).value for code in ("r1", "r2", "r3", TOTAL)] == [None, 30, None, 41]


def test_a_gap_carries_the_codes_of_sdmx() -> None:
    table = protect(full(grid()), PLAIN).table
    public = row(table, TOTAL, TOTAL)
    gaps = {
        (each.obs_status, each.conf_status)
        for each in protect(full(grid()), PLAIN).table.observations
        if each.value is None
    }
    assert gaps == {(ObsStatus.SUPPRESSED, ConfStatus.CONFIDENTIAL)}
    assert (public.obs_status, public.conf_status) == (ObsStatus.NORMAL, ConfStatus.FREE)


def money_of(r1: int) -> Protection:
    rows = [RawRow(("r1",), "people", r1), RawRow(("r1",), "yuan", 900, (90, 80))]
    rows += [RawRow(("r2",), "people", 40), RawRow(("r2",), "yuan", 9000, (8900, 50))]
    rows += [RawRow(("r3",), "people", 30), RawRow(("r3",), "yuan", 8000, (300, 200))]
    return protect(add_up("t", (ROWS,), (PEOPLE, YUAN), rows)[0], PLAIN)


def test_money_goes_with_its_count() -> None:
    assert money_of(2).report.measures[1].reasons[WithholdingReason.COUNT] == 2


def test_money_goes_where_one_household_dominates() -> None:
    assert money_of(20).report.measures[1].reasons[WithholdingReason.DOMINANCE] == 1


def test_money_of_which_nobody_knows_the_parts_is_withheld() -> None:
    rows = [RawRow((code,), "people", 40) for code in ("r1", "r2", "r3")]
    rows += [RawRow((code,), "yuan", 9000, None if code == "r2" else (300, 200)) for code in ("r1", "r2", "r3")]
    money = protect(add_up("t", (ROWS,), (PEOPLE, YUAN), rows)[0], PLAIN).report.measures[1]
    assert money.reasons[WithholdingReason.UNTESTED] == 2


def test_the_report_counts_gaps_and_holds_no_figure() -> None:
    report = protect(full(grid({"r1": (2, 1000, 800), "r2": (900, 1200, 700), "r3": (1100, 600, 901)})), PLAIN).report
    (people,) = report.measures
    assert (people.cells, people.detailed, people.withheld) == (16, 9, sum(people.reasons.values()))
    assert "901" not in str(report)


def test_a_total_of_many_steps_costs_more_than_any_other_and_is_withheld_where_it_must_be() -> None:
    """Found by chance: with totals along three axes of three steps each, the dearest was given up as hopeless."""
    steps = ({"1": "", "2": "", "0": "", "3": "0", "4": "2"}, *({"0": "", "1": "", "2": "0", "3": "2", "4": "1"},) * 2)
    axes = tuple(
        build_dimension(name, name, {TOTAL: None} | {name + at: name + up if up else TOTAL for at, up in tree.items()})
        for name, tree in zip("abc", steps, strict=True)
    )
    values = ((0, 8, 4, 5), (0, 31, 30, 6), (0, 8, 6, 19))
    rows = [
        RawRow((a, b, c), "people", values[at][2 * left + right])
        for at, a in enumerate(("a1", "a3", "a4"))
        for left, b in enumerate(("b3", "b4"))
        for right, c in enumerate(("c3", "c4"))
    ]
    protection = protect(add_up("table", axes, (PEOPLE,), rows)[0], Policy(k=3))
    assert protection.unprotected == ()
    assert audit([[protection.table]], Demand(k=3)) == ()
