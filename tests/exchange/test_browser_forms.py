from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.build.pipeline import open_project, read_catalogue
from generator.exchange.browser_forms import forms_config
from generator.exchange.browser_forms_page import forms_page
from generator.model.catalogue import Catalogue
from generator.model.project import Settings

HOUSE = Path(__file__).parents[2]
VENDORED = HOUSE / "theme/assets/vendor/sveltia-cms"
GITHUB = {"backend": "github", "repo": "example/site"}


@pytest.fixture(scope="module")
def opened() -> tuple[Catalogue, Settings]:
    project, _ = open_project(HOUSE, date(2026, 11, 25), None)
    return read_catalogue(project, lambda _what: None).catalogue, project.settings


def config(opened: tuple[Catalogue, Settings], **forms: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(forms_config(opened[0], replace(opened[1], forms=forms)))
    return found


def fields(document: Mapping[str, Any], dataset: str) -> Mapping[str, Any]:
    (collection,) = (each for each in document["collections"] if each["name"] == dataset)
    return {field["name"]: field for field in collection["fields"]}


def test_every_record_file_and_every_field_of_it_has_a_form(opened: tuple[Catalogue, Settings]) -> None:
    catalogue = opened[0]
    document = config(opened)
    by_file = {name for name, each in catalogue.datasets.items() if each.path == "{id}.yaml"}
    assert {each["name"] for each in document["collections"]} == by_file
    for name in by_file:
        nested = {
            each.directory.nesting.list
            for each in catalogue.datasets.values()
            if each.directory.nesting and each.directory.nesting.dataset == name
        }
        assert fields(document, name).keys() == {*catalogue.datasets[name].columns, *nested}


def test_codelists_are_choices_in_chinese(opened: tuple[Catalogue, Settings]) -> None:
    found = fields(config(opened), "projects")
    assert {"label": "医疗救助", "value": "medical"} in found["category"]["options"]
    assert {"label": "五大道街道（和平区）", "value": "120101003"} in found["divisions"]["options"]
    assert found["status"]["options"][1] == {"label": "进行中", "value": "running"}


def test_with_a_repository_files_of_their_own_are_looked_up(opened: tuple[Catalogue, Settings]) -> None:
    assert fields(config(opened), "projects")["organization"]["widget"] == "select"
    found = fields(config(opened, **GITHUB), "projects")["organization"]
    assert (found["widget"], found["collection"], found["value_field"]) == ("relation", "organizations", "id")


def test_what_is_sent_to_a_forge_is_a_pull_request_that_nobody_can_publish_alone(
    opened: tuple[Catalogue, Settings],
) -> None:
    document = config(opened, **GITHUB)
    assert document["publish_mode"] == "editorial_workflow"
    assert document["backend"]["open_authoring"] is True
    assert not any(each["publish"] or each["delete"] for each in document["collections"])


def test_the_page_may_talk_to_the_repository_and_to_nobody_else(opened: tuple[Catalogue, Settings]) -> None:
    own = {**GITHUB, "backend": "gitea", "api_root": "https://git.example.org/api/v1"}
    assert "connect-src 'self' data: blob: https://git.example.org;" in policy(replace(opened[1], forms=own))
    assert "connect-src 'self' data: blob:;" in policy(replace(opened[1], forms={}))


def policy(settings: Settings) -> str:
    return (
        forms_page(settings).partition('Content-Security-Policy" content="')[2].partition('"')[0].replace("&#x27;", "'")
    )


def test_the_vendored_files_are_those_that_were_recorded() -> None:
    record = json.loads((VENDORED / "vendored.json").read_bytes())
    files = {path.relative_to(VENDORED).as_posix(): path for path in VENDORED.rglob("*") if path.is_file()}
    del files["vendored.json"]
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()} == record["sha256"]


def test_the_vendored_script_asks_no_network_of_copies_for_anything() -> None:
    script = (VENDORED / "sveltia-cms.js").read_text("utf-8")
    assert not any(host in script for host in ("jsdelivr", "unpkg", "cdnjs", "googleapis.com/css"))


def test_the_vendored_script_writes_a_token_nowhere_but_into_the_tabs_own_storage() -> None:
    """One place writes; what it writes with a token is gone when the tab is closed."""
    script = (VENDORED / "sveltia-cms.js").read_text("utf-8")
    written = re.findall(r"[^,;{}]*\.setItem\(", script)
    assert written == ["(t?.token?globalThis.sessionStorage:globalThis.localStorage).setItem("]
