"""Protection with a past: earlier releases and overlapping tables are not undone by today's."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand
from generator.features.statistics.dimensions import TOTAL, build_dimension
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.protect import protect
from generator.features.statistics.tables import StatisticTable
from generator.features.statistics.totals import FullTable, RawRow, add_up
from tests.features.statistics.tables import MONTHS, PEOPLE, ROWS, full, full_tables, line, published

slowly = settings(max_examples=15, deadline=None)
HALF = build_dimension("period", "期间", {"2026H1": None})


def values(table: StatisticTable) -> dict[tuple[str, ...], object]:
    return {each.codes: each.value for each in table.observations}


def revise(table: FullTable, changes: list[int]) -> FullTable:
    """The table with late cases added to its detailed cells."""
    leaves = product(*(dimension.leaves for dimension in table.dimensions))
    rows = [
        RawRow(codes, "people", max(0, table.figures["people", codes].value + changes[at % len(changes)]))  # type: ignore[arg-type]
        for at, codes in enumerate(leaves)
    ]
    return add_up(table.name, table.dimensions, (PEOPLE,), rows)[0]


@slowly
@given(full_tables(axes=2), st.lists(st.sampled_from((0, 0, 0, 1, 2, -1, 9)), min_size=1, max_size=7))
def test_two_releases_together_tell_no_more_than_each(table: FullTable, changes: list[int]) -> None:
    first = protect(table, Policy()).table
    second = protect(revise(table, changes), Policy(), (first,))
    assert second.unprotected == ()
    assert audit([[first], [second.table]], Demand()) == ()


@slowly
@given(st.lists(st.integers(0, 4) | st.integers(0, 30), min_size=18, max_size=18), st.sampled_from((5, 6)))
def test_a_half_year_does_not_undo_its_months(counts: list[int], reported: int) -> None:
    places = list(product(MONTHS, ROWS.leaves))
    rows = [RawRow(place, "people", count) for place, count in zip(places, counts, strict=True)]
    months = build_dimension("period", "期间", dict.fromkeys(MONTHS[:reported]))
    early = [row for row in rows if row.codes[0] in months.parents]
    monthly = protect(add_up("months", (months, ROWS), (PEOPLE,), early)[0], Policy()).table
    summed = [
        RawRow(("2026H1", code), "people", sum(r.value for r in rows if r.codes[1] == code)) for code in ROWS.leaves
    ]
    half = protect(add_up("half", (HALF, ROWS), (PEOPLE,), summed)[0], Policy(), (monthly,))
    assert half.unprotected == ()
    assert audit([[monthly, half.table]], Demand()) == ()


def test_what_was_withheld_stays_withheld() -> None:
    before = published(line(8, 9, 20), ("r1",), ("r2",), dimensions=(ROWS,))
    after = values(protect(full(line(8, 9, 20), ROWS), Policy(), (before,)).table)
    assert after == {("r1",): None, ("r2",): None, ("r3",): 20, (TOTAL,): 37}


def test_a_count_changed_by_one_is_withheld_with_its_total() -> None:
    before = published(line(8, 9, 20), dimensions=(ROWS,))
    after = values(protect(full(line(9, 9, 20), ROWS), Policy(), (before,)).table)
    assert after == {("r1",): None, ("r2",): 9, ("r3",): 20, (TOTAL,): None}


def test_a_count_changed_by_many_is_published_anew() -> None:
    before = published(line(8, 9, 20), dimensions=(ROWS,))
    after = values(protect(full(line(18, 9, 20), ROWS), Policy(), (before,)).table)
    assert after == {("r1",): 18, ("r2",): 9, ("r3",): 20, (TOTAL,): 47}


def test_a_small_count_hides_behind_a_figure_that_was_never_published() -> None:
    before = published({("r3",): 20}, dimensions=(ROWS,))
    after = values(protect(full(line(3, 40, 20), ROWS), Policy(), (before,)).table)
    assert after == {("r1",): None, ("r2",): None, ("r3",): 20, (TOTAL,): 63}


def test_a_second_hierarchy_over_published_places_changes_none_and_hides_no_sum_that_everybody_can_add_up() -> None:
    tree = {TOTAL: None, "a1": TOTAL, "a2": TOTAL, "r1": "a1", "r2": "a1", "r3": "a2", "r4": "a2", "r5": "a2"}
    areas = build_dimension("row", "片区", tree, TOTAL)
    plain = {TOTAL: None, **dict.fromkeys(("r1", "r2", "r3", "r4", "r5"), TOTAL)}
    counts = {("r1",): 8, ("r2",): 30, ("r3",): 2, ("r4",): 9, ("r5",): 40, (TOTAL,): 89}
    before = published(counts, ("r3",), ("r4",), dimensions=(build_dimension("row", "", plain, TOTAL),))
    rows = [RawRow(codes, PEOPLE.name, value) for codes, value in counts.items() if codes != (TOTAL,)]
    both = build_dimension("row", "", plain, TOTAL, beside=(areas,))
    made = protect(add_up("t", (both,), (PEOPLE,), rows)[0], Policy(), (before,))
    assert made.unprotected == ()
    after = values(made.table)
    assert {codes: after[codes] for codes in values(before)} == values(before)
    assert after["a1",] == 38 and after["a2",] == 51
    assert audit([[before], [made.table]], Demand()) == ()
