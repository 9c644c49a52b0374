"""A workbook to the cells whose formulas give nothing that can be read: never calculated, or calculated to an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from generator.exchange.problems import FORMULA_UNREAD
from generator.model.problem import Location, Problem

MARKS = (b"<f>", b"<f ", b"<f/", b't="e"')
"""A sheet without any of these has no formula and no error: nearly all that people send."""
LARGEST_SHEET = 200_000_000
"""Bytes of a sheet when it is unpacked."""


def find_unread_formulas(data: bytes, labels: Mapping[str, str]) -> Iterator[Problem]:
    """Cells of the sheets named in `labels` (their label by name) that seem empty and are not."""
    if not _has_formulas(data):
        return
    shown = load_workbook(BytesIO(data), read_only=True, data_only=True)
    written = load_workbook(BytesIO(data), read_only=True)
    for name, label in labels.items():
        for row, formulas in zip(shown[name].iter_rows(), written[name].iter_rows(), strict=True):
            for cell, formula in zip(row, formulas, strict=True):
                if formula.data_type in ("f", "e") and (cell.value is None or cell.data_type == "e"):
                    yield _unread(Location(label, column=cell.column, row=cell.row), cell.value)


def _has_formulas(data: bytes) -> bool:
    """Only the newer kinds of workbooks are archives; in the older ones a result always stands beside its formula."""
    try:
        with ZipFile(BytesIO(data)) as packed:
            sheets = (each for each in packed.infolist() if each.filename.startswith("xl/worksheets/sheet"))
            texts = (packed.read(each) for each in sheets if each.file_size <= LARGEST_SHEET)
            return any(mark in text for text in texts for mark in MARKS)
    except (BadZipFile, RuntimeError):
        # An older kind of workbook; or a sheet packed in a way, or with a password, that zipfile does not know.
        return False


def _unread(place: Location, value: Any) -> Problem:
    """What the writer sees in the cell is not in the file, or is an error of the spreadsheet's own."""
    if value is None:
        what, mend = "这一格是公式，文件里没有算好的结果", "用 Excel 或 WPS 打开，保存一次再导入；"
    else:
        what, mend = f"这一格的公式出了错（{value}）", "改正公式；"
    hint = f"{mend}或者选中这些格，复制后“选择性粘贴 → 数值”。"
    return Problem(FORMULA_UNREAD, place, f"{what}。", hint)
