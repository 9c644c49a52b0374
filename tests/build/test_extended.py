"""A declaration of two lines is the engine's, and what a city adds to it stands beside what the engine says."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

import pytest

from generator.base.house import NATIONAL, engine_root
from generator.build.pipeline import check_project, open_project
from generator.model.catalogue import Catalogue
from generator.model.declaration import RawDeclaration
from generator.model.rule import Severity
from generator.model.tabulation import Grouping
from generator.read import extended
from generator.read.declarations import read_declaration
from tests.demonstration import HOUSE
from tests.instances import DAY, check, rules, silent, write
from tests.repositories import edit, make_instance

FILE = "data/windows/dataset.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_instance(tmp_path / "starter")


def catalogue(root: Path) -> Catalogue:
    project, _ = open_project(root, DAY, None)
    return check_project(project, silent).catalogue


def add(root: Path, text: str) -> None:
    write(root, FILE, f"name: windows\nextends: windows\n{text}")


def test_a_city_adds_a_field_and_renames_another(root: Path) -> None:
    add(
        root,
        "title: 示例窗口\nschema:\n  fields:\n    - {name: parking, type: string, title: 停车}\n"
        "    - {name: phone, title: 示例电话}\n",
    )
    edit(root, "data/windows/990101.csv", "\n", ",\n")
    text = (root / "data/windows/990101.csv").read_text("utf-8").replace(",\n", ",停车\n", 1)
    write(root, "data/windows/990101.csv", text)
    assert rules(check(root)) == []
    windows = catalogue(root).datasets["windows"]
    assert (windows.title, windows.columns["parking"].title, windows.columns["phone"].title) == (
        *("示例窗口", "停车", "示例电话"),
    )
    shipped = (HOUSE / FILE).read_text("utf-8")
    assert windows.columns["phone"].description in shipped and windows.columns["phone"].required
    assert windows.directory.role == "window"


def test_the_number_of_records_is_the_citys_own(root: Path) -> None:
    assert "records: {min:" in (HOUSE / "data/projects/dataset.yaml").read_text("utf-8")
    assert catalogue(root).datasets["projects"].directory.minimum == 0


def test_a_fault_is_found_on_its_own_line(root: Path) -> None:
    add(root, "schema:\n  fields:\n    - {name: parking, type: nothing, title: 停车}\n")
    (problem,) = check(root)[:1]
    assert (problem.rule.code, problem.location.file, problem.location.line) == ("declaration", FILE, 5)


@pytest.mark.parametrize("text", ["schema: 示例\n", "directory: 示例\n", "schema: {foreignKeys: 示例}\n"])
def test_what_cannot_be_laid_over_is_told(root: Path, text: str) -> None:
    add(root, text)
    assert "declaration" in rules(check(root))


@pytest.mark.parametrize("base", ["wndows", "../windows", "[windows]", "''"])
def test_what_the_engine_has_not_cannot_be_extended(root: Path, base: str) -> None:
    write(root, FILE, f"name: windows\nextends: {base}\n")
    (problem,) = (each for each in check(root) if each.location.file == FILE)
    assert (problem.rule.code, problem.location.line) == ("declaration", 2)


def test_a_cell_is_found_in_the_column_that_the_engine_titles(root: Path) -> None:
    text = (root / "data/windows/990101.csv").read_text("utf-8").replace("id,name,", "窗口编号,窗口名称,", 1)
    write(root, "data/windows/990101.csv", text.replace("示例街道社会救助服务窗口", "", 1))
    (problem,) = (each for each in check(root) if each.rule.code == "required")
    assert (problem.location.line, problem.location.column) == (2, 14)


def test_a_copy_that_lacks_what_the_engine_has_by_now_is_advice(root: Path) -> None:
    text = (HOUSE / FILE).read_text("utf-8")
    start, end = text.index("    - name: directions\n"), text.index("    - name: hours\n")
    write(root, FILE, (text[:start] + text[end:]).replace("directions, ", ""))
    (told,) = (each for each in check(root) if each.rule.code == "declaration-behind")
    assert told.severity == Severity.ADVICE
    assert "多了 1 个字段：“怎么走”" in told.message


def test_a_copy_that_nobody_changed_is_the_engines(root: Path) -> None:
    # as `mingshan init` wrote it on 2026-11-24: its digest stands in the list of former editions
    assert blake2b(OLD.encode(), digest_size=16).hexdigest() in (engine_root() / NATIONAL / "former.csv").read_text()
    write(root, "data/change_reasons/dataset.yaml", OLD)
    assert rules(check(root)) == []
    shipped = (HOUSE / "data/change_reasons/dataset.yaml").read_text("utf-8")
    assert catalogue(root).datasets["change_reasons"].directory.role == "change_reason"
    assert shipped != OLD


OLD = """\
name: change_reasons
title: 变动说明
description: 一次删去很多条记录，或者一个数字一下子变得很大、很小时，随同这次提交写明原因。没有写明，检查不通过。\
每个原因一个文件。
path: "{id}.yaml"
schema:
  fields:
    - name: id
      type: string
      title: 说明编号
      description: 小写英文、数字和短横线，与文件名相同，建议写年月和事由。
      example: 2026-11-p2026-003-budget
      constraints: {required: true, pattern: "[a-z0-9][a-z0-9-]{2,60}"}
    - name: dataset
      type: string
      title: 哪一种数据
      description: 数据集的英文名，即文件夹的名称，如 projects、supply。
      example: projects
      constraints: {required: true, pattern: "[a-z][a-z_]{1,40}"}
    - name: record
      type: string
      title: 哪一条记录
      description: 记录的编号；项目里的公开记录写项目编号。一次删去很多条的不填。
      example: p2026-003
    - name: reason
      type: string
      title: 原因
      description: 用大白话写清变了什么、为什么、以什么为准。不写受助人的姓名。
      example: 获得定向捐赠，预算由三十万元增加到四百万元，以理事会决议为准
      constraints: {required: true, minLength: 10, maxLength: 500}
    - name: stated_by
      type: string
      title: 说明单位
      description: 由哪个单位或科室说明。写单位和岗位，不写个人姓名。
      example: 示例社会救助基金会项目部
      constraints: {required: true}
    - name: stated_on
      type: date
      title: 说明日期
      description: 写下这条说明的日期。
      example: "2026-11-25"
      constraints: {required: true}
  primaryKey: [id]
