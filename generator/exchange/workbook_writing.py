"""A titled table to the bytes of a workbook: headings that stay in sight, filters, wrapped cells; fit to be printed."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from generator.base.csv_writing import guard

_WIDEST, _NARROWEST = 40, 8
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_HEAD = 3
"""Title, note, headings."""
_LINE = Side(style="thin", color="C9C2B4")


def write_workbook(text: str) -> bytes:
    """`text` is JSON with `title`, `note`, `columns`, `rows` and `date`; the same text gives the same bytes."""
    table = json.loads(text)
    book = Workbook()
    sheet = book.create_sheet("目录", 0)
    del book[book.sheetnames[1]]
    _fill(sheet, table)
    _lay_out(sheet, table["columns"], table["rows"])
    return fixed_bytes(book, datetime.fromisoformat(table["date"]).replace(tzinfo=UTC))


def fixed_bytes(book: Workbook, moment: datetime) -> bytes:
    """A saved workbook in which every date is `moment`: openpyxl would write the hour of saving into it."""
    written, fixed = BytesIO(), BytesIO()
    book.properties.created = moment.replace(tzinfo=None)
    _WriterInMemory(book, ZipFile(written, "w", ZIP_STORED)).save()  # it is packed once, below
    stamp = max(moment.timetuple()[:6], (1980, 1, 1, 0, 0, 0))
    modified = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with ZipFile(written) as source, ZipFile(fixed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            body = source.read(name)
            if name == "docProps/core.xml":
                body = _MODIFIED.sub(rb"\g<1>" + modified + rb"\g<2>", body)
            info = ZipInfo(name, stamp)
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, body)
    return fixed.getvalue()


class _WriterInMemory(ExcelWriter):
    """openpyxl writes each sheet to a file of its own first, which stays behind when the process is killed."""

    def write_worksheet(self, ws: Any) -> None:
        """One sheet and what belongs to it, as the original does."""
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        written, archive = BytesIO(), cast("Any", self)._archive
        writer: Any = WorksheetWriter(ws, written)
        writer.write()
        ws._rels = writer._rels
        archive.writestr(ws.path[1:], written.getvalue())
        self.manifest.append(ws)


def _fill(sheet: Worksheet, table: dict[str, Any]) -> None:
    sheet.append([table["title"]])
    sheet.append([table["note"]])
    sheet.append(list(table["columns"]))
    for row in table["rows"]:
        sheet.append([_safe(cell) for cell in row])


def _safe(cell: Any) -> Any:
    """A text that begins like a formula would be run by the spreadsheet."""
    return guard(cell) if isinstance(cell, str) else cell


def _lay_out(sheet: Worksheet, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    last = get_column_letter(len(columns))
    sheet.merge_cells(f"A1:{last}1")
    sheet.merge_cells(f"A2:{last}2")
    sheet["A1"].font = Font(bold=True, size=16)
    sheet.cell(_HEAD, 1).font = Font(bold=True, color="FFFFFF")
    sheet.cell(_HEAD, 1).fill = PatternFill("solid", start_color="0D5863")
    _style_alike(sheet, _HEAD, _HEAD, len(columns))
    _style_alike(sheet, _HEAD + 1, _HEAD + len(rows), len(columns))
    for number, heading in enumerate(columns):
        longest = max((len(str(row[number] or "")) for row in rows), default=0)
        width = min(_WIDEST, max(_NARROWEST, 2 * len(heading), longest + 4))
        sheet.column_dimensions[get_column_letter(number + 1)].width = width
    sheet.freeze_panes = f"C{_HEAD + 1}"
    sheet.auto_filter.ref = f"A{_HEAD}:{last}{_HEAD + len(rows)}"
    _make_printable(sheet)


def _style_alike(sheet: Worksheet, first: int, last: int, columns: int) -> None:
    """Give all cells of some rows what the first has, wrapped and underlined: openpyxl takes longer to find out for
    each cell that it looks like all others than to write it."""
    if last < first:
        return
    model: Any = sheet.cell(first, 1)
    model.alignment = Alignment(wrap_text=True, vertical="top")
    model.border = Border(bottom=_LINE)
    for row in sheet.iter_rows(min_row=first, max_row=last, max_col=columns):
        for cell in row:
            cast("Any", cell)._style = model._style


def _make_printable(sheet: Worksheet) -> None:
    """A4 across, as wide as the paper, headings on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEAD}:{_HEAD}"
