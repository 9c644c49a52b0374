"""What the block names must be of the type it is named for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.check.factory import changed, faults


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("label", "tags", "directory.label：字段 tags 应当是 string"),
        ("summary", "day", "directory.summary：字段 day 应当是 string"),
        ("order", [["day", "name"]], "directory.order：字段 name 不是日期"),
        ("records", {"min": 5, "max": 1}, "directory.records：min 大于 max，多少条记录都不对"),
        ("formats", {"name": "yuan"}, "directory.formats.name：yuan 只能用于 integer、number 字段"),
        ("formats", {"tags": "telephone"}, "directory.formats.tags：telephone 只能用于 string 字段"),
        ("filters", ["kind", "kind"], "directory.filters：name“kind”不能用在网址里，或与另一个筛选相同"),
        ("filters", [{"field": "kind", "name": "/"}], "directory.filters：name“/”不能用在网址里，或与另一个筛选相同"),
        ("hierarchy", {"parent": "name", "level": "kind"},
         "directory.hierarchy.parent：字段 name 应当在 foreignKeys 里引用本数据集"),
    ],
)  # fmt: skip
def test_a_key_that_names_the_wrong_kind_of_field_is_a_fault(key: str, value: Any, said: str) -> None:
    assert faults(changed(f"directory.{key}", value)) == [said]


def test_a_level_needs_its_list_of_levels() -> None:
    document = changed("directory.hierarchy", {"parent": "name", "level": "name"})
    document["schema"]["foreignKeys"] = [{"fields": ["name"], "reference": {"resource": "notes", "fields": ["id"]}}]
    assert faults(document) == ["directory.hierarchy.level：字段 name 应当有 categories，写明各层"]


def test_values_by_which_a_list_is_narrowed_must_fit_into_addresses() -> None:
    document = changed("schema.fields.3.categories", ["a/b"], changed("directory.filters", ["kind"]))
    assert faults(document) == ["directory.filters：字段 kind 的值“a/b”不能用在网址里"]


def test_a_key_of_several_values_is_a_fault() -> None:
    assert faults(changed("schema.primaryKey", ["tags"])) == [
        "schema.primaryKey：字段 tags 的类型不能作主键，应当是 string"
    ]
