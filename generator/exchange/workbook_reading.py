"""The bytes of a workbook to its sheets: every cell as it was written, which cells are merged, and what went unread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import PurePath
from tempfile import NamedTemporaryFile
from typing import NamedTuple
from xml.etree.ElementTree import ParseError

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from generator.base.limits import Failure, LimitedProcess
from generator.exchange.unread_cells import cell_place, find_faults
from generator.exchange.workbook_problems import (
    broken_workbook,
    hidden_sheet,
    locked_workbook,
    old_workbook,
    sheet_too_large,
    workbook_overlong,
    workbook_without_content,
)
from generator.exchange.workbook_surveys import BookSurvey, SurveyPlace, survey_book
from generator.model.problem import Problem

MOST_CELLS = 2_000_000
"""Cells of the rectangle that a sheet fills: a hundred thousand rows of twenty columns."""
SHEETS_KINDS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ods")

_OLD = b"\xd0\xcf\x11\xe0"
"""How workbooks of before 2007 begin, those of WPS (.et) too."""
CHOICES = "可选值"
"""The hidden sheet of our own workbooks that holds the lists to choose from."""

Written = str | int | float | bool | date | datetime | time | timedelta | None
Read = tuple[tuple["Sheet", ...], tuple[Problem, ...]]


class Merged(NamedTuple):
    """Cells joined to one; only the first holds what is written. Counted from 0, the last one inside."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """`rows[0][0]` is cell A1; `label` says where it is from, the file and, among several sheets, which.

    `name` is what it is called in its workbook; `is_1904`: a day written as a plain number is counted from 1904.
    """

    label: str
    rows: Sequence[Sequence[Written]]
    merged: tuple[Merged, ...] = ()
    name: str = ""
    is_1904: bool = False


def open_workbook(process: LimitedProcess, data: bytes, file: str) -> Read:
    """`read_workbook` where it can do no harm: what breaks the libraries that read it is one more problem."""
    found = process.call(read_workbook, data, file)
    if found is Failure.CRASHED:
        return (), (broken_workbook(file),)
    return ((), (workbook_overlong(file),)) if isinstance(found, Failure) else found


def read_workbook(data: bytes, file: str) -> Read:
    """All visible sheets that hold anything; a workbook that cannot be opened is a problem."""
    try:
        survey = survey_book(data)
    except (ParseError, LookupError, ValueError):
        # no XML; a part that is named and not there, or an encoding nobody knows; no zip, or numbers that are none
        return (), (locked_workbook(file) if _has_password(data, file) else broken_workbook(file),)
    if survey is None:
        return (), (_not_surveyed(data, file),)
    seen = survey.sheets
    if far := [each for each in seen.values() if each.area > MOST_CELLS]:
        return (), tuple(sheet_too_large(cell_place(_label(file, seen, each.name), each.farthest)) for each in far)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
            return _read(workbook, file, survey)
    except (CalamineError, OSError, ValueError):
        return (), (locked_workbook(file) if _has_password(data, file) else broken_workbook(file),)


def text_sheet(file: str, rows: Sequence[Sequence[str]]) -> Sheet:
    """The rows of a CSV file as a sheet without merged cells."""
    return Sheet(file, rows)


def is_filled(row: Sequence[Written]) -> bool:
    """Whether anything stands in a row."""
    return any(cell is not None and cell != "" for cell in row)


def _read(workbook: CalamineWorkbook, file: str, survey: BookSurvey) -> Read:
    seen = survey.sheets
    tables = [each for each in workbook.sheets_metadata if each.typ is SheetTypeEnum.WorkSheet]
    shown = {each.name: workbook.get_sheet_by_name(each.name) for each in tables if _is_visible(each.visible)}
    if any(sheet.start is not None and name not in seen for name, sheet in shown.items()):
        return (), (broken_workbook(file),)  # the two readers do not agree on what is in it
    if far := [name for name, sheet in shown.items() if sheet.total_height * sheet.total_width > MOST_CELLS]:
        return (), tuple(sheet_too_large(cell_place(_label(file, shown, name), _end(shown[name]))) for name in far)
    read = {name: _rows(sheet) for name, sheet in shown.items()}
    filled = [name for name, rows in read.items() if any(map(is_filled, rows)) or (name in seen and seen[name].unread)]
    labels = {name: _label(file, filled, name) for name in filled}
    sheets = tuple(Sheet(labels[name], read[name], _merged(shown[name]), name, survey.is_1904) for name in filled)
    faults = (fault for name in filled if name in seen for fault in find_faults(labels[name], seen[name]))
    unseen = [each.name for each in tables if not _is_visible(each.visible) and each.name != CHOICES]
    hidden = (hidden_sheet(file, name) for name in unseen if _holds_anything(workbook, name))
    return sheets, (*faults, *hidden) if sheets else (workbook_without_content(file),)


def _is_visible(visible: SheetVisibleEnum) -> bool:
    return visible is SheetVisibleEnum.Visible


def _holds_anything(workbook: CalamineWorkbook, name: str) -> bool:
    return any(map(is_filled, workbook.get_sheet_by_name(name).iter_rows()))


def _label(file: str, among: Mapping[str, object] | Sequence[str], name: str) -> str:
    return f"{file}（{name}）" if len(among) > 1 else file


def _end(sheet: CalamineSheet) -> SurveyPlace:
    row, column = sheet.end or (0, 0)
    return SurveyPlace(row + 1, column + 1)


def _rows(sheet: CalamineSheet) -> Sequence[Sequence[Written]]:
    return sheet.to_python(skip_empty_area=False) if sheet.start is not None else []


def _merged(sheet: CalamineSheet) -> tuple[Merged, ...]:
    """Areas that reach into the sheet; those wholly below or beside what is written join nothing."""
    row, column = sheet.end or (-1, -1)
    areas = (Merged(*first, *last) for first, last in sheet.merged_cell_ranges or ())
    return tuple(
        each._replace(last_row=min(each.last_row, row), last_column=min(each.last_column, column))
        for each in areas
        if each.first_row <= row and each.first_column <= column
    )


def _not_surveyed(data: bytes, file: str) -> Problem:
    """Of other kinds of workbooks nobody could say what in them is hidden, not calculated or counted from 1904."""
    if _has_password(data, file):
        return locked_workbook(file)
    return old_workbook(file) if data.startswith((b"PK", _OLD)) else broken_workbook(file)


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
