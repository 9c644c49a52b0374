"""A new site works at once, and nothing that was there before is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.house import house_folder
from generator.build.pipeline import check_project, open_project
from generator.exchange.starter_site import create_example
from tests.instances import DAY, build, check, files_of, rules, silent


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("started") / "site"
    assert create_example(house_folder(), folder) == ()
    return folder


def test_a_new_site_has_no_problem(started: Path) -> None:
    assert check(started) == ()


def test_a_new_site_can_be_built_at_once(started: Path) -> None:
    assert build(started) == ()
    assert "示例" in (started / "site/index.html").read_text("utf-8")


def test_a_new_site_declares_what_the_house_declares_but_not_what_only_tianjin_has(started: Path) -> None:
    declared = {path.parent.name for path in (house_folder() / "data").rglob("dataset.yaml")}
    begun = {path.parent.name for path in (started / "data").rglob("dataset.yaml")}
    assert begun == declared - {
        "statistical_zones",
        "district_tiles",
    }


def test_law_is_read_from_the_engine_and_not_copied(started: Path) -> None:
    begun = {path.parent.name for path in (started / "data").rglob("*")}
    assert not begun & {"disclosure", "thresholds", "categories", "groups", "household_types", "waiting_bands"}
    project, _ = open_project(started, DAY, None)
    rules = check_project(project, silent).catalogue.with_role("rule")
    assert "annual-report-2026" in rules and "supply-halfyear-2024" not in rules


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert create_example(house_folder(), tmp_path) == ()
    assert (tmp_path / "mkdocs.yml").is_file()


@pytest.mark.parametrize("name", [".git", "data", "readme.txt"])
def test_a_folder_that_holds_anything_is_left_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("有内容")
    assert rules(create_example(house_folder(), tmp_path)) == ["folder-not-empty"]
    assert files_of(tmp_path) == {name: "有内容".encode()}


def test_a_file_in_place_of_the_folder_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("有内容")
    assert rules(create_example(house_folder(), tmp_path / "a")) == ["folder-not-empty"]
