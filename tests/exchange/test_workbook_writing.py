"""A table becomes a workbook that is the same every time, safe to open and fit to be printed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from generator.exchange.workbook_reading import read_workbook
from generator.exchange.workbook_writing import fixed_bytes, write_workbook


def table(*rows: list[Any]) -> str:
    """The JSON of a table with two columns."""
    return json.dumps(
        {"title": "示例街道", "note": "演示", "columns": ["名称", "电话"], "rows": rows, "date": "2026-10-20"}
    )


def test_the_same_table_gives_the_same_bytes_on_any_day() -> None:
    first = write_workbook(table(["助学", "12345"]))
    assert write_workbook(table(["助学", "12345"])) == first
    properties = load_workbook(BytesIO(first)).properties
    assert (str(properties.created), str(properties.modified)) == ("2026-10-20 00:00:00", "2026-10-20 00:00:00")


def test_what_was_written_is_read_back() -> None:
    (sheet,), problems = read_workbook(write_workbook(table(["助学", "12345"], ["助餐", None])), "a.xlsx")
    assert problems == ()
    assert sheet.rows[2:] == [["名称", "电话"], ["助学", "12345"], ["助餐", ""]]


def test_all_headings_look_alike_and_so_do_all_other_cells() -> None:
    sheet: Any = load_workbook(BytesIO(write_workbook(table(["助学", "12345"], ["助餐", None])))).active
    cells = [[sheet.cell(row, column) for column in (1, 2)] for row in (3, 4, 5)]
    assert {(each.font.bold, each.fill.start_color.rgb) for each in cells[0]} == {(True, "000D5863")}
    assert {each.font.bold for row in cells[1:] for each in row} == {False}
    assert {(each.alignment.wrap_text, each.border.bottom.style) for row in cells for each in row} == {(True, "thin")}


def test_no_cell_is_run_as_a_formula() -> None:
    sheet = load_workbook(BytesIO(write_workbook(table(["=1+1", "@SUM(A1)"])))).active
    assert [cell.value for cell in sheet[4]] == ["'=1+1", "'@SUM(A1)"]
    assert {cell.data_type for cell in sheet[4]} == {"s"}


def test_headings_stay_in_sight_and_on_every_printed_page() -> None:
    sheet = load_workbook(BytesIO(write_workbook(table(["助学", "12345"])))).active
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("C4", "A3:B4", "$3:$3")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


def test_a_workbook_is_written_without_a_file_that_a_kill_would_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere/at/all")
    book = Workbook()
    book.active.append(["示例", 1])
    (cells,) = load_workbook(BytesIO(fixed_bytes(book, datetime(2026, 11, 29, tzinfo=UTC)))).active.values
    assert cells == ("示例", 1)
