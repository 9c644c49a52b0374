"""The bytes of a workbook to its sheets: every cell as it was written, and which cells are merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import PurePath
from tempfile import NamedTemporaryFile
from typing import NamedTuple

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from generator.exchange.formulas import find_unread_formulas
from generator.exchange.problems import BROKEN_WORKBOOK, HIDDEN_SHEET, LOCKED_WORKBOOK
from generator.model.problem import Location, Problem
from generator.model.problems import EMPTY_FILE

MOST_ROWS = 20_000
"""Rows read of one sheet; spreadsheets that were formatted to the very end have a million empty ones."""
KINDS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ods")

CHOICES = "可选值"
"""The hidden sheet of our own workbooks that holds the lists to choose from."""

Written = str | int | float | bool | date | datetime | time | timedelta | None


class Merged(NamedTuple):
    """Cells joined to one; only the first holds what is written. Counted from 0, the last one inside."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """`rows[0][0]` is cell A1; `label` says where it is from, the file and, among several sheets, which."""

    label: str
    rows: Sequence[Sequence[Written]]
    merged: tuple[Merged, ...] = ()
    name: str = ""
    """What the sheet is called in its workbook."""


def read_workbook(data: bytes, file: str) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """All visible sheets that hold anything; a workbook that cannot be opened is a problem."""
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
            sheets = tuple(_sheets(workbook, file))
    except (CalamineError, OSError, ValueError):
        return (), (_locked(file) if _has_password(data, file) else _unreadable(file),)
    formulas = tuple(find_unread_formulas(data, {sheet.name: sheet.label for sheet in sheets}))
    hidden = tuple(_hidden(file, name) for name in _hidden_sheets(data))
    return sheets, (*formulas, *hidden) if sheets else (_empty(file),)


def _has_password(data: bytes, file: str) -> bool:
    """Of bytes without a name Calamine says only that it does not know them."""
    with NamedTemporaryFile(suffix=PurePath(file).suffix.lower()) as named:
        named.write(data)
        named.flush()
        try:
            CalamineWorkbook.from_path(named.name).close()
        except PasswordError:
            return True
        except (CalamineError, OSError, ValueError):
            return False
    return False


def text_sheet(file: str, rows: Sequence[Sequence[str]]) -> Sheet:
    """The rows of a CSV file as a sheet without merged cells."""
    return Sheet(file, rows)


def _sheets(workbook: CalamineWorkbook, file: str) -> Iterator[Sheet]:
    shown = (
        workbook.get_sheet_by_name(each.name)
        for each in workbook.sheets_metadata
        if each.visible is SheetVisibleEnum.Visible and each.typ is SheetTypeEnum.WorkSheet
    )
    read = [(sheet, _rows(sheet)) for sheet in shown]
    filled = [(sheet, rows) for sheet, rows in read if any(map(_is_filled, rows))]
    for sheet, rows in filled:
        yield Sheet(f"{file}（{sheet.name}）" if len(filled) > 1 else file, rows, _merged(sheet), sheet.name)


def _hidden_sheets(data: bytes) -> tuple[str, ...]:
    """Sheets that hold something and that nobody sees, other than our own lists of choices."""
    with CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
        unseen = [
            each.name
            for each in workbook.sheets_metadata
            if each.visible is not SheetVisibleEnum.Visible and each.typ is SheetTypeEnum.WorkSheet
        ]
        names = (name for name in unseen if name != CHOICES)
        return tuple(name for name in names if any(map(_is_filled, _rows(workbook.get_sheet_by_name(name)))))


def _is_filled(row: Sequence[Written]) -> bool:
    return any(cell is not None and cell != "" for cell in row)


def _rows(sheet: CalamineSheet) -> Sequence[Sequence[Written]]:
    return sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS) if sheet.start is not None else []


def _merged(sheet: CalamineSheet) -> tuple[Merged, ...]:
    return tuple(Merged(*first, *last) for first, last in sheet.merged_cell_ranges or ())


def _locked(file: str) -> Problem:
    """A workbook with a password can be read by nobody but those who know it."""
    return Problem(
        LOCKED_WORKBOOK,
        Location(file),
        "这份工作簿设了打开密码，读不了。",
        "在 Excel 里去掉打开密码（文件 → 信息 → 保护工作簿），另存一份再导入。",
    )


def _unreadable(file: str) -> Problem:
    """Not a workbook at all, or one that was cut off on its way."""
    return Problem(
        BROKEN_WORKBOOK,
        Location(file),
        "这份文件打不开：不是 Excel 工作簿，或者已经损坏。",
        "用 Excel 或 WPS 打开它，另存为 .xlsx 再导入；打不开就请对方重新发一份。",
    )


def _hidden(file: str, name: str) -> Problem:
    """A sheet that whoever sent the workbook may not know of: last year's table, or somebody's notes."""
    return Problem(
        HIDDEN_SHEET,
        Location(f"{file}（{name}）"),
        "这张工作表是隐藏的，没有读取。",
        "要导入它，请先取消隐藏；不要的，请删去，免得把内部的内容发给别人。",
    )


def _empty(file: str) -> Problem:
    """A workbook none of whose visible sheets holds anything."""
    return Problem(
        EMPTY_FILE,
        Location(file),
        "工作簿里没有内容。",
        "检查是不是选错了文件，或内容在隐藏的工作表里。",
    )
