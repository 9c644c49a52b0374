"""Workbooks of any kind become sheets whose cells keep their addresses."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from generator.exchange.workbook_reading import read_workbook
from tests.exchange.written import locked_workbook, saved, workbook


def test_a_sheet_that_begins_far_from_its_corner_keeps_its_addresses() -> None:
    book = Workbook()
    book.active["C4"] = "在 C4"
    (sheet,), _ = read_workbook(saved(book), "a.xlsx")
    assert sheet.rows[3][2] == "在 C4"


def test_merged_cells_are_known() -> None:
    (sheet,), _ = read_workbook(workbook(["标题", None], ["甲", "乙"], merged=["A1:B1"]), "a.xlsx")
    assert sheet.merged == ((0, 0, 0, 1),)


def test_hidden_and_empty_sheets_are_left_out_and_only_several_sheets_are_named() -> None:
    book = Workbook()
    book.active["A1"] = "看得见"
    book.create_sheet("空的")
    hidden = book.create_sheet("藏起来的")
    hidden["A1"] = "看不见"
    hidden.sheet_state = "hidden"
    sheets, _ = read_workbook(saved(book), "a.xlsx")
    assert [sheet.label for sheet in sheets] == ["a.xlsx"]
    book.create_sheet("教育")["A1"] = "又一张"
    sheets, _ = read_workbook(saved(book), "a.xlsx")
    assert [sheet.label for sheet in sheets] == ["a.xlsx（Sheet）", "a.xlsx（教育）"]


def test_what_is_no_workbook_or_holds_nothing_is_one_problem() -> None:
    whole = workbook(["甲"])
    for data, rule in ((b"", "broken-workbook"), (b"%PDF-1.7", "broken-workbook"), (whole[:900], "broken-workbook")):
        assert [each.rule.code for each in read_workbook(data, "a.xlsx")[1]] == [rule]
    assert [each.rule.code for each in read_workbook(saved(Workbook()), "a.xlsx")[1]] == ["empty-file"]


@pytest.mark.parametrize("file", ["a.xlsx", "A.XLSX"])
def test_a_password_is_told_from_damage(file: str) -> None:
    (problem,) = read_workbook(locked_workbook(), file)[1]
    assert (problem.rule.code, problem.location.file) == ("locked-workbook", file)
    assert [each.rule.code for each in read_workbook(locked_workbook()[:700], file)[1]] == ["broken-workbook"]


OPEN_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"


def test_workbooks_that_cannot_be_looked_through_are_refused_with_advice() -> None:
    package = BytesIO()
    with ZipFile(package, "w") as target:
        target.writestr("mimetype", OPEN_DOCUMENT)
        target.writestr("content.xml", "<office:document-content/>")
    for data, name in ((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.et"), (package.getvalue(), "a.ods")):
        sheets, (problem,) = read_workbook(data, name)
        assert (sheets, problem.rule.code) == ((), "broken-workbook")
        assert ".xlsx" in problem.hint
        assert "隐藏" in problem.message
