"""Cells: the same figure is the same cell in whatever table it stands."""

from __future__ import annotations

from generator.features.statistics.cells import build_cell, code_at, move_cell_to_each
from generator.features.statistics.dimensions import TOTAL
from tests.features.statistics.tables import COLUMNS, ROWS


def test_a_table_without_a_dimension_speaks_of_its_total() -> None:
    assert build_cell("people", (ROWS, COLUMNS), ("r1", TOTAL)) == build_cell("people", (ROWS,), ("r1",))


def test_the_order_of_dimensions_does_not_matter() -> None:
    assert build_cell("people", (ROWS, COLUMNS), ("r1", "c1")) == build_cell("people", (COLUMNS, ROWS), ("c1", "r1"))


def test_a_moved_cell_can_move_back() -> None:
    cell = build_cell("people", (ROWS, COLUMNS), ("r1", "c1"))
    (away,) = move_cell_to_each(cell, ROWS, (TOTAL,))
    assert move_cell_to_each(away, ROWS, ("r1",)) == (cell,)


def test_a_cell_tells_its_total_where_it_names_no_code() -> None:
    assert code_at(build_cell("people", (ROWS,), ("r1",)), COLUMNS) == TOTAL


def test_a_cell_is_written_with_its_codes() -> None:
    assert str(build_cell("people", (ROWS, COLUMNS), ("r1", "c2"))) == "column=c2;row=r1;measure=people"
