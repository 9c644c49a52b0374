"""A declaration is judged key by key: its faults are named where they stand, each once, and the rest goes on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.check.factory import NOTES, changed, faults, judged


def test_a_declaration_without_fault_is_a_dataset() -> None:
    (dataset,), problems = judged(NOTES)
    assert (dataset.name, list(dataset.columns), problems) == ("notes", ["id", "name", "day", "kind", "tags"], ())


@pytest.mark.parametrize("key", ["name", "title", "schema", "directory", "path"])
def test_what_must_be_there_is_missed_once(key: str) -> None:
    (problem,) = judged(changed(key, ...), names=["notes"])[1]
    assert problem.message == f"数据集“notes”的声明里，整份文件：缺少 {key}。"


@pytest.mark.parametrize(
    ("trail", "value", "said"),
    [
        ("name", "note", "name：名称应当与文件夹相同，写成 notes"),
        ("titel", "x", "titel：没有 titel 这一项，是不是 title"),
        ("title", 5, "title：应当是一段文字"),
        ("sources", "x", "sources：应当是一个列表，每项由“名称: 内容”组成"),
        ("schema", [], "schema：schema.fields 里没有字段"),
        ("schema.primaryKey", ..., "schema：缺少 primaryKey（哪个字段是编号）"),
        ("schema.primaryKey", ["code"], "schema.primaryKey：“code”不是这个数据集的字段"),
        ("schema.primaryKey", [["id"]], "schema.primaryKey：应当是一个字段，或由几个不同字段组成的列表"),
        ("schema.primaryKeys", ["id"], "schema.primaryKeys：没有 primaryKeys 这一项，是不是 primaryKey"),
        ("schema.foreignKeys", {}, "schema.foreignKeys：应当是一个列表"),
        ("directory", None, "directory：应当由“名称: 内容”组成"),
        ("directory.label", ..., "directory：缺少 label"),
        ("directory.label", "title", "directory.label：“title”不是这个数据集的字段"),
        ("directory.lable", "x", "directory.lable：没有 lable 这一项，是不是 label"),
        ("directory.layout", [{"title": "一", "fields": ["id", "id"]}], "directory.layout：字段 id 在两块里都出现了"),
        ("path", "{code}.yaml", "path：“code”不是这个数据集的字段"),
        ("path", "../{id}.yaml", "path：只能写数据集文件夹里面的相对路径"),
        ("path", "/{id}.yaml", "path：只能写数据集文件夹里面的相对路径"),
        ("path", 5, "path：应当是一段文字"),
    ],
)
def test_a_fault_is_named_where_it_stands(trail: str, value: Any, said: str) -> None:
    document = changed(trail, value)
    (problem,) = judged(document, names=["notes"])[1]
    assert problem.message == f"数据集“notes”的声明里，{said}。"
    assert (problem.location.file, problem.record) == ("data/notes/dataset.yaml", "notes")


def test_a_path_of_another_kind_of_file_is_a_fault() -> None:
    (said,) = faults(changed("path", "{id}.xlsx"))
    assert said.startswith("path：文件名应当以")


@pytest.mark.parametrize("name", ["search", "downloads", "datapackage", "Notes", "no-tes", "记事", "a.b", "1a"])
def test_a_folder_whose_name_cannot_be_an_address_is_a_fault(name: str) -> None:
    (problem,) = judged(changed("name", name), names=[name])[1]
    assert "声明里，name：" in problem.message


def test_one_unknown_column_used_in_many_places_is_told_once() -> None:
    document = changed("directory", {"label": "titel", "columns": ["titel"], "sort": ["-titel"]})
    assert faults(document) == ["directory.label：“titel”不是这个数据集的字段（共 3 处）"]


def test_a_misspelt_field_name_is_told_without_all_that_needs_the_field() -> None:
    assert len(faults(changed("schema.fields.0.name", "i d"))) == 1


def test_several_faults_are_all_told() -> None:
    assert len(faults(changed("title", "", changed("path", "a.txt", changed("directory.label", "x"))))) == 3


def test_a_faulty_declaration_leaves_the_others_usable() -> None:
    other = {**NOTES, "name": "others"}
    (dataset,), (problem,) = judged(changed("title", 5), other)
    assert (dataset.name, problem.record) == ("others", "notes")
