from pathlib import Path

import pytest

from generator.model.rule import Severity
from tests.read.factory import WINDOWS, Reading, dataset, field, windows

HEADER = "id,name,groups,papers,note\n"


def test_each_line_is_a_row_that_knows_its_place_and_takes_columns_from_the_path(tmp_path: Path) -> None:
    reading = windows(tmp_path, HEADER + "w1, 示例窗口 ,a;b,,\nw2,二,,,备注\n")
    assert reading.problems == ()
    assert reading.records[0] == {
        "division": "120101", "id": "w1", "name": "示例窗口", "groups": ["a", "b"], "papers": None, "note": None,
    }  # fmt: skip
    assert [(origin.line, origin.row) for origin in reading.tables[0].origins] == [(2, 2), (3, 3)]


def test_headers_may_be_titles_or_names_in_any_order(tmp_path: Path) -> None:
    reading = windows(tmp_path, "窗口名称,id\n示例窗口,w1\n")
    assert (reading.records[0]["id"], reading.records[0]["name"]) == ("w1", "示例窗口")


def test_lines_are_counted_through_cells_of_several_lines_and_blank_lines(tmp_path: Path) -> None:
    reading = windows(tmp_path, 'id,name,note\r\nw1,一,"上\r\n下"\r\n\r\n ,,\r\nw2,二,\r\n')
    assert reading.problems == ()
    assert [(origin.line, origin.row) for origin in reading.tables[0].origins] == [(2, 2), (6, 5)]
    assert reading.records[0]["note"] == "上\r\n下"


@pytest.mark.parametrize("written", ["a;b", "a；b", "a、b", "a， b；"])
def test_lists_of_codes_are_cut_at_chinese_marks_too(tmp_path: Path, written: str) -> None:
    assert windows(tmp_path, f'id,name,groups\nw1,一,"{written}"\n').records[0]["groups"] == ["a", "b"]


def test_lists_of_free_text_are_cut_at_the_declared_delimiter_only(tmp_path: Path) -> None:
    reading = windows(tmp_path, "id,name,papers\nw1,一,街道（镇、乡）介绍信；身份证\n")
    assert reading.records[0]["papers"] == ["街道（镇、乡）介绍信", "身份证"]


@pytest.mark.parametrize(
    ("encoding", "rules", "shown"),
    [("utf-8", [], ""), ("utf-8-sig", [], ""), ("gbk", ["encoding"], "GBK"), ("utf-16", ["encoding"], "UTF-16")],
)
def test_what_excel_saves_is_read_and_said(tmp_path: Path, encoding: str, rules: list[str], shown: str) -> None:
    reading = windows(tmp_path, "id,name\nw1,示例窗口\n".encode(encoding))
    assert reading.records[0]["name"] == "示例窗口"
    assert reading.rules == rules
    assert all(shown in problem.message and problem.severity is Severity.WARNING for problem in reading.problems)


@pytest.mark.parametrize("delimiter", [";", "\t", "，", "；", "|"])
def test_other_delimiters_are_read_with_advice(tmp_path: Path, delimiter: str) -> None:
    reading = windows(tmp_path, f"id{delimiter}name\nw1{delimiter}示例窗口\n")
    assert reading.records[0]["name"] == "示例窗口"
    assert (reading.only.rule.code, reading.only.severity) == ("delimiter", Severity.ADVICE)


def test_a_column_misspelt_is_one_problem_that_offers_the_nearest(tmp_path: Path) -> None:
    reading = windows(tmp_path, "id,窗口名\nw1,示例窗口\n")
    assert reading.rules == ["unknown-column"]
    assert "name（窗口名称）" in reading.only.hint
    assert (*reading.place, reading.only.location.row) == (1, 4, 1)


def test_an_unknown_column_does_not_hide_the_rows(tmp_path: Path) -> None:
    reading = windows(tmp_path, "id,name,天气\nw1,示例窗口,晴\n")
    assert (reading.rules, len(reading.records)) == (["unknown-column"], 1)


def test_a_column_without_a_name_is_a_problem_unless_it_is_empty_and_last(tmp_path: Path) -> None:
    assert windows(tmp_path, "id,name,,\nw1,一,,\n").problems == ()
    assert "第 2 列没有列名" in windows(tmp_path, "id,,name\nw1,,一\n").only.message


def test_required_columns_that_are_missing_are_named_once(tmp_path: Path) -> None:
    reading = windows(tmp_path, "id,note\nw1,一\nw2,二\n")
    assert (reading.rules, reading.records) == (["missing-column"], [])
    assert "窗口名称（name）" in reading.only.message


