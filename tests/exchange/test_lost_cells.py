"""Nothing that stands in a workbook is lost in silence: it is read right, or an error names its cell.

What is wrong with each workbook is what real programs wrote; expected cells were counted by hand.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from generator.base.limits import LimitedProcess
from generator.exchange.imported_tables import Filling, SheetTable, read_sheet
from generator.exchange.workbook_reading import open_workbook, read_workbook
from generator.model.problem import Problem
from tests.builders import dataset, field
from tests.exchange.written import column, saved, workbook

OFFERS = dataset(
    "offers",
    field("name", title="名称", required=True),
    field("note", title="备注"),
    field("since", "date", title="有效期起"),
)
HEADINGS = ["ID", "名称", "备注", "有效期起"]
SHEET = "xl/worksheets/sheet1.xml"
Cells = list[tuple[str, str | None]]


def tampered(data: bytes, part: str, *changes: tuple[str, str]) -> bytes:
    """A workbook in which some text of one of its parts is another."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            text = source.read(name)
            for old, new in changes if name == part else ():
                assert old.encode() in text, old
                text = text.replace(old.encode(), new.encode(), 1)
            target.writestr(name, text)
    return made.getvalue()


def told(problems: Sequence[Problem]) -> Cells:
    return [(each.rule.code, each.location.cell) for each in problems]


def read_one(data: bytes) -> tuple[SheetTable, Cells]:
    """The one sheet of a workbook as records, and everything that is told of it."""
    sheets, problems = read_workbook(data, "a.xlsx")
    table = read_sheet(OFFERS, sheets[0], {}, Filling({}))
    assert table is not None
    return table, told((*problems, *table.problems))


def row(*cells: object) -> bytes:
    return workbook(HEADINGS, list(cells))


def added(cells: str) -> bytes:
    """One good record, and some more cells behind the last row."""
    return tampered(row("a", "甲", "", "2026-07-01"), SHEET, ("</sheetData>", f"{cells}</sheetData>"))


@pytest.mark.parametrize("dimension", ["A1", "A1:A1", "A1:C1", "B7:XFD1048576"])
@pytest.mark.parametrize("cell", ['<c r="C3"><f>VLOOKUP(A3,F:G,2,0)</f></c>', '<c r="C3"><f>A1</f><v></v></c>'])
def test_a_formula_without_a_result_is_told_whatever_size_the_sheet_says_it_has(dimension: str, cell: str) -> None:
    data = added(f'<row r="3"><c r="A3" t="inlineStr"><is><t>b</t></is></c>{cell}</row>')
    _, found = read_one(tampered(data, SHEET, ('<dimension ref="A1:D2"', f'<dimension ref="{dimension}"')))
    assert ("formula-unread", "C3") in found


def test_an_error_of_the_spreadsheet_is_told_also_where_no_formula_is_left() -> None:
    _, found = read_one(added('<row r="3"><c r="A3" t="e"><v>#N/A</v></c></row>'))
    assert ("formula-unread", "A3") in found


def test_a_formula_that_gives_no_text_is_an_empty_cell() -> None:
    _, found = read_one(added('<row r="3"><c r="B3" t="str"><f>IF(1,"","")</f><v></v></c></row>'))
    assert found == []


def test_a_million_formulas_are_a_few_problems() -> None:
    rows = "".join(f'<row r="{at}"><c r="C{at}"><f>A{at}</f></c></row>' for at in range(3, 5_003))
    _, found = read_one(added(rows))
    assert found.count(("formula-unread", None)) == 1
    assert len(found) == 21


def test_hidden_rows_and_columns_with_anything_in_them_are_refused() -> None:
    book = Workbook()
    sheet = book.active
    for cells in ([*HEADINGS, None, "内部"], ["a", "甲"], ["b", "乙"], ["c", "丙"]):
        sheet.append(cells)
    sheet.column_dimensions["F"].hidden = True
    sheet.column_dimensions["G"].hidden = True
    sheet.row_dimensions[3].hidden = True
    _, found = read_one(saved(book))
    assert [each for each in found if each[0] == "hidden-cells"] == [("hidden-cells", "F1"), ("hidden-cells", "A3")]


