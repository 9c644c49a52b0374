"""Every object and every table of the demonstration passes the specification's own schemas."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import frictionless
import pytest

from generator.features.hsds import FEATURE
from generator.features.hsds.addresses import HSDS_KINDS
from generator.features.hsds.table_columns import HSDS_TABLES
from generator.model.source import Source
from tests.demonstration import demonstration_source
from tests.standards import FOLDER, faults, judge

SCHEMAS = {
    "services": "compiled/service",
    "organizations": "compiled/organization",
    "service_at_locations": "compiled/service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}
LISTED = {kind: f"{path}_list" if "compiled" in path else path for kind, path in SCHEMAS.items()}


@pytest.fixture(scope="module")
def source() -> Source:
    found = demonstration_source()
    return replace(found, settings=replace(found.settings, site_url="https://example.org/sub/"))


@pytest.fixture(scope="module")
def files(source: Source) -> Mapping[str, str]:
    """By address, everything that the feature writes."""
    planned = FEATURE.downloads(source.catalogue, source.settings)
    return {each.address: str(FEATURE.files[each.format].write(source, each)) for each in planned}


def items(files: Mapping[str, str], kind: str) -> list[Any]:
    folder = f"hsds/3.0/{kind}/"
    return [
        json.loads(text) for address, text in files.items() if address.startswith(folder) and "/page/" not in address
    ]


def pages(files: Mapping[str, str], kind: str) -> list[Any]:
    return [json.loads(text) for address, text in files.items() if address.startswith(f"hsds/3.0/{kind}/page/")]


def unknown(schema: Mapping[str, Any], value: Any, path: str = "") -> Iterator[str]:
    """Names that the schema does not have: it forbids none, so that a misspelt one would pass."""
    if isinstance(value, list):
        for each in value:
            yield from unknown(schema.get("items", {}), each, path)
    elif isinstance(value, dict) and "properties" in schema:
        for name, inner in value.items():
            if name not in schema["properties"]:
                yield f"{path}/{name}"
            else:
                yield from unknown(schema["properties"][name], inner, f"{path}/{name}")


@pytest.mark.parametrize("kind", HSDS_KINDS)
def test_every_object_and_every_page_passes_the_schema(kind: str, files: Mapping[str, str]) -> None:
    whole, listed = f"hsds/{SCHEMAS[kind]}.json", f"hsds/{LISTED[kind]}.json"
    objects, contents = items(files, kind), [each for page in pages(files, kind) for each in page["contents"]]
    assert objects
    assert [fault for each in objects for fault in faults(whole, each)] == []
    assert [fault for each in contents for fault in faults(listed, each)] == []
    assert {name for each in objects for name in unknown(judge(whole).schema, each)} == set()
    assert {name for each in contents for name in unknown(judge(listed).schema, each)} == set()
    assert [each["id"] for each in contents] == [each["id"] for each in objects]


@pytest.mark.parametrize("kind", HSDS_KINDS)
def test_pages_say_where_they_are(kind: str, files: Mapping[str, str]) -> None:
    found = pages(files, kind)
    assert [page["page_number"] for page in found] == list(range(1, len(found) + 1))
    assert [page["first_page"] for page in found] == [True, *[False] * (len(found) - 1)]
    assert [page["last_page"] for page in found] == [*[False] * (len(found) - 1), True]
    assert all(page["total_items"] == len(items(files, kind)) for page in found)
    assert all(page["size"] == len(page["contents"]) and page["empty"] is False for page in found)


def test_a_wrong_object_would_not_pass() -> None:
    found = faults("hsds/compiled/service.json", {"id": "1", "name": "x", "status": "open", "url": "no address"})
    assert len(found) == 3


@pytest.fixture(scope="module")
def folder(files: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    for address, text in files.items():
        if "/tables/" in address:
            (folder / Path(address).name).write_bytes(text.encode())
    return folder


def test_the_tables_pass_our_description_and_that_of_the_specification(folder: Path) -> None:
    """Theirs names tables that we do not have: of those only the columns that name a row of them go unjudged.

    And it says that an organisation has but one program, which its own text denies: that alone is put right.
    """
    theirs = json.loads((FOLDER / "hsds/datapackage.json").read_text("utf-8"))
    theirs["resources"] = [each for each in theirs["resources"] if each["name"] in HSDS_TABLES]
    for each in theirs["resources"]:
        keys = each["schema"].get("foreignKeys", [])
        each["schema"]["foreignKeys"] = [key for key in keys if key["reference"]["resource"] in HSDS_TABLES]
        for field in each["schema"]["fields"]:
            if (each["name"], field["name"]) == ("program", "organization_id"):
                assert field["constraints"].pop("unique")
    (folder / "theirs.json").write_text(json.dumps(theirs), "utf-8")
    for name in ("datapackage.json", "theirs.json"):
        report = frictionless.validate(str(folder / name))
        assert report.flatten(["title", "rowNumber", "fieldName", "message"]) == []
        assert report.valid and len(report.tasks) == len(HSDS_TABLES) == 17


def test_a_row_that_names_nobody_would_be_found(folder: Path, tmp_path: Path) -> None:
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    with (tmp_path / "service_areas.csv").open("a", encoding="utf-8") as file:
        file.write(f"{UUID(int=1)},{UUID(int=2)},,,,,\n")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert "foreign-key" in {error[0] for error in report.flatten(["type"])}


def test_columns_are_those_of_the_specification() -> None:
    theirs = json.loads((FOLDER / "hsds/datapackage.json").read_text("utf-8"))["resources"]
    found = {each["name"]: each for each in theirs}
    for name, table in HSDS_TABLES.items():
        fields = found[name]["schema"]["fields"]
        assert table.path == found[name]["path"]
        assert dict(table.types) == {each["name"]: each["type"] for each in fields}
        assert table.required == tuple(each["name"] for each in fields if each["constraints"].get("required"))


def test_what_is_told_is_what_the_files_of_the_catalogue_say(source: Source, files: Mapping[str, str]) -> None:
    """Counted in the data: every number of an entry once, whatever half-years it stands in."""
    offers = source.catalogue.with_role("offer").values()
    numbers = {str(each.values["id"]) for each in offers}
    services = items(files, "services")
    assert len(services) == len(numbers)
    assert Counter(each["status"] for each in services)["temporarily closed"] == sum(
        each.values["status"] == "paused" and each.values["period"] == "2026H2" for each in offers
    )
    (meal,) = [
        each for each in services if each["name"] == "上门量血压和用药提醒" and "和平区" in each["organization"]["name"]
    ]
    assert meal["minimum_age"] == 70 and "maximum_age" not in meal
    assert meal["eligibility_description"].splitlines()[0].startswith("帮扶对象：")
    assert meal["phones"][0]["number"] == "022-示例号码3004" and meal["assured_date"] == "2026-10-20"
    assert meal["cost_options"][0]["amount"] == 0 and meal["organization"]["description"].startswith("没有在本站登记")
    (at,) = meal["service_at_locations"]
    assert at["location"]["external_identifier"] == "120101-01"
    assert at["location"]["schedules"][0] == {
        "id": at["location"]["schedules"][0]["id"],
        "timezone": 8,
        "freq": "WEEKLY",
        "interval": 1,
        "wkst": "MO",
        "byday": "MO,TU,WE,TH,FR",
        "opens_at": "08:30:00",
        "closes_at": "17:30:00",
        "description": "周一至周五 8:30—17:30，中午有人值班，法定节假日休息",
        "notes": "中午有人值班；法定节假日休息；以 description 的原文为准：节假日调休不能这样表示。",
    }


def test_names_of_persons_and_posts_stay_out(files: Mapping[str, str]) -> None:
    assert not any("慈善事业科" in text or "confirmed_by" in text for text in files.values())


def test_another_address_and_another_day_change_no_id(source: Source) -> None:
    moved = replace(source.settings, site_url="", site_name="别的名字")
    assert [each.address for each in FEATURE.downloads(source.catalogue, moved)] == [
        each.address for each in FEATURE.downloads(source.catalogue, source.settings)
    ]
    other = replace(source.settings, namespace=str(UUID(int=7)))
    mine, theirs = (
        {each.key for each in FEATURE.downloads(source.catalogue, settings) if each.format == "hsds-item"}
        for settings in (source.settings, other)
    )
    assert not mine & theirs


def test_without_a_namespace_nothing_is_given_away(source: Source) -> None:
    assert not list(FEATURE.downloads(source.catalogue, replace(source.settings, namespace="")))
