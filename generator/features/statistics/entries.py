"""The rows of a sheet become entries, one for each figure in it, or problems that name the cell but never repeat it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.features.statistics.column_roles import ColumnRoles, find_repeated
from generator.features.statistics.figures import Written
from generator.features.statistics.layouts import Layout
from generator.features.statistics.problems import MISSING_COLUMNS, NOT_A_FIGURE, UNKNOWN_CODE, UNKNOWN_MEASURE
from generator.model.figure_columns import CONF_STATUS, MEASURE, OBS_STATUS, VALUE
from generator.model.grid import Grid, GridRow
from generator.model.problem import Location, Problem
from generator.model.problems import DUPLICATE_COLUMN

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
    wanted = "、".join(layout.titles.get(column, column) for column in layout.columns)
    counted = "、".join(each.title for each in layout.measures)
    return (
        Problem(
            MISSING_COLUMNS,
            Location(grid.file, row=1),
            f"这份表缺少这些列：{'、'.join(absent)}。",
            f"“{layout.title}”的表要有：{wanted}；另外每个指标一列（{counted}），或者写成“指标、数值”两列。",
        ),
    )


def repeated_columns(grid: Grid, layout: Layout) -> tuple[Problem, ...]:
    """Columns of the same meaning, of which only the first would be read."""
    return tuple(_repeated(grid, at) for at in find_repeated(grid.header, layout))


def _repeated(grid: Grid, at: int) -> Problem:
    return Problem(
        DUPLICATE_COLUMN,
        Location(grid.file, None, at + 1, row=1, field=grid.header[at]),
        f"“{grid.header[at][:20]}”这一列和前面的一列是同一项，不知道要用哪一列。",
        "核对以后只保留一列。",
    )


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
                yield _unknown_measure(grid, layout, row)
            elif (written := read(row.cells[at])) is None:
                yield not_a_figure(grid, row, grid.header[at])
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
    is_time = layout.columns[column] is None
    hint = "期间写成 2026-03、2026H1 或 2026 这样。" if is_time else "写代码表里的代码或名称；合计写 _T 或“合计”。"
    return Problem(
        UNKNOWN_CODE,
        place_of(grid, row, title),
        f"“{title}”的内容{'不是这张表用的期间' if is_time else '不在代码表里'}。",
        hint,
    )


def _unknown_measure(grid: Grid, layout: Layout, row: GridRow) -> Problem:
    """The column of measures names something that the table does not count."""
    return Problem(
        UNKNOWN_MEASURE,
        place_of(grid, row, layout.titles.get(MEASURE, MEASURE)),
        "这个指标不在这张表里。",
        f"可以写：{'、'.join(each.name for each in layout.measures)}。",
    )


def not_a_figure(grid: Grid, row: GridRow, header: str) -> Problem:
    """A cell that should hold a number holds something else."""
    return Problem(
        NOT_A_FIGURE,
        place_of(grid, row, header),
        f"“{header}”应当是不小于 0 的数，这一格不是。",
        "只写数字；已经不公布的数留空或写 ＊。",
    )
