"""Totals: we compute all of them, and compare those that were claimed."""

from __future__ import annotations

from hypothesis import given

from generator.features.statistics.cells import build_cell
from generator.features.statistics.dimensions import TOTAL
from generator.features.statistics.margins import find_margins
from generator.features.statistics.tallies import gather_rows
from generator.features.statistics.totals import FullTable, RawRow, add_up
from tests.features.statistics.tables import PEOPLE, ROWS, YUAN, full_tables

DETAIL = [RawRow(("r1",), "people", 3), RawRow(("r2",), "people", 4)]


def test_places_without_a_row_are_zero_and_totals_are_computed() -> None:
    table, wrong = add_up("t", (ROWS,), (PEOPLE,), DETAIL)
    values = {codes: figure.value for (_, codes), figure in table.figures.items()}
    assert values == {("r1",): 3, ("r2",): 4, ("r3",): 0, (TOTAL,): 7}
    assert wrong == ()


def test_a_claimed_total_that_does_not_add_up_is_named_without_its_value() -> None:
    _, wrong = add_up("t", (ROWS,), (PEOPLE,), [*DETAIL, RawRow((TOTAL,), "people", 8)])
    assert [mismatch.codes for mismatch in wrong] == [(TOTAL,)]
    assert "8" not in str(wrong)


def test_a_claimed_total_that_adds_up_is_fine() -> None:
    assert add_up("t", (ROWS,), (PEOPLE,), [*DETAIL, RawRow((TOTAL,), "people", 7)])[1] == ()


def test_the_two_largest_amounts_rise_into_totals() -> None:
    helped = (("r1", 10), ("r1", 900), ("r1", 40), ("r2", 500))
    rows = [RawRow((code,), "people", 1, (1,)) for code, _ in helped]
    rows += [RawRow((code,), "yuan", yuan, (yuan,)) for code, yuan in helped]
    table, _ = add_up("t", (ROWS,), (PEOPLE, YUAN), gather_rows(rows))
    assert table.figures["yuan", (TOTAL,)].largest == (900, 500)
    assert table.figures["people", (TOTAL,)].value == 4


def test_amounts_unknown_somewhere_are_unknown_in_the_total() -> None:
    rows = [RawRow(("r1",), "yuan", 50, (30, 20)), RawRow(("r2",), "yuan", 60)]
    table, _ = add_up("t", (ROWS,), (PEOPLE, YUAN), rows)
    assert table.figures["yuan", (TOTAL,)].largest is None


@given(full_tables(axes=2))
def test_every_margin_of_a_full_table_holds(table: FullTable) -> None:
    values = {build_cell(name, table.dimensions, codes): each.value for (name, codes), each in table.figures.items()}
    margins = list(find_margins(values, table.dimensions))
    assert margins
    assert all(values[total] == sum(values[part] for part in parts) for total, parts, _ in margins)
