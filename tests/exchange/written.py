"""Small workbooks as people send them, made in memory for tests."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from generator.exchange.sheet_tables import Filling, SheetTable, read_sheet
from generator.exchange.sheets import read_workbook
from generator.exchange.written_cells import fold_labels
from generator.model.dataset import Dataset


def workbook(*rows: Sequence[Any], merged: Sequence[str] = (), title: str = "Sheet1") -> bytes:
    """The bytes of a workbook with one sheet; `merged` are ranges such as A1:C1."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def read(dataset: Dataset, data: bytes, given: dict[str, str] | None = None, **labels: dict[str, str]) -> SheetTable:
    """The one sheet of a workbook as a table; labels by field."""
    sheets, problems = read_workbook(data, "表.xlsx")
    assert not problems
    folded = {name: fold_labels(values.items()) for name, values in labels.items()}
    table = read_sheet(dataset, sheets[0], folded, Filling(given or {}))
    assert table is not None
    return table


def column(table: SheetTable, name: str) -> list[Any]:
    """What was read into one field, row by row."""
    place = table.table.columns.index(name)
    return [row[place] for row in table.table.rows]
