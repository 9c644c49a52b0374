"""What people really send becomes a raw table: headings anywhere, dates in every form, faults told by cell."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from generator.exchange.imported_headings import plain_heading
from generator.exchange.imported_tables import read_sheet
from generator.exchange.workbook_reading import text_sheet
from generator.model.feature import Filling
from generator.model.table import Origin
from tests.builders import dataset, field
from tests.exchange.written import column, read, workbook

PEOPLE = dataset(
    "helpers",
    field("name", title="名称", required=True, aliases=("帮扶名称", "项目名称")),
    field("phone", title="电话", format="telephone", aliases=("联系电话",)),
    field("since", "date", title="有效期起"),
    field("until", "date", title="有效期止"),
    field("count", "integer", title="名额"),
    field("groups", "list", title="对象", categories={"old": "老人", "ill": "重病患者"}),
    field("papers", "list", title="材料"),
    field("simple", "boolean", title="简化", descriptor={"trueValues": ["是"], "falseValues": ["否"]}),
    order=(("since", "until"),),
)
HEADINGS = ["序号", "名称", "电话", "有效期起", "有效期止", "名额", "对象", "材料", "简化", "ID"]


def read_one(heading: str, written: object, **labels: dict[str, str]) -> object:
    """What one written cell becomes."""
    data = workbook(["ID", "名称", heading], ["a", "甲", written])
    name = next(each.name for each in PEOPLE.fields if each.title == heading)
    return column(read(PEOPLE, data, **labels), name)[0]


def test_headings_are_found_below_merged_titles_in_any_order_under_their_aliases() -> None:
    data = workbook(
        ["河西区慈善帮扶资源表", None, None],
        ["填报日期：2026年7月1日", None, None],
        ["联系电话 ", "帮扶名称*", "ID（可不填）"],
        ["022-示例号码", "助学", "x"],
        merged=["A1:C1", "A2:C2"],
    )
    table = read(PEOPLE, data)
    assert column(table, "name") == ["助学"]
    assert table.columns == {"phone": 1, "name": 2, "id": 3}
    assert table.locate(table.table.origins[0], "name").cell == "B4"


def test_headings_of_two_rows_are_read_together() -> None:
    data = workbook(
        ["名称", "有效期", None, "ID"],
        [None, "起", "止", None],
        ["助学", "2026-07-01", "2026-12-31", "x"],
        merged=["B1:C1", "A1:A2", "D1:D2"],
    )
    table = read(PEOPLE, data)
    assert column(table, "until") == ["2026-12-31"]
    assert not table.problems


def test_a_cell_merged_over_several_rows_stands_for_each_of_them() -> None:
    data = workbook(["名称", "电话", "ID"], ["甲", "12345", "a"], [None, "12345", "b"], merged=["A2:A3"])
    assert column(read(PEOPLE, data), "name") == ["甲", "甲"]


def test_sums_signatures_and_repeated_headings_are_no_records() -> None:
    data = workbook(
        ["名称", "ID"], ["甲", "a"], ["名称", "ID"], ["乙", "b"], [None, None], ["合计", None], ["填表人：某某"]
    )
    table = read(PEOPLE, data)
    assert column(table, "name") == ["甲", "乙"]
    assert [(each.rule.code, each.location.cell) for each in table.problems] == [
        ("not-a-record", "A6"),
        ("not-a-record", "A7"),
    ]


@pytest.mark.parametrize("name", ["审批期间要用钱", "填表看不懂", "合计不出来", "填表", "联系人搬走了"])
def test_a_name_that_only_begins_like_a_signature_is_read(name: str) -> None:
    table = read(PEOPLE, workbook(["名称", "ID", "电话"], [name, "a", None]))
    assert (column(table, "name"), table.problems) == ([name], ())


def test_unknown_repeated_and_missing_columns_are_told_at_their_headings() -> None:
    table = read(PEOPLE, workbook(["ID", "电话", "联系电话", "领导批示"], ["a", "12345", "12345", "同意"]))
    told = {each.rule.code: each.location.cell for each in table.problems}
    assert told == {"unknown-column": "D1", "duplicate-column": "C1", "missing-column": "A1"}


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("2026.7.1", "2026-07-01"),
        ("2026年7月1日", "2026-07-01"),
        ("２０２６／０７／０１", "2026-07-01"),
        ("2026-7-1", "2026-07-01"),
        ("20260701", "2026-07-01"),
        (46204, "2026-07-01"),
        ("46204", "2026-07-01"),
        (date(2026, 7, 1), "2026-07-01"),
        (datetime(2026, 7, 1, 8, 30), "2026-07-01"),
        ("2026年7月", "2026-07-01"),
        (2026.7, "2026-07-01"),
        ("2026.2.30", "2026.2.30"),
        (2026.1, "2026.1"),
        ("长期", "长期"),
    ],
)
def test_dates_are_read_in_every_form_and_never_guessed(written: object, wanted: str) -> None:
    assert read_one("有效期起", written) == wanted


def test_a_month_alone_ends_on_its_last_day_where_a_period_ends_and_says_so() -> None:
    table = read(PEOPLE, workbook(["ID", "名称", "有效期止"], ["a", "甲", "2026年12月"]))
    assert column(table, "until") == ["2026-12-31"]
    assert [(each.rule.code, each.location.cell) for each in table.problems] == [("understood", "C2")]


@pytest.mark.parametrize(
    ("heading", "written", "wanted"),
    [
        ("名额", "１，２００户", "1200"),
        ("名额", 80.0, "80"),
        ("名额", "不限", None),
        ("名额", "约 80", "约80"),
        ("电话", "０２２—示例 号码３０１８", "022-示例号码3018"),
        ("电话", 12345, "12345"),
        ("简化", "√", "是"),
        ("简化", "无", "否"),
        ("简化", "也许", "也许"),
        ("材料", "身份证原件、复印件；户口簿", ["身份证原件、复印件", "户口簿"]),
        ("材料", "Ａ４复印件（２份）", ["A4复印件（2份）"]),
    ],
)
def test_cells_are_read_as_people_write_them(heading: str, written: object, wanted: object) -> None:
    assert read_one(heading, written) == wanted


def test_names_stand_for_codes_and_a_beginning_will_do_where_only_one_begins_so() -> None:
    labels = {"老人": "old", "重病患者": "ill", "残疾人": "dis", "残疾儿童": "child"}
    assert read_one("对象", "老人、重病，残疾", groups=labels) == ["old", "ill", "残疾"]


def test_what_is_given_holds_for_every_row_and_a_sheet_that_says_otherwise_is_told() -> None:
    data = workbook(["ID", "名称"], ["a", None], ["b", "别的"])
    table = read(PEOPLE, data, {"name": "甲"})
    assert column(table, "name") == ["甲", "别的"]
    assert [(each.rule.code, each.location.cell) for each in table.problems] == [("path-mismatch", "B3")]


def test_a_sheet_without_the_headings_of_the_dataset_is_none_of_its_tables() -> None:
    sheet = text_sheet("a.csv", [["完全", "不相干"], ["1", "2"]])
    assert read_sheet(PEOPLE, sheet, {}, Filling({})) is None


def test_a_heading_is_known_without_its_decoration() -> None:
    for written in ("*联系电话：", "联系 电话\n（座机）", "联系电话【必填】"):
        assert plain_heading(written) == "联系电话"


def test_a_field_without_a_column_is_told_at_the_first_cell_of_its_row() -> None:
    table = read(PEOPLE, workbook(["ID", "名称"], ["a", "甲"]))
    assert table.locate(Origin("表.xlsx", row=2), "phone").cell == "A2"
