"""Records of a dataset, or none yet, to the workbook in which people fill in more: one sheet, and one for each list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.exchange.fillable_columns import Column, SheetCell, example_row, workbook_columns, written_row
from generator.exchange.imported_rows import EXAMPLE
from generator.exchange.workbook_reading import CHOICES
from generator.exchange.workbook_writing import fixed_bytes
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.nesting import nested_in
from generator.model.record import Record

EMPTY_ROWS = 500
"""Rows below the last one in which one still chooses from lists."""
_WIDEST, _NARROWEST = 46, 10
_HEAD = PatternFill("solid", start_color="0D5863")
_PLAIN, _EXAMPLE = Font(), Font(italic=True, color="7A7A7A")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


def template_workbook(catalogue: Catalogue, dataset: Dataset, as_of: date) -> bytes:
    """An empty workbook with an example row on each sheet; the same bytes for the same declarations and codelists."""
    columns = {each.name: workbook_columns(catalogue, each) for each in _family(catalogue, dataset)}
    return _workbook(catalogue, dataset, {name: [example_row(each)] for name, each in columns.items()}, as_of)


def records_workbook(catalogue: Catalogue, dataset: Dataset, records: Iterable[Record], as_of: date) -> bytes:
    """The given records of a dataset, and what is nested in them."""
    wanted = {record.key: record for record in records}
    rows = {dataset.name: list(wanted.values())}
    for child, nesting in nested_in(dataset, catalogue.datasets.values()):
        every = catalogue.records[child.name].values()
        rows[child.name] = [each for each in every if each.values[nesting.parent_field] in wanted]
    columns = {each.name: workbook_columns(catalogue, each) for each in _family(catalogue, dataset)}
    written = {name: [written_row(columns[name], each) for each in found] for name, found in rows.items()}
    return _workbook(catalogue, dataset, written, as_of)


def sheet_title(dataset: Dataset) -> str:
    """The name of a dataset's sheet: spreadsheets forbid some signs and more than 31."""
    return _FORBIDDEN.sub(" ", dataset.title)[:31]


def _family(catalogue: Catalogue, dataset: Dataset) -> tuple[Dataset, ...]:
    return (dataset, *(child for child, _ in nested_in(dataset, catalogue.datasets.values())))


def _workbook(
    catalogue: Catalogue, dataset: Dataset, rows: Mapping[str, Sequence[Sequence[SheetCell]]], as_of: date
) -> bytes:
    book = Workbook()
    del book[book.sheetnames[0]]
    choices = _Choices(book.create_sheet(CHOICES))
    for each in _family(catalogue, dataset):
        sheet = book.create_sheet(sheet_title(each), len(book.sheetnames) - 1)
        columns = workbook_columns(catalogue, each)
        _write_head(sheet, columns)
        for number, row in enumerate(rows[each.name], start=2):
            _write_row(sheet, number, row)
        _offer_choices(sheet, columns, choices, len(rows[each.name]) + 1 + EMPTY_ROWS)
    choices.sheet.sheet_state = "hidden"
    book.active = 0
    return fixed_bytes(book, datetime.combine(as_of, time(4), UTC))


class _Choices:
    """The hidden sheet with the closed lists, one a column; equal lists share one."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self._places: dict[tuple[str, ...], str] = {}

    def place(self, choices: tuple[str, ...]) -> str:
        """The range that holds these choices."""
        if choices not in self._places:
            letter = get_column_letter(len(self._places) + 1)
            for row, choice in enumerate(choices, start=1):
                _write_text(self.sheet[f"{letter}{row}"], choice)
            self._places[choices] = f"'{CHOICES}'!${letter}$1:${letter}${len(choices)}"
        return self._places[choices]


def _write_head(sheet: Worksheet, columns: Sequence[Column]) -> None:
    for number, column in enumerate(columns, start=1):
        cell = sheet.cell(1, number, column.heading)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        lines = column.note.count("\n") + len(column.note) // 20 + 2
        cell.comment = Comment(column.note, "明善", height=20 * lines, width=320)
        width = 2 * len(column.heading) + 4 if column.field.format != "paragraphs" else _WIDEST
        sheet.column_dimensions[get_column_letter(number)].width = max(_NARROWEST, min(_WIDEST, width))
    sheet.freeze_panes = "B2"


def _write_row(sheet: Worksheet, number: int, row: Sequence[SheetCell]) -> None:
    for place, value in enumerate(row, start=1):
        cell = sheet.cell(number, place)
        if value is not None and isinstance(cell, Cell):
            _write_cell(cell, value)
            cell.font = _EXAMPLE if row[0] == EXAMPLE else _PLAIN


def _write_cell(cell: Cell, value: SheetCell) -> None:
    """Text is marked as text: nothing that begins like a formula is run, and no code loses its leading zero."""
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if isinstance(value, str):
        _write_text(cell, value)
        cell.number_format = "@"
    else:
        cell.value = value
        cell.number_format = "yyyy-mm-dd" if isinstance(value, date) else "General" if _is_whole(value) else "0.00"


def _write_text(cell: Cell, text: str) -> None:
    cell.value = text
    cell.data_type = "s"


def _is_whole(value: SheetCell) -> bool:
    return isinstance(value, int) or (isinstance(value, Decimal) and value == value.to_integral_value())


def _offer_choices(sheet: Worksheet, columns: Sequence[Column], choices: _Choices, last: int) -> None:
    """A list to choose from; where several may be written, others than those of the list are let through."""
    for number, column in enumerate(columns, start=1):
        if column.choices:
            letter = get_column_letter(number)
            offered = DataValidation(type="list", formula1=choices.place(column.choices), allow_blank=True)
            offered.showErrorMessage = not column.field.is_list
            offered.errorTitle, offered.error = "不在可选范围内", "请从下拉列表里选择。"
            offered.add(f"{letter}2:{letter}{last}")
            sheet.add_data_validation(offered)