def test_rows_and_columns_of_no_size_are_hidden_too() -> None:
    data = tampered(row("a", "甲"), SHEET, ('<row r="2"', '<row r="2" ht="0" customHeight="1"'))
    assert ("hidden-cells", "A2") in read_one(data)[1]
    narrow = '<cols><col min="2" max="2" width="0" customWidth="1"/></cols><sheetData>'
    assert ("hidden-cells", "B1") in read_one(tampered(row("a", "甲"), SHEET, ("<sheetData>", narrow)))[1]


@pytest.mark.parametrize("blank", [" ", "x"])
def test_a_cell_in_the_farthest_corner_is_named_and_costs_nothing(blank: str) -> None:
    far = f'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t xml:space="preserve">{blank}</t></is></c></row>'
    with LimitedProcess() as process:
        sheets, problems = open_workbook(process, added(far), "a.xlsx")
    assert (sheets, told(problems)) == ((), [("sheet-too-large", "XFD1048576")])


def test_merged_cells_that_reach_everywhere_or_lie_below_the_table_cost_nothing() -> None:
    for area in ("A1:XFD1048576", "A10:A20", "B2:B1048576", "XFD1:XFD9"):
        merged = f'</sheetData><mergeCells count="1"><mergeCell ref="{area}"/></mergeCells>'
        data = tampered(row("a", "甲"), SHEET, ("</sheetData>", merged))
        (sheet,), problems = read_workbook(data, "a.xlsx")
        assert (len(sheet.rows), problems) == (2, ())
        assert read_sheet(OFFERS, sheet, {}, Filling({})) is not None


def test_styles_that_nobody_can_make_sense_of_do_not_matter() -> None:
    data = tampered(row("a", "甲"), "xl/styles.xml", ("<fill>", "<fill/><fill>"))
    assert column(read_one(data)[0], "name") == ["甲"]


@pytest.mark.parametrize("heading", [None, 2026, 1.5, date(2026, 7, 1), datetime(2026, 7, 1, 8), True, "  "])
def test_a_filled_cell_under_no_heading_is_told(heading: object) -> None:
    _, found = read_one(
        workbook([*HEADINGS, heading], ["a", "甲"], ["b", "乙", "", "", "另收 200 元"], ["c", "丙", "", "", 5])
    )
    assert found == [("unknown-column", "E3")]


def test_a_row_with_nothing_but_a_cell_under_no_heading_is_told_too() -> None:
    table, found = read_one(workbook(HEADINGS, ["a", "甲"], [None, None, None, None, None, "另收 200 元"]))
    assert (len(table.table.rows), found) == (1, [("unknown-column", "F3")])


def test_columns_that_number_the_rows_are_no_loss() -> None:
    _, found = read_one(workbook(["序号", *HEADINGS], [1, "a", "甲"], [2, "b", "乙"], [3], [4]))
    assert found == []


def test_a_name_may_begin_like_the_example_row() -> None:
    table, _ = read_one(
        workbook(
            ["名称", "ID"], ["示例行动计划", "a"], ["示例行", "b"], ["示例行，导入时不读", "c"], ["示例行业协会", "d"]
        )
    )
    assert column(table, "name") == ["示例行动计划", "示例行业协会"]


def test_days_counted_from_1904_are_the_days_that_were_meant() -> None:
    """By Microsoft's own words the two counts lie 1,462 days apart: 30 June 2022 is 1 July 2026."""
    data = row("a", "甲", None, 44742)
    assert column(read_one(data)[0], "since") == ["2022-06-30"]
    later = tampered(data, "xl/workbook.xml", ("<workbookPr", '<workbookPr date1904="1"'))
    assert column(read_one(later)[0], "since") == ["2026-07-01"]


def test_a_count_from_1904_that_no_program_wrote_is_read_all_the_same() -> None:
    """Put in by hand, and with it half a mark that no reader of XML accepts."""
    data, broken = row("a", "甲", None, 44742), '<workbookPr date1904="1"/><workbookPr date1904="1"otection'
    assert column(read_one(tampered(data, "xl/workbook.xml", ("<workbookPr", broken)))[0], "since") == ["2026-07-01"]


