"""Every file of the interface is what its own description says, and says what people wrote."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from generator.features.interface import FEATURE
from generator.model.page import Download
from generator.model.source import Source
from tests.asking import kept_of, stale
from tests.builders import changed
from tests.demonstration import TODAY, checked, opened
from tests.repositories import make_instance

Files = Mapping[str, Any]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_instance(tmp_path_factory.mktemp("interface") / "instance")


@pytest.fixture(scope="module")
def source(root: Path) -> Source:
    found = checked(root)
    return Source(found.catalogue, found.plan, opened(root).settings, TODAY, {})


@pytest.fixture(scope="module")
def files(source: Source) -> Files:
    planned = FEATURE.downloads(source.catalogue, source.settings)
    return {each.address: json.loads(FEATURE.files[each.format].write(source, each)) for each in planned}


def test_the_description_is_openapi(files: Files) -> None:
    validate(files["api/v1/openapi.json"], cls=OpenAPIV31SpecValidator)
    assert files["api/v1/openapi.json"]["openapi"].startswith("3.1.")
    assert "servers" not in files["api/v1/openapi.json"]


def test_a_site_that_knows_its_address_names_its_server(source: Source) -> None:
    settings = replace(source.settings, site_url="https://example.org/sub/")
    write = FEATURE.files["interface-description"].write
    told = json.loads(write(replace(source, settings=settings), Download("", "", ())))
    validate(told, cls=OpenAPIV31SpecValidator)
    assert told["servers"] == [{"url": "https://example.org/sub"}]


def test_every_file_is_as_described(files: Files) -> None:
    """The validator is jsonschema's; which schema is whose is told by the paths of the description."""
    told = files["api/v1/openapi.json"]
    seen = set()
    for address, content in files.items():
        if address == "api/v1/openapi.json":
            continue
        path = next(each for each in told["paths"] if _fits(each, f"/{address}"))
        schema = told["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        judge = Draft202012Validator({**schema, "components": told["components"]})
        assert [each.message for each in judge.iter_errors(content)] == [], address
        seen.add(path)
    empty = {path.partition("/records/")[0] for path in set(told["paths"]) - seen}
    assert all(files[f"{each}/lists/1.json".removeprefix("/")]["total"] == 0 for each in empty)
    name = "api/v1/datasets/projects/records/p2026-001.json"
    strict = Draft202012Validator(
        {"$ref": "#/components/schemas/projects.record", "components": told["components"]},
    )
    assert not strict.is_valid({**files[name], "budget": "many"}) and not strict.is_valid({**files[name], "new": 1})


def _fits(path: str, address: str) -> bool:
    return re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)), address) is not None


def test_a_record_says_what_people_wrote(root: Path, files: Files) -> None:
    told = files["api/v1/datasets/projects/records/p2026-001.json"]
    written = (root / "data/projects/p2026-001.yaml").read_text("utf-8")
    assert told["name"] == re.findall("^name: (.*)$", written, re.M)[0]
    assert (told["budget"], told["brand"], told["groups"]) == (100000, False, ["serious-illness"])
    assert [each["id"] for each in told["disclosures"]] == re.findall("^  - id: (.*)$", written, re.M)
    assert told["disclosures"][0]["spending"] == 30000 and "project" not in told["disclosures"][0]
    assert told["starts_on"] == "2026-07-01"


def test_a_list_leads_from_page_to_page_through_every_record(files: Files) -> None:
    folder, at, keys = "api/v1/datasets/sayings/lists/", "1.json", list[str]()
    while at:
        page = files[f"{folder}{at}"]
        keys += [each["phrase"] for each in page["records"]]
        assert len(page["records"]) <= 200
        at = page["next"]
    assert len(keys) == len(set(keys)) == page["total"] > 200


def test_the_index_leads_to_every_list_and_codelist(files: Files) -> None:
    index = files["api/v1/index.json"]
    named = {each["name"] for each in index["datasets"]}
    assert {"projects", "supply"} <= named and not {"reviewers", "privacy_exceptions", "change_reasons"} & named
    for each in (*(told["list"] for told in index["datasets"]), *(told["address"] for told in index["codelists"])):
        assert f"api/v1/{each}" in files
    codes = files["api/v1/codelists/projects.status.json"]
    assert {"value": "running", "label": "进行中"} in codes["values"]


def test_one_record_changed_changes_its_own_file_and_its_page_of_the_list(source: Source) -> None:
    own = [
        each.address
        for each in FEATURE.downloads(source.catalogue, source.settings)
        if "/projects/" in each.address or "/supply/" in each.address or "/sayings/" in each.address
    ]
    after = replace(source, catalogue=changed(source.catalogue, "p2026-001", "projects", summary="换了一句"))
    assert stale(kept_of(source, own), after, own) == {
        "api/v1/datasets/projects/records/p2026-001.json",
        "api/v1/datasets/projects/lists/1.json",
    }


def test_a_record_hangs_on_the_words_of_its_own_declarations_alone(source: Source) -> None:
    own = [each.address for each in source.plan.downloads if each.format == "interface-record"]
    kept, catalogue = kept_of(source, own), source.catalogue

    def redeclared(name: str) -> Source:
        other = replace(catalogue.datasets[name], title="换过的名称", digest="other")
        return replace(source, catalogue=replace(catalogue, datasets={**catalogue.datasets, name: other}))

    assert stale(kept, redeclared("categories"), own) <= {each for each in own if "/categories/" in each}
    assert stale(kept, redeclared("projects"), own) == {each for each in own if "/projects/" in each} != set()
