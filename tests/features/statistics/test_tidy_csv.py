"""Tidy CSV: what is written is what is read again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.features.statistics.layouts import CodeAxis, Layout
from generator.features.statistics.published import read_published
from generator.features.statistics.tables import ConfStatus, Observation, ObsStatus, StatisticTable
from generator.features.statistics.tidy_csv import write_ledgers, write_tidy
from generator.read.grids import decode_grid
from tests.features.statistics.tables import full_tables

GAP = (None, ObsStatus.SUPPRESSED, ConfStatus.CONFIDENTIAL)


@st.composite
def tables_with_gaps(draw: st.DrawFn) -> StatisticTable:
    """Any table with any gaps: how a figure is written does not hang on why it is withheld."""
    full = draw(full_tables(axes=2, money=True))
    hidden = draw(st.sets(st.sampled_from(sorted(full.figures))))
    rows = (
        Observation(codes, name, *(GAP if (name, codes) in hidden else (figure.value,)))
        for (name, codes), figure in full.figures.items()
    )
    return StatisticTable(full.name, full.dimensions, full.measures, tuple(rows))


@settings(max_examples=15, deadline=None)
@given(tables_with_gaps())
def test_a_written_table_is_read_as_what_it_was(table: StatisticTable) -> None:
    columns = {axis.name: CodeAxis(axis, {}) for axis in table.dimensions}
    grid, problems = decode_grid(write_tidy(table).encode(), "t.csv")
    assert grid is not None
    read = read_published([grid], Layout(table.name, "", columns, (), table.measures, {}))
    assert (problems, read.problems) == ((), ())
    assert read.table.cells() == table.cells()


@settings(max_examples=15, deadline=None)
@given(tables_with_gaps())
def test_files_of_parts_hold_every_row_but_those_of_the_whole_once(table: StatisticTable) -> None:
    split, whole = table.dimensions[0], table.dimensions[0].total
    files = write_ledgers(table, f"{{{split.name}}}.csv")
    assert set(files) == {f"{code}.csv" for code in split.parents if code != whole}
    lines = [f"{name.removesuffix('.csv')},{line}" for name, text in files.items() for line in text.splitlines()[1:]]
    assert sorted(lines) == sorted(
        line for line in write_tidy(table).splitlines()[1:] if not line.startswith(f"{whole},")
    )