def test_a_sheet_that_only_one_of_two_readers_sees_is_refused() -> None:
    broken = ("<sheet ", "<sheet name2=1 ")
    _, problems = read_workbook(tampered(row("a", "甲", None, 44742), "xl/workbook.xml", broken), "a.xlsx")
    assert told(problems) == [("broken-workbook", None)]


@pytest.mark.parametrize("year", [2026, 20260701])
def test_a_day_written_out_as_a_number_is_counted_from_nowhere(year: int) -> None:
    data = tampered(row("a", "甲", None, year), "xl/workbook.xml", ("<workbookPr", '<workbookPr date1904="1"'))
    assert column(read_one(data)[0], "since") == column(read_one(row("a", "甲", None, year))[0], "since")


@pytest.mark.parametrize("sign", ["_x000B_", "_x0007_", "_x0000_", "\x7f", "\x80"])
def test_signs_that_nobody_sees_are_told_by_cell(sign: str) -> None:
    data = tampered(row("a", "MARK", "x"), SHEET, ("MARK", f"MA{sign}RK"))
    assert ("control-character", "B2") in read_one(data)[1]


def test_headings_in_another_order_begin_another_table() -> None:
    _, found = read_one(workbook(HEADINGS, ["a", "甲"], ["名称", "ID", "备注"], ["乙", "b"]))
    assert found == [("second-table", "A3")]
    _, found = read_one(workbook(HEADINGS, ["a", "甲"], HEADINGS, ["b", "乙"]))
    assert found == []


def test_rows_are_read_to_the_last() -> None:
    rows = "".join(
        f'<row r="{at}"><c r="B{at}" t="inlineStr"><is><t>{at}</t></is></c></row>' for at in range(3, 25_003)
    )
    assert column(read_one(added(rows))[0], "name")[-1] == "25002"


def test_a_sheet_that_holds_only_formulas_without_results_is_not_passed_over() -> None:
    data = workbook(HEADINGS, ["a", "甲"])
    book = Workbook()
    book.active.append(HEADINGS)
    other = book.create_sheet("二")
    other["A1"] = "=1+1"
    _, problems = read_workbook(saved(book), "a.xlsx")
    assert [(each.rule.code, each.location.file, each.location.cell) for each in problems] == [
        ("formula-unread", "a.xlsx（二）", "A1")
    ]
    assert read_workbook(data, "a.xlsx")[1] == ()


def test_every_part_cut_or_garbled_is_one_problem() -> None:
    whole = workbook(HEADINGS, ["a", "甲"])
    with ZipFile(BytesIO(whole)) as packed:
        names = packed.namelist()
    with LimitedProcess() as process:
        for name in names:
            made = BytesIO()
            with ZipFile(BytesIO(whole)) as source, ZipFile(made, "w") as target:
                for each in source.namelist():
                    text = source.read(each)
                    target.writestr(each, text[: len(text) // 2] + b"\xff<&" if each == name else text)
            sheets, problems = open_workbook(process, made.getvalue(), "a.xlsx")
            assert sheets or {each.rule.code for each in problems} == {"broken-workbook"}, name


def test_a_panic_of_the_library_is_a_problem() -> None:
    """An old workbook one byte of which was changed at random; see `tests/fuzz`."""
    broken = b64decode(Path(__file__).with_name("panic.txt").read_text("ascii"))
    with LimitedProcess() as process:
        sheets, problems = open_workbook(process, broken, "a.xls")
    assert (sheets, told(problems)) == ((), [("broken-workbook", None)])


def test_what_takes_too_long_is_a_problem() -> None:
    with LimitedProcess(seconds=0.001) as process:
        sheets, problems = open_workbook(process, workbook(HEADINGS, ["a", "甲"]), "a.xlsx")
    assert (sheets, [each.rule.code for each in problems]) == ((), ["sheet-too-large"])
