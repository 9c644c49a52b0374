"""An Excel workbook to a grid: its first sheet with anything in it, as a person sees it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from generator.exchange.problems import UNREADABLE_WORKBOOK
from generator.model.grid import Grid, GridRow
from generator.model.grids import no_table, shape_grid
from generator.model.problem import Location, Problem

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SUFFIXES = (".xlsx", ".xlsm")
LARGEST = 50 * 1024 * 1024


def decode_workbook(data: bytes, name: str) -> tuple[Grid | None, tuple[Problem, ...]]:
    """The grid in the bytes of a workbook that messages call `name`; formulas count as what they last gave."""
    if len(data) > LARGEST:
        return None, (_broken(name),)
    from openpyxl import load_workbook  # only when there is a workbook: it is slow to come

    try:
        book = load_workbook(BytesIO(data), data_only=True)
        sheets = (sheet for sheet in book.worksheets if sheet.sheet_state == "visible" and sheet.max_row > 1)
        sheet = next(sheets, None)
        rows = list(_rows(sheet)) if sheet else []
    except Exception:  # a damaged workbook breaks wherever openpyxl happens to be; it names no common class
        return None, (_broken(name),)
    grid = shape_grid(name, rows)
    return grid, () if grid else (no_table(name),)


def _rows(sheet: Worksheet) -> Iterator[GridRow]:
    """Every row as text; merged cells all hold what a reader sees in them, except titles over the whole table."""
    merged = {
        (row, column): (area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
        if area.max_col - area.min_col < sheet.max_column - 1
    }
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        texts = [_text(cell) for cell in cells]
        for column in range(1, len(texts) + 1):
            if (number, column) in merged:
                row, first = merged[number, column]
                texts[column - 1] = _text(sheet.cell(row, first).value)
        yield GridRow(None, number, tuple(texts))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value).strip()


def _broken(name: str) -> Problem:
    """A workbook that cannot be opened: damaged, locked with a password, too large, or of the old kind."""
    return Problem(
        UNREADABLE_WORKBOOK,
        Location(name),
        "这份 Excel 文件打不开。",
        "在 Excel 里另存为不带密码的 .xlsx，或“CSV UTF-8（逗号分隔）”。",
    )
