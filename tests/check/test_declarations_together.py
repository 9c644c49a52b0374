"""References, links, levels and nesting must fit the datasets they name."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from generator.check.declarations import check_declarations
from generator.model.declaration import RawDeclaration
from generator.model.problem import Location
from tests.check.factory import NOTES, Document, changed, faults, judged

PLACES: Document = {
    "name": "places",
    "title": "示例地方",
    "path": "places.csv",
    "schema": {
        "fields": [
            {"name": "code", "type": "string"},
            {"name": "level", "type": "string", "categories": ["city", "district"]},
            {"name": "parent", "type": "string"},
        ],
        "primaryKey": ["code"],
        "foreignKeys": [{"fields": ["parent"], "reference": {"resource": "places", "fields": ["code"]}}],
    },
    "directory": {"label": "code", "privacy": "public", "hierarchy": {"parent": "parent", "level": "level"}},
}
LINES: Document = {
    "name": "lines",
    "title": "示例行",
    "schema": {
        "fields": [{"name": "note", "type": "string"}, {"name": "id", "type": "string"}],
        "primaryKey": ["note", "id"],
        "foreignKeys": [{"fields": ["note"], "reference": {"resource": "notes", "fields": ["id"]}}],
    },
    "directory": {"label": "id", "privacy": "public", "nested": {"in": "notes", "list": "lines", "parent": "note"}},
}


def placed(**block: Any) -> Document:
    """Notes whose `name` refers to a place."""
    document = deepcopy(NOTES)
    document["schema"]["foreignKeys"] = [{"fields": ["name"], "reference": {"resource": "places", "fields": ["code"]}}]
    document["directory"] |= block
    return document


def test_what_fits_together_has_no_fault() -> None:
    filters = [{"field": "name", "level": "district"}]
    assert faults(placed(filters=filters, links=[{"field": "name", "backlabel": "记事"}]), PLACES, LINES) == []


def test_a_reference_to_a_dataset_that_does_not_exist_is_a_fault() -> None:
    assert faults(placed()) == ["schema.foreignKeys：字段 name 引用的数据集 places 不存在"]


def test_a_reference_to_a_faulty_or_unreadable_dataset_is_not_told_again() -> None:
    assert len(judged(placed(), changed("title", 5, PLACES))[1]) == 1
    assert judged(placed(), None, names=["notes", "places"])[1] == ()


def test_a_reference_names_the_key_of_what_it_points_at() -> None:
    document = changed("schema.foreignKeys.0.reference.fields", ["level"], placed())
    assert faults(document, PLACES) == ["schema.foreignKeys：reference 的 fields 应当写 示例地方的主键，写成 [code]"]


def test_a_link_without_a_reference_is_a_fault() -> None:
    (said,) = faults(changed("directory.links", [{"field": "name", "backlabel": "记事"}]))
    assert said == "directory.links：字段 name 没有在 foreignKeys 里声明引用哪个数据集"


def test_a_level_that_the_hierarchy_does_not_have_is_a_fault() -> None:
    (said,) = faults(placed(filters=[{"field": "name", "level": "village"}]), PLACES)
    assert said == "directory.filters：示例地方没有“village”这一层"


def test_a_level_of_something_without_levels_is_a_fault() -> None:
    (said,) = faults(changed("directory.filters", [{"field": "kind", "level": "city"}]))
    assert said == "directory.filters：字段 kind 没有引用分层级的数据，不能写 level"


def test_a_list_is_nested_in_records_that_have_a_file_each() -> None:
    document = changed("schema.foreignKeys.0.reference.resource", "places", LINES)
    document["directory"]["nested"]["in"] = "places"
    document["schema"]["foreignKeys"][0]["reference"]["fields"] = ["code"]
    assert faults(document, PLACES) == ["directory.nested.in：places 的记录不是一条一份文件，里面不能再写列表"]


def test_a_list_is_not_nested_in_a_list() -> None:
    inner = {**deepcopy(LINES), "name": "words"}
    inner["directory"]["nested"]["in"] = "lines"
    inner["schema"]["foreignKeys"][0]["reference"]["resource"] = "lines"
    assert faults(NOTES, LINES, inner) == ["directory.nested.in：lines 的记录不是一条一份文件，里面不能再写列表"]


def test_two_datasets_do_not_share_a_list() -> None:
    assert faults(NOTES, LINES, {**LINES, "name": "lines2"}) == [
        "directory.nested.list：notes 里的列表 lines 已由另一个数据集使用"
    ]


def test_a_list_does_not_take_the_name_of_a_field() -> None:
    assert faults(NOTES, changed("directory.nested.list", "tags", LINES)) == [
        "directory.nested.list：notes 已有名为 tags 的字段"
    ]


def test_the_parent_of_a_list_refers_to_what_it_is_nested_in() -> None:
    assert faults(NOTES, changed("schema.foreignKeys", ..., LINES)) == [
        "directory.nested.parent：字段 note 应当在 foreignKeys 里引用 notes"
    ]


def test_two_folders_of_one_name_are_a_fault_that_names_the_other_file() -> None:
    raw = tuple(
        RawDeclaration("notes", folder, f"{folder}/dataset.yaml", NOTES, "")
        for folder in ("data/a/notes", "data/notes")
    )
    datasets, (problem,) = check_declarations(raw, lambda origin, _: Location(origin.file))
    assert "与 data/a/notes/dataset.yaml 重名" in problem.message
    assert (problem.location.file, [each.folder for each in datasets]) == ("data/notes/dataset.yaml", ["data/a/notes"])
