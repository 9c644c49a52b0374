"""The file of grants passes the standard's own schema, with the checker of dates without which nothing would."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
import yaml

from generator.features.giving import FEATURE
from generator.features.giving.problems import find_without_recipient
from generator.model.source import Source
from tests.builders import dataset, field, linked, locate, record
from tests.demonstration import HOUSE, demonstration_source
from tests.standards import faults

PACKAGE = "360giving/360-giving-package-schema.json"


@pytest.fixture(scope="module")
def source() -> Source:
    found = demonstration_source()
    return replace(found, settings=replace(found.settings, site_url="https://example.org/"))


def package(source: Source) -> dict[str, Any]:
    (download,) = FEATURE.downloads(source.catalogue, source.settings)
    found: dict[str, Any] = json.loads(str(FEATURE.files[download.format].write(source, download)))
    return found


@pytest.mark.parametrize("site_url", ["", "https://example.org/"])
def test_the_package_and_every_grant_pass(source: Source, site_url: str) -> None:
    found = package(replace(source, settings=replace(source.settings, site_url=site_url)))
    assert faults(PACKAGE, found) == []
    assert found["version"] == "1.4" and ("accessURL" in found) is bool(site_url)


def test_a_grant_is_what_its_file_says(source: Source) -> None:
    written = {each.stem: yaml.safe_load(each.read_text("utf-8")) for each in (HOUSE / "data/grants").glob("g*.yaml")}
    found = {each["id"].removeprefix("360G-shili-"): each for each in package(source)["grants"]}
    assert found.keys() == written.keys() and len(found) == 4
    for key, grant in found.items():
        assert grant["amountAwarded"] == written[key]["amount"] and grant["currency"] == "CNY"
        assert grant["awardDate"] == written[key]["granted_on"].isoformat()
        assert grant["description"] == written[key]["description"]
        assert grant["fundingOrganization"][0]["id"] == f"CN-USCI-{written[key]['granted_by_code']}"
        recipient = yaml.safe_load(
            (HOUSE / f"data/organizations/{written[key]['organization']}.yaml").read_text("utf-8")
        )
        assert grant["recipientOrganization"][0]["name"] == recipient["name"]
        assert grant["recipientOrganization"][0]["id"] == f"CN-USCI-{recipient['credit_code']}"


def test_a_grant_says_who_received_it() -> None:
    grants = dataset("grants", field("organization"), field("recipient"), role="grant")
    named = record(grants, "g1", organization="", recipient="示例社区食堂")
    catalogue, _ = linked((grants,), named, record(grants, "g2", organization="", recipient=""))
    found = [(each.rule.code, each.record) for each in find_without_recipient(catalogue, locate)]
    assert found == [("recipient-missing", "g2")]


@pytest.mark.parametrize("name", ["fundingOrganization", "description", "amountAwarded", "awardDate"])
def test_a_grant_that_lacks_what_the_standard_asks_for_would_not_pass(source: Source, name: str) -> None:
    found = package(source)
    del found["grants"][0][name]
    assert faults(PACKAGE, found) != []
    found["grants"][0][name] = True
    assert faults(PACKAGE, found) != []


def test_without_a_prefix_or_a_namespace_nothing_is_told(source: Source) -> None:
    for changed in ({"grant_prefix": ""}, {"namespace": ""}):
        assert not list(FEATURE.downloads(source.catalogue, replace(source.settings, **changed)))
