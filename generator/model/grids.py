"""Rows of text become a grid: the header found below titles, notes and empty rows and columns left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from generator.model.grid import Grid, GridRow
from generator.model.problem import Location, Problem
from generator.model.problems import MISSING_HEADER

_NOTE = re.compile(
    r"(?:注|备注|说明|附注|来源|资料来源|数据来源|制表|填表|单位|审核|＊|\*)[:：人]?.*|.{25,}", re.DOTALL
)


def shape_grid(file: str, rows: Sequence[GridRow]) -> Grid | None:
    """The header is the first row with several cells; None when there is none."""
    trimmed = [row._replace(cells=tuple(cell.strip() for cell in row.cells)) for row in rows]
    start = next((at for at, row in enumerate(trimmed) if sum(map(bool, row.cells)) > 1), None)
    if start is None:
        return None
    header = trimmed[start].cells
    kept = [at for at, cell in enumerate(header) if cell]
    empty = ("",) * len(header)
    below = (row for row in trimmed[start + 1 :] if not _is_aside(row.cells))
    fitted = (row._replace(cells=tuple((row.cells + empty)[at] for at in kept)) for row in below)
    return Grid(file, tuple(header[at] for at in kept), tuple(fitted))


def add_columns(grid: Grid, columns: Mapping[str, str]) -> Grid:
    """The same sheet with what its path says of every row; a column it has itself stays as it is."""
    fresh = {name: value for name, value in columns.items() if name not in grid.header}
    values = tuple(fresh.values())
    rows = tuple(row._replace(cells=(*row.cells, *values)) for row in grid.rows)
    return Grid(grid.file, (*grid.header, *fresh), rows)


def _is_aside(cells: Sequence[str]) -> bool:
    """An empty row, or a note under the table."""
    filled = [cell for cell in cells if cell]
    return not filled or (len(filled) == 1 and bool(_NOTE.fullmatch(filled[0])))


def no_table(file: str) -> Problem:
    """A file in which no row has two cells."""
    return Problem(
        MISSING_HEADER,
        Location(file),
        "这份文件里没有表：找不到写着列名的一行。",
        "第一行写列名，下面每行一条；CSV 用英文逗号分隔。",
    )


def plain_header(text: str) -> str:
    """A header without its unit in brackets, however it was typed."""
    return re.sub(r"\(.*?\)|\s", "", unicodedata.normalize("NFKC", text)).lower()
