"""What a table may be added up by, and which datasets have one."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from generator.features.taking import FEATURE
from generator.model.catalogue import Catalogue
from generator.model.facets import find_facets
from generator.model.page import Plan
from generator.model.project import Settings
from generator.model.source import Source
from tests.builders import dataset, field, filter_, linked, record

SETTINGS = Settings("站", "", "", "", False, "", "", {}, 50, ())
PLACES = dataset("divisions", field("name"), label="name")
BODIES = dataset("organizations", field("name"), label="name")
PROJECTS = dataset(
    "projects",
    field("organization", target="organizations"),
    field("divisions", "list", target="divisions"),
    field("budget", "number", format="yuan"),
    field("surplus", "number", format="yuan"),
    field("quota", "integer"),
    field("starts_on", "date"),
    filters=(filter_("divisions"),),
)
FIGURES = dataset("figures", field("asked", "integer"), privacy="aggregate")


def catalogue() -> Catalogue:
    found, problems = linked(
        (PLACES, BODIES, PROJECTS, FIGURES),
        *(record(PLACES, key, name=f"示例{key}") for key in ("1", "2")),
        record(BODIES, "o", name="示例会"),
        record(PROJECTS, "a", organization="o", divisions=("2", "1"), budget=Decimal(100), starts_on=date(2026, 1, 2)),
        record(PROJECTS, "b", organization="o", divisions=("2",), surplus=Decimal("1.5")),
        record(FIGURES, "f", asked=7),
    )
    assert problems == ()
    return found


def test_a_table_has_its_filters_its_organisation_and_one_sum() -> None:
    found = catalogue()
    facets = {name: find_facets(found, each) for name, each in found.datasets.items()}
    source = Source(found, Plan((), (), facets), SETTINGS, date(2026, 11, 25), {})
    (topic,) = FEATURE.topics
    (asked,) = (each for each in topic.downloads(found) if each.key == "projects")
    told = json.loads(FEATURE.files[asked.format].write(source, asked))
    assert told["keys"] == ["a", "b"]
    axes = {each["name"]: each for each in told["axes"]}
    assert {name: [[each["labels"][at] for at in places] for places in each["of"]] for name, each in axes.items()} == {
        "divisions": [["示例1", "示例2"], ["示例2"]],
        "organization": [["示例会"], ["示例会"]],
    }
    assert [(each["name"], each["of"]) for each in told["amounts"]] == [
        ("budget", [100, None]),
        ("surplus", [None, 1.5]),
    ]
    assert [(each["name"], each["of"]) for each in told["days"]] == [("starts_on", ["2026-01-02", None])]
    assert told["added"] == "budget"


def test_protected_tables_have_none() -> None:
    (topic,) = FEATURE.topics
    planned = {page.address for page in topic.plan(catalogue(), SETTINGS, date(2026, 11, 25))}
    assert planned == {"take/divisions/", "take/organizations/", "take/projects/"}
