"""The schemas against an independent judge, on the repository's own records and on spoilt ones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.build.pipeline import open_project, read_catalogue
from generator.exchange.derived import derived_files
from generator.model.catalogue import Catalogue

HOUSE = Path(__file__).parents[2]


class Loader(yaml.SafeLoader):
    """YAML as editors read it (version 1.2): dates are text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith("timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    project, _ = open_project(HOUSE, date(2026, 11, 25), None)
    return read_catalogue(project, lambda _what: None).catalogue


def schema(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads((HOUSE / ".schemas" / f"{name}.json").read_bytes())
    return found


def load(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), Loader)


def test_the_derived_files_in_git_are_fresh(catalogue: Catalogue) -> None:
    """Run `mingshan derive` when this fails."""
    for file, text in derived_files(catalogue).items():
        assert (HOUSE / file).read_text("utf-8") == text, file


def test_every_yaml_file_of_the_repository_fits_its_schema(catalogue: Catalogue) -> None:
    for name, dataset in catalogue.datasets.items():
        for file in (HOUSE / dataset.folder).glob("*.yaml") if dataset.path.endswith(".yaml") else ():
            if file.name != "dataset.yaml":
                jsonschema.validate(load(file), schema(name))
    for file in (HOUSE / "data").rglob("dataset.yaml"):
        jsonschema.validate(load(file), schema("dataset"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "rnning"),
        ("brand", True),
        ("budget", "五十万"),
        ("budget", -1),
        ("starts_on", "2026年3月"),
        ("groups", "serious-illness"),
        ("category", "medicine"),
        ("id", "大写"),
        ("nmae", "示例"),
        ("disclosures", [{"id": "d01"}]),
    ],
)
def test_a_spoilt_record_does_not_fit(field: str, value: object) -> None:
    project = load(HOUSE / "data/projects/p2026-001.yaml")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**project, field: value}, schema("projects"))
