"""Workbooks: what a person sees in Excel is what is read."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from openpyxl import Workbook

from generator.base.limits import LimitedProcess
from generator.exchange.workbook_grids import decode_workbook
from generator.model.grid import Grid


def read(*rows: tuple[object, ...], merged: str = "") -> Grid:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    data = BytesIO()
    book.save(data)
    with LimitedProcess() as process:
        grid, problems = decode_workbook(process, data.getvalue(), "t.xlsx")
    assert problems == ()
    assert grid is not None
    return grid


def test_titles_notes_and_empty_rows_are_left_out() -> None:
    grid = read(("某区统计表",), ("街道", "户数"), ("甲", 5), (None, None), ("注：由某区民政局提供",))
    assert grid.header == ("街道", "户数")
    assert [row.cells for row in grid.rows] == [("甲", "5")]
    assert grid.rows[0].number == 3


def test_numbers_days_and_answers_become_plain_text() -> None:
    grid = read(("a", "b", "c"), (12.0, datetime(2026, 3, 5, 9, 0), True))
    assert grid.rows[0].cells == ("12", "2026-03-05", "是")


def test_merged_cells_all_hold_what_is_seen_in_them() -> None:
    grid = read(("区", "街道"), ("甲区", "一"), (None, "二"), merged="A2:A3")
    assert [row.cells for row in grid.rows] == [("甲区", "一"), ("甲区", "二")]


def test_what_is_no_workbook_is_a_problem() -> None:
    with LimitedProcess() as process:
        grid, (problem,) = decode_workbook(process, b"PK\x03\x04 broken", "t.xlsx")
    assert grid is None
    assert problem.rule.code == "broken-workbook"