directory:
  label: reason
  columns: [dataset, record, stated_on]
  layout:
    - {title: 变动, fields: [dataset, record, reason]}
    - {title: 说明, fields: [stated_by, stated_on]}
  personal: [stated_by]
  sort: [-stated_on, id]
  privacy: public
  pages: false
"""


def test_a_second_hierarchy_is_led_to_what_the_city_calls_it(root: Path) -> None:
    (root / "data/codes/service_zones").rename(root / "data/codes/pianqu")
    write(root, "data/codes/pianqu/dataset.yaml", "name: pianqu\nextends: service_zones\n")
    assert rules(check(root)) == []
    assert [each.codes for each in also_of(root, "aid_stages")] == ["pianqu"]


def also_of(root: Path, table: str) -> tuple[Grouping, ...]:
    tabulation = catalogue(root).datasets[table].directory.tabulation
    return next(each.also for each in tabulation.axes if each.also) if tabulation else ()


def test_what_a_table_holds_is_led_to_what_the_city_calls_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No shipped table holds anything yet: one is shipped here."""
    shipped = (HOUSE / "data/statistics/aid_stages/dataset.yaml").read_text("utf-8")
    held = "  statistics:\n    contains: [{records: disclosures, count: households, measure: helped, of: project}]\n"
    write(tmp_path, "house/data/aid_held/dataset.yaml", shipped.replace("  statistics:\n", held))
    own = [
        *write_and_read(tmp_path, "city", "held", "extends: aid_held\n"),
        *write_and_read(tmp_path, "city", "gongkai", "extends: disclosures\n"),
    ]
    monkeypatch.setattr(extended, "house_folder", lambda: tmp_path / "house")
    monkeypatch.setattr(extended, "shipped_declaration", extended.shipped_declaration.__wrapped__)
    (table, _) = extended.extend_declarations(own)
    assert table.document is not None
    assert table.document["directory"]["statistics"]["contains"] == [
        {"records": "gongkai", "count": "households", "measure": "helped", "of": "project"}
    ]


def write_and_read(root: Path, folder: str, name: str, text: str) -> list[RawDeclaration]:
    write(root, f"{folder}/data/{name}/dataset.yaml", f"name: {name}\n{text}")
    read = read_declaration(root / folder, f"data/{name}")
    return [each for each in read if isinstance(each, RawDeclaration)]
