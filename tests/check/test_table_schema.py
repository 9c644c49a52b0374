"""The Table Schema: what it allows and nothing here can show is a fault as much as what it forbids."""

from __future__ import annotations

from typing import Any

import pytest

from tests.check.factory import NOTES, changed, faults

FIELD = "schema.fields.1"


@pytest.mark.parametrize(
    ("trail", "value", "said"),
    [
        ("", "x", "：每个字段应当由“名称: 内容”组成"),
        ("name", "id", ".name：字段 id 写了两次"),
        ("name", "digest", ".name：digest 是保留的字段名，请换一个"),
        ("name", "名称", "：字段的 name 应当由英文字母、数字和下划线组成，以字母开头"),
        ("name", ..., "：字段的 name 应当由英文字母、数字和下划线组成，以字母开头"),
        ("constrains", {}, ".constrains：没有 constrains 这一项，是不是 constraints"),
        ("format", "uuid", ".format：只有 string 字段可以写 format，可以用：uri、email"),
        ("categories", [], ".categories：应当是一个列表，至少写一个可选的值"),
        ("categories", ["a", "a"], ".categories：值“a”写了两次"),
        ("categories", [{"value": "a", "name": "甲"}], ".categories：没有 name 这一项"),
        ("constraints", {"requird": True}, ".constraints.requird：没有 requird 这一项，是不是 required"),
        ("constraints", {"pattern": "("}, ".constraints.pattern：“(”不是正则表达式"),
        ("constraints", {"minLength": 5, "maxLength": 2}, ".constraints.minLength：minLength 大于 maxLength，"
         "什么都填不进去"),
        ("constraints", [], ".constraints：应当由“名称: 内容”组成"),
    ],
)  # fmt: skip
def test_a_fault_in_a_field_is_named_where_it_stands(trail: str, value: Any, said: str) -> None:
    assert faults(changed(f"{FIELD}.{trail}".rstrip("."), value)) == [f"schema.fields{said}"]


@pytest.mark.parametrize("type_", [..., "text", "datetime", "yearmonth", None, [], {}])
def test_a_type_that_nothing_here_can_show_is_a_fault(type_: Any) -> None:
    (said,) = faults(changed(f"{FIELD}.type", type_))
    assert "可以用：string、integer、number、boolean、date、list、year" in said


@pytest.mark.parametrize(
    "field",
    [
        {"type": "integer", "constraints": {"minimum": "many"}},
        {"type": "date", "constraints": {"maximum": "2026-13-01"}},
        {"type": "number", "constraints": {"minimum": 5, "maximum": 1}},
        {"type": "integer", "constraints": {"enum": ["many"]}},
        {"type": "integer", "constraints": {"pattern": "1"}},
        {"type": "integer", "categories": ["1"]},
        {"type": "integer", "example": "many"},
        {"type": "list", "itemType": "integer"},
        {"type": "list", "delimiter": ""},
        {"type": "list", "constraints": {"enum": ["a"]}},
        {"type": "list", "constraints": {"minLength": 2}},
        {"type": "boolean", "trueValues": []},
        {"type": "boolean", "falseValues": "否"},
        {"type": "string", "constraints": {"required": "yes"}},
        {"type": "string", "categories": [5]},
        {"type": "string", "categories": [{"label": "甲"}]},
        {"type": "string", "categories": "a"},
        {"type": "string", "title": 5},
    ],
)
def test_a_field_that_could_never_work_is_one_fault(field: dict[str, Any]) -> None:
    document = changed("schema.fields", [*NOTES["schema"]["fields"], {"name": "value", **field}])
    assert len(faults(document)) == 1


@pytest.mark.parametrize(
    "field",
    [
        {"type": "string", "format": "uri"},
        {"type": "string", "constraints": {"pattern": "a|b", "required": True, "unique": True}},
        {"type": "integer", "constraints": {"minimum": 0, "enum": [1, 2]}},
        {"type": "date", "constraints": {"minimum": "2000-01-01"}, "example": "2026-01-31"},
        {"type": "number", "constraints": {"minimum": 0.5}},
        {"type": "boolean", "trueValues": ["是"], "falseValues": ["否"], "example": "是"},
        {"type": "list", "delimiter": ";", "categories": ["a", {"value": "b", "label": "乙"}]},
        {"type": "year"},
    ],
)
def test_a_field_that_works_is_no_fault(field: dict[str, Any]) -> None:
    assert faults(changed("schema.fields", [*NOTES["schema"]["fields"], {"name": "value", **field}])) == []
