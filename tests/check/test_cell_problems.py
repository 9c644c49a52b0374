"""What Frictionless says of a cell, told so that a charity's clerk can mend it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.check.factory import fault_in, rows, with_field


@pytest.mark.parametrize(
    ("field", "value", "rule", "message", "hint"),
    [
        ({"type": "integer"}, "3.5", "type", "“值”应当是整数，写的是“3.5”。", "只写数字，不加逗号、单位和小数。"),
        ({"type": "number"}, "3万", "type", "“值”应当是数字，写的是“3万”。",
         "只写数字，不加逗号和单位；“万元”请换算成元。"),
        ({"type": "date"}, "2026年1月1日", "type", "“值”应当是日期，写的是“2026年1月1日”。",
         "写成 2026-01-31 这样的日期，并核对这一天是否存在。"),
        ({"type": "year"}, "今年", "type", "“值”应当是年份，写的是“今年”。", "写成 2026 这样四位数字。"),
        ({"type": "boolean", "trueValues": ["是"], "falseValues": ["否"]}, "true", "type", "“值”写的“true”看不懂。",
         "只能写“是”或“否”。"),
        ({"type": "boolean"}, "是", "type", "“值”写的“是”看不懂。", "只能写“true”或“false”。"),
        ({"constraints": {"required": True}}, None, "required", "“值”没有填。", "这一项必填。"),
        ({"constraints": {"maxLength": 2}}, "三个字", "length", "“值”有 3 个字，最多 2 个字。",
         "写得短一些，细节放到别的栏目。"),
        ({"constraints": {"minLength": 2}}, "一", "length", "“值”只有 1 个字，至少 2 个字。", "写得完整一些。"),
        ({"type": "integer", "constraints": {"minimum": 1}}, "0", "range", "“值”不能小于 1，写的是“0”。",
         "核对后改正。"),
        ({"type": "date", "constraints": {"maximum": "2026-12-31"}}, "2027-01-01", "range",
         "“值”不能大于 2026-12-31，写的是“2027-01-01”。", "核对后改正。"),
        ({"type": "integer", "constraints": {"enum": [1, 2]}}, "3", "enum", "“值”写的“3”不在可选的范围里。",
         "可以写：1、2。"),
        ({"description": "两位数字。", "example": "01", "constraints": {"pattern": "[0-9]{2}"}}, "1", "pattern",
         "“值”的写法不对：“1”。", "两位数字。例如 01。"),
    ],
)  # fmt: skip
def test_a_fault_of_a_cell_reads_like_this(
    field: dict[str, Any], value: str | None, rule: str, message: str, hint: str
) -> None:
    problem = fault_in(with_field(**field), value)
    assert (problem.rule.code, problem.message, problem.hint) == (rule, message, hint)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("runing", "是不是 running（进行中）？"), ("进行", "是不是 running（进行中）？"), ("无关的话", "")],
)
def test_the_nearest_allowed_value_comes_before_all_of_them(written: str, meant: str) -> None:
    categories = [{"value": "running", "label": "进行中"}, {"value": "ended", "label": "已结束"}]
    problem = fault_in(with_field(categories=categories), written)
    assert problem.hint == f"{meant}可以写：running（进行中）、ended（已结束）。"


def test_a_cell_that_breaks_several_rules_is_told_the_one_that_explains_most() -> None:
    field = with_field(categories=["running"], constraints={"minLength": 3, "pattern": "[a-z]+"})
    assert fault_in(field, "1").rule.code == "enum"


def test_a_pattern_holds_for_the_whole_value() -> None:
    dataset = with_field(constraints={"pattern": "12|12[0-9]{4}"})
    assert rows(dataset, {"value": "12"}, {"value": "120101"})[1] == ()
    assert fault_in(dataset, "12x").rule.code == "pattern"
    assert fault_in(dataset, "x120101").rule.code == "pattern"


@pytest.mark.parametrize("field", [{"type": "date"}, {"type": "year"}, {"categories": ["a"]}, {"format": "uri"}])
def test_a_value_that_may_be_a_persons_is_masked(field: dict[str, Any]) -> None:
    personal = fault_in(with_field(**field, personal=["value"]), "示例某人")
    number = fault_in(with_field(**field), "120101199001011234")
    assert "示例某人" not in personal.message + personal.hint
    assert "1990" not in number.message + number.hint
