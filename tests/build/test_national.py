"""What the engine ships for every instance is read with it; an instance adds to it and overrides it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.base.house import NATIONAL, engine_root
from generator.build.pipeline import check_project, open_project
from generator.model.record import Record
from tests.instances import DAY, check, make_site, rules, silent, write

OWN = "number,name,purpose,hours,always,national,confirmed,confirmed_by\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site", "complete")


def read(root: Path, dataset: str, as_of: date = DAY) -> dict[str, Record]:
    project, _ = open_project(root, as_of, None)
    return dict(check_project(project, silent).catalogue.records[dataset])


def test_every_instance_has_them_though_its_folder_has_none(root: Path) -> None:
    lines = read(root, "hotlines")
    shipped = (engine_root() / NATIONAL / "hotlines/hotlines.csv").read_text("utf-8").splitlines()[1:]
    assert list(lines) == sorted(row.split(",")[0] for row in shipped if row)
    assert lines["110"].origin.file == "generator/national/hotlines/hotlines.csv"
    assert not (root / "data/hotlines").exists()


def test_an_instance_adds_records_with_a_file_of_its_own(root: Path) -> None:
    write(root, "data/hotlines/own.csv", f"{OWN}022-55500199,示例救助站,没地方睡,,否,否,否,\n")
    lines = read(root, "hotlines")
    assert lines["022-55500199"].origin.file == "data/hotlines/own.csv"
    assert "110" in lines


def test_a_record_of_the_same_key_stands_in_place_of_the_national_one(root: Path) -> None:
    write(root, "data/hotlines/own.csv", f"{OWN}110,示例报警,报警,白天夜里,是,是,是,示例指挥中心\n")
    lines = read(root, "hotlines")
    assert (lines["110"].values["name"], lines["110"].values["confirmed"]) == ("示例报警", True)
    assert "duplicate-id" not in rules(check(root))


def test_a_declaration_of_the_instance_stands_in_place_of_the_national_one(root: Path) -> None:
    text = (engine_root() / NATIONAL / "hotlines/dataset.yaml").read_text("utf-8")
    write(root, "data/hotlines/dataset.yaml", text.replace("title: 求助电话", "title: 示例号码", 1))
    project, _ = open_project(root, DAY, None)
    catalogue = check_project(project, silent).catalogue
    assert catalogue.datasets["hotlines"].title == "示例号码"
    assert "110" in catalogue.records["hotlines"]


def test_what_an_instance_writes_wrong_is_found_in_its_own_file(root: Path) -> None:
    write(root, "data/hotlines/own.csv", f"{OWN}12,示例,示例,,否,否,否,\n")
    (problem,) = [each for each in check(root) if each.location.file.endswith("hotlines/own.csv")]
    assert (problem.rule.code, problem.location.line) == ("pattern", 2)


def test_references_to_what_the_instance_does_not_have_are_plain(root: Path) -> None:
    project, _ = open_project(root, DAY, None)
    checked = check_project(project, silent)
    assert "categories" not in checked.catalogue.datasets
    assert checked.catalogue.datasets["need_kinds"].columns["category"].target is None
    assert not [each for each in checked.problems if each.location.file.startswith(NATIONAL)]
