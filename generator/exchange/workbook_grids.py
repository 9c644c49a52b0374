"""An Excel workbook to a grid: its one sheet with anything in it, as a person sees it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from generator.base.limits import LimitedProcess
from generator.exchange.workbook_problems import HIDDEN_SHEET, other_sheet
from generator.exchange.workbook_reading import SHEETS_KINDS, Merged, Sheet, Written, open_workbook
from generator.model.grid import Grid, GridRow
from generator.model.grids import shape_grid
from generator.model.problem import Problem
from generator.model.problems import no_table

SUFFIXES = SHEETS_KINDS


def decode_workbook(process: LimitedProcess, data: bytes, name: str) -> tuple[Grid | None, tuple[Problem, ...]]:
    """The grid in the bytes of a workbook that messages call `name`; formulas count as what they last gave.

    A sheet that is hidden counts as another one with figures: to leave it out would make totals too small.
    """
    sheets, found = open_workbook(process, data, name)
    problems = tuple(other_sheet(each.location.file) if each.rule == HIDDEN_SHEET else each for each in found)
    if not sheets:
        return None, problems
    grid, lost = shape_grid(name, list(_rows(sheets[0])))
    others = tuple(other_sheet(each.label) for each in sheets[1:])
    return grid, (*problems, *others, *(lost if grid else (no_table(name),)))


def _rows(sheet: Sheet) -> Iterator[GridRow]:
    """Every row as text; merged cells all hold what a reader sees in them, except titles over the whole table."""
    texts = [[_text(cell) for cell in cells] for cells in sheet.rows]
    width = max(map(len, texts), default=0)
    for area in sheet.merged:
        if area.last_column - area.first_column < width - 1:
            _spread(texts, area)
    for number, cells in enumerate(texts, start=1):
        yield GridRow(None, number, tuple(cells))


def _spread(texts: list[list[str]], area: Merged) -> None:
    written = texts[area.first_row][area.first_column]
    for row in texts[area.first_row : area.last_row + 1]:
        row[area.first_column : area.last_column + 1] = [written] * (area.last_column + 1 - area.first_column)


def _text(value: Written) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value).strip()
