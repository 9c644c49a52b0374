"""Small workbooks as people send them, made in memory for tests."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from struct import pack
from typing import Any

from openpyxl import Workbook

from generator.exchange.imported_cells import fold_labels
from generator.exchange.imported_tables import SheetTable, read_sheet
from generator.exchange.workbook_reading import read_workbook
from generator.model.dataset import Dataset
from generator.model.feature import Filling


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


def locked_workbook() -> bytes:
    """What Excel makes of any workbook with a password: a compound file that holds one encrypted package."""
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0")
    header = pack("<5H6x10I", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0, 0) + pack("<108I", *[free] * 108)
    entries = _entry("Root Entry", 5, child=1) + _entry("EncryptedPackage", 2) + _entry("", 0) * 2
    return signature + header + pack("<128I", fat, end, *[free] * 126) + entries


def _entry(name: str, kind: int, child: int = 0xFFFFFFFF) -> bytes:
    """One line of a compound file's directory."""
    words = f"{name}\0".encode("utf-16-le")
    rest = (0xFFFFFFFF, 0xFFFFFFFF, child, b"", 0, 0, 0, 0xFFFFFFFE, 0)
    return words.ljust(64, b"\0") + pack("<HBB3I16sIQQIQ", len(words), kind, 1, *rest)
