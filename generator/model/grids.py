"""Rows of text become a grid: the header found below titles, notes and empty rows and columns left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from generator.model.grid import Grid, GridRow
from generator.model.problem import Location, Problem
from generator.model.problems import cell_without_heading

_NOTE = re.compile(
    r"(?:注|备注|说明|附注|来源|资料来源|数据来源|制表|填表|单位|审核|＊|\*)[:：人]?.*|.{25,}", re.DOTALL
)


_SHOWN = 20
"""Cells without a heading that are told one by one."""


def shape_grid(file: str, rows: Sequence[GridRow]) -> tuple[Grid | None, tuple[Problem, ...]]:
    """The header is the first row with several cells; None when there is none. What stands in no column is told."""
    trimmed = [_with_cells(row, tuple(cell.strip() for cell in row.cells)) for row in rows]
    start = next((at for at, row in enumerate(trimmed) if sum(map(bool, row.cells)) > 1), None)
    if start is None:
        return None, ()
    header = trimmed[start].cells
    kept = [at for at, cell in enumerate(header) if cell]
    empty = ("",) * len(header)
    below = [row for row in trimmed[start + 1 :] if not _is_aside(row.cells)]
    notes = (row for row in trimmed[start + 1 :] if _is_aside(row.cells))
    asides = tuple(cell for row in (*trimmed[:start], *notes) for cell in row.cells if cell)
    fitted = (_with_cells(row, tuple((row.cells + empty)[at] for at in kept)) for row in below)
    lost = (_no_heading(file, row, at) for row in below for at in _beyond(row.cells, kept))
    return Grid(file, tuple(header[at] for at in kept), tuple(fitted), asides), tuple(islice(lost, _SHOWN))


def _with_cells(row: GridRow, cells: tuple[str, ...]) -> GridRow:
    """The row itself where it has these cells already: of a million rows there are not two of each."""
    return row if cells == row.cells else row._replace(cells=cells)


def _beyond(cells: Sequence[str], kept: Collection[int]) -> Iterator[int]:
    """Filled cells that no heading stands above."""
    return (at for at, cell in enumerate(cells) if cell and at not in kept)


def add_columns(grid: Grid, columns: Mapping[str, str]) -> Grid:
    """The same sheet with what its path says of every row; a column it has itself stays as it is."""
    fresh = {name: value for name, value in columns.items() if name not in grid.header}
    values = tuple(fresh.values())
    rows = tuple(row._replace(cells=(*row.cells, *values)) for row in grid.rows)
    return Grid(grid.file, (*grid.header, *fresh), rows, grid.asides)


def _is_aside(cells: Sequence[str]) -> bool:
    """An empty row, or a note under the table."""
    filled = [cell for cell in cells if cell]
    return not filled or (len(filled) == 1 and bool(_NOTE.fullmatch(filled[0])))


def _no_heading(file: str, row: GridRow, at: int) -> Problem:

    place = Location(file, row.line, None if row.line else at + 1, row.number)
    return cell_without_heading(place, row.number, at + 1)


def plain_header(text: str) -> str:
    """A header without its unit in brackets, however it was typed."""
    return re.sub(r"\(.*?\)|\s", "", unicodedata.normalize("NFKC", text)).lower()
