"""Tidy CSV: what is written is what is read again."""

from __future__ import annotations

from hypothesis import given, settings

from generator.domain.statistics.layouts import CodeAxis, Layout
from generator.domain.statistics.published import read_published
from generator.domain.statistics.totals import FullTable
from generator.domain.suppression.policy import Policy
from generator.domain.suppression.protect import protect
from generator.exchange.tidy_csv import write_tidy
from generator.read.grids import decode_grid
from tests.domain.statistics.tables import full_tables


@settings(max_examples=15, deadline=None)
@given(full_tables(axes=2, money=True))
def test_a_written_table_is_read_as_what_it_was(full: FullTable) -> None:
    table = protect(full, Policy()).table
    columns = {axis.name: CodeAxis(axis, {}) for axis in table.dimensions}
    grid, problems = decode_grid(write_tidy(table).encode(), "t.csv")
    assert grid is not None
    read = read_published([grid], Layout(table.name, "", columns, (), table.measures, {}))
    assert (problems, read.problems) == ((), ())
    assert read.table.cells() == table.cells()
