"""The rows of a sheet become entries, one for each figure in it, or problems that name the cell but never repeat it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.features.statistics.column_roles import ColumnRoles, find_repeated
from generator.features.statistics.figures import Written
from generator.features.statistics.layouts import Layout
from generator.features.statistics.problems import (
    code_unknown,
    column_repeated,
    columns_missing,
    measure_unknown,
    not_a_figure,
    period_unknown,
)
from generator.model.figure_columns import CONF_STATUS, MEASURE, OBS_STATUS, VALUE
from generator.model.grid import Grid, GridRow
from generator.model.problem import Location, Problem

Read = Callable[[str], Written | None]


class SheetEntry(NamedTuple):
    """One figure as it stands in the sheet; `marks` are what the columns of status say about it."""

    row: GridRow
    codes: tuple[str, ...]
    measure: str
    written: Written
    marks: tuple[str, str]


def missing_columns(grid: Grid, layout: Layout, roles: ColumnRoles) -> tuple[Problem, ...]:
    """The dimensions and measures that a sheet of this layout must have and has not."""
    absent = [layout.titles.get(column, column) for column in layout.columns if column not in roles.dimensions]
    if roles.is_tidy and len(layout.measures) > 1 and MEASURE not in roles.fixed:
        absent.append(layout.titles.get(MEASURE, MEASURE))
    if not roles.is_tidy and not roles.measures:
        absent += [each.title for each in layout.measures]
    if not absent:
        return ()
    wanted = (layout.titles.get(column, column) for column in layout.columns)
    return (columns_missing(grid.file, layout.title, absent, wanted, (each.title for each in layout.measures)),)


def repeated_columns(grid: Grid, layout: Layout) -> tuple[Problem, ...]:
    """Columns of the same meaning, of which only the first would be read."""
    return tuple(column_repeated(grid.file, grid.header[at], at + 1) for at in find_repeated(grid.header, layout))


def read_entries(grid: Grid, layout: Layout, roles: ColumnRoles, read: Read) -> Iterator[SheetEntry | Problem]:
    """All figures of a sheet in order; a row whose place is not clear gives none."""
    measures = {word: each.name for each in layout.measures for word in (each.title, each.name)}
    for row in grid.rows:
        codes = tuple(layout.code(column, row.cells[at]) for column, at in roles.dimensions.items())
        if None in codes:
            yield _unknown_code(grid, layout, roles, row, codes.index(None))
            continue
        place = tuple(code for code in codes if code is not None)
        marks = (_cell(row, roles, OBS_STATUS), _cell(row, roles, CONF_STATUS))
        if roles.is_tidy:
            name = measures.get(_cell(row, roles, MEASURE)) if MEASURE in roles.fixed else layout.measures[0].name
            figures = {name: roles.fixed[VALUE]}
        else:
            figures = dict(roles.measures.items())
        for measure, at in figures.items():
            if measure is None:
                named = layout.titles.get(MEASURE, MEASURE)
                yield measure_unknown(place_of(grid, row, named), (each.name for each in layout.measures))
            elif (written := read(row.cells[at])) is None:
                yield not_a_figure(place_of(grid, row, grid.header[at]), grid.header[at])
            else:
                yield SheetEntry(row, place, measure, written, marks)


def _cell(row: GridRow, roles: ColumnRoles, name: str) -> str:
    return row.cells[roles.fixed[name]] if name in roles.fixed else ""


def place_of(grid: Grid, row: GridRow, field: str | None) -> Location:
    """Where a row stands."""
    return Location(grid.file, row.line, row=row.number, field=field)


def _unknown_code(grid: Grid, layout: Layout, roles: ColumnRoles, row: GridRow, number: int) -> Problem:
    """A dimension's cell holds nothing that the codelist, or the calendar, knows."""
    column = list(roles.dimensions)[number]
    title = layout.titles.get(column, column)
    tell = period_unknown if layout.columns[column] is None else code_unknown
    return tell(place_of(grid, row, title), title)