def test_one_column_twice_is_a_problem_and_the_first_counts(tmp_path: Path) -> None:
    reading = windows(tmp_path, "id,name,窗口名称\nw1,一,二\n")
    assert (reading.rules, reading.records[0]["name"]) == (["duplicate-column"], "一")
    assert reading.place == (1, 9)


def test_data_in_place_of_the_header_is_not_repeated(tmp_path: Path) -> None:
    reading = windows(tmp_path, "张三,13800000000\n李四,13900000000\n")
    assert reading.rules == ["missing-header"]
    assert "张三" not in reading.only.message + reading.only.hint


def test_too_many_cells_leave_out_the_row_and_the_rest_goes_on(tmp_path: Path) -> None:
    reading = windows(tmp_path, "id,name\nw1,一,多\nw2,二,,\n")
    assert (reading.rules, reading.place) == (["ragged-row"], (2, 6))
    assert [record["id"] for record in reading.records] == ["w2"]


def test_rows_that_end_early_are_filled_with_one_piece_of_advice(tmp_path: Path) -> None:
    reading = windows(tmp_path, HEADER + "w1,一\nw2,二\n")
    assert (reading.only.severity, len(reading.records)) == (Severity.ADVICE, 2)
    assert "等 2 行" in reading.only.message


def test_a_row_that_ends_before_a_required_cell_is_an_error(tmp_path: Path) -> None:
    reading = windows(tmp_path, "id,note,name\nw1,一,一\n注：示例\n")
    assert (reading.only.severity, reading.only.location.row, len(reading.records)) == (Severity.ERROR, 3, 1)


def test_a_quote_that_is_not_closed_names_the_row_where_it_began(tmp_path: Path) -> None:
    reading = windows(tmp_path, 'id,name\nw1,一\nw2,"二\nw3,三\n')
    assert (reading.rules, reading.only.location.line, len(reading.records)) == (["unclosed-quote"], 3, 1)


def test_quotes_inside_quotes_cost_one_row_and_one_problem(tmp_path: Path) -> None:
    reading = windows(tmp_path, 'id,name\nw1,"他说"好"，\n然后走了"\nw2,二\n')
    assert (reading.rules, [record["id"] for record in reading.records]) == (["unclosed-quote"], ["w2"])


def test_a_cell_without_end_is_a_problem_not_an_error_of_the_library(tmp_path: Path) -> None:
    assert windows(tmp_path, 'id,name\nw1,"' + "长" * 200_000).rules == ["unclosed-quote"]


def test_a_column_that_contradicts_the_path_is_one_problem_for_all_rows(tmp_path: Path) -> None:
    reading = windows(tmp_path, "division,id,name\n120102,w1,一\n120102,w2,二\n,w3,三\n120101,w4,四\n")
    assert (reading.rules, reading.place) == (["path-mismatch"], (2, 1))
    assert [(record["id"], record["division"]) for record in reading.records] == [("w3", "120101"), ("w4", "120101")]


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n\r\n"])
def test_an_empty_file_is_a_problem(tmp_path: Path, content: bytes) -> None:
    assert windows(tmp_path, content).rules == ["empty-file"]


def test_nul_bytes_are_named_with_their_line(tmp_path: Path) -> None:
    reading = windows(tmp_path, b"id,name\nw1,a\0b\n")
    assert (reading.rules, reading.place) == (["control-character"], (2, 5))


def test_a_file_with_no_end_of_problems_is_given_up(tmp_path: Path) -> None:
    reading = windows(tmp_path, "id,name\n" + "w,一,多\n" * 1000)
    assert (len(reading.problems), reading.rules[-1]) == (101, "too-many-problems")


def test_a_title_two_fields_share_is_not_taken_for_either(tmp_path: Path) -> None:
    twins = dataset("twins", "twins.csv", field("id", required=True), field("a", "名称"), field("b", "名称"))
    assert Reading(tmp_path, twins, "twins.csv", "id,名称\nx,y\n").rules == ["unknown-column"]


def test_tables_keep_the_order_of_sources_and_declared_columns(tmp_path: Path) -> None:
    Reading(tmp_path, WINDOWS, "120102.csv", "id,name\nw2,二\n")
    reading = windows(tmp_path, "name,id\n一,w1\n")
    assert [record["id"] for record in reading.records] == ["w1", "w2"]
    assert reading.tables[0].columns == tuple(WINDOWS.columns)


def test_a_workbook_among_the_records_is_a_problem(tmp_path: Path) -> None:
    books = dataset("books", "{id}.csv", field("id"))
    assert Reading(tmp_path, books, "a.XLSX", b"PK").rules == ["unknown-kind"]
