"""What an organisation publishes of itself in a register is left alone; a person's number beside it is found."""

from __future__ import annotations

import pytest

from generator.check.personal.exposures import ExposureKind
from generator.check.personal.sheets import Rows, find_in_sheet

REGISTER = [
    ["机构名称", "统一社会信用代码", "地址", "联系电话", "电子邮箱"],
    ["示例基金会", "", "示例路示例小区3号楼2单元501室", "022-27000001", "lianxi@shili-jijinhui.cn"],
    ["示例协会", "", "示例路8号", "022-27000002", "banshi@shili-xiehui.cn"],
]


def kinds(rows: Rows) -> list[ExposureKind]:
    return [each.exposure.kind for each in find_in_sheet(rows)]


def test_a_register_of_organisations_says_how_they_are_reached() -> None:
    assert not kinds(REGISTER)
    assert not kinds(
        [["序号", "名称", "ADRESS", "tel"], *(["1", f"示例{n}医院", "示例庄8号", "022-27000001"] for n in "甲乙丙")]
    )


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("13800138000", ExposureKind.MOBILE),
        ("022-27000001 / 138 0013 8000", ExposureKind.MOBILE),
        ("shili.wang@163.com", ExposureKind.EMAIL),
        ("11010519491231002X", ExposureKind.IDENTITY_NUMBER),
        ("4111111111111111", ExposureKind.BANK_CARD),
    ],
)
def test_what_is_a_persons_is_found_in_a_register_too(cell: str, kind: ExposureKind) -> None:
    assert kinds([*REGISTER, ["示例中心", "", "", cell, ""]]) == [kind]


@pytest.mark.parametrize("heading", ["姓名", "受助人", "户主", "性别", "出生日期", "first name"])
def test_a_list_of_persons_is_none_though_it_names_an_organisation(heading: str) -> None:
    rows = [
        ["工作单位名称", heading, "地址", "联系电话"],
        ["示例公司", "某某", "示例小区3号楼2单元501室", "022-27000001"],
    ]
    assert set(kinds(rows)) == {ExposureKind.ADDRESS, ExposureKind.LANDLINE}


def test_a_column_of_telephones_abroad_is_told_by_most_of_it() -> None:
    abroad = ["01638 428022", "01228 533915", "01572 723368", "020 7790 3310"]
    assert not kinds([["x", "phone"], *(["y", each] for each in abroad)])
    assert kinds([["x", "phone"], ["y", "020 87903310"], ["y", "020 87903311"]]) == [ExposureKind.LANDLINE] * 2


@pytest.mark.parametrize(
    "text",
    [
        "-.5459035304715585",
        ".4111111111111111",
        "Telefon: +49 1888 7111-400",
        "https://t.example/wXLsO4AZMr",
        "https://example.com/pages/342798703197372/",
        "901658197903249409",
    ],
)
def test_fractions_and_numbers_of_other_countries_are_nobodys(text: str) -> None:
    assert not kinds([["value"], [text]])


def test_answers_in_single_figures_are_no_number_and_boxes_of_a_form_are() -> None:
    answers = list("1995900000712345")
    assert not kinds([[f"q{at}" for at in range(len(answers))], answers])
    assert kinds([["手机", *"13800138000"]]) == [ExposureKind.MOBILE]
