"""Linked data: what machines read is what people read, and cannot end its element."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from generator.build.site import plan_site
from generator.features import FEATURES
from generator.features.opendata.linked_data import linked_data
from generator.model.project import Settings
from generator.model.source import Source
from tests.builders import dataset, field, linked, record
from tests.demonstration import demonstration_source

ORGANIZATION = dataset(
    "organizations",
    *(field("name"), field("phone"), field("email", personal=True), field("registered_on", "date")),
    label="name",
)
THING = dataset("things", field("name"), label="name")


def _element(address: str, site_url: str = "", name: str = "示例会", licence: str = "") -> str:
    values = {"name": name, "phone": "022-1", "email": "a@example.org", "registered_on": date(2020, 5, 1)}
    catalogue, _ = linked((ORGANIZATION, THING), record(ORGANIZATION, "o", **values), record(THING, "t"))
    settings = Settings("站", site_url, "", "", False, "", "", {}, 50, (), data_licence=licence)
    plan, _ = plan_site(catalogue, settings, (), date(2026, 1, 1), FEATURES)
    source = Source(catalogue, plan, settings, date(2026, 1, 1), {})
    return "".join(linked_data(source, next(page for page in plan.pages if page.address == address)))


def _graph(element: str) -> list[dict[str, Any]]:
    return json.loads(element.partition(">")[2].rpartition("<")[0])["@graph"]


def test_a_record_is_described_by_its_type_without_personal_fields() -> None:
    (about,) = _graph(_element("organizations/o/"))
    assert about == {"@type": "NGO", "name": "示例会", "telephone": "022-1", "foundingDate": "2020-05-01"}


def test_a_site_that_knows_its_address_says_where_the_record_stands() -> None:
    about, crumbs = _graph(_element("organizations/o/", "https://example.org/"))
    assert about["url"] == "https://example.org/organizations/o/"
    assert crumbs["itemListElement"][0]["item"] == "https://example.org/"


def test_no_name_can_end_the_element() -> None:
    element = _element("organizations/o/", name="</script><script>alert(1)</script>")
    assert element.count("</") == 1
    assert _graph(element)[0]["name"].startswith("</script>")


def test_a_table_is_described_with_its_licence_and_its_files() -> None:
    (about,) = _graph(_element("dictionary/things/"))
    assert about["@type"] == "Dataset" and "license" not in about and "distribution" not in about
    about, _ = _graph(_element("dictionary/things/", "https://example.org/", licence="CC0-1.0"))
    assert about["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert [each["contentUrl"] for each in about["distribution"]] == [
        "https://example.org/downloads/things.csv",
        "https://example.org/downloads/things.json",
    ]


def test_other_pages_have_no_element() -> None:
    assert _element("things/t/") == _element("organizations/") == ""


def test_help_says_who_provides_it_where_and_for_whom_and_a_window_when_it_is_open() -> None:
    source = demonstration_source()
    pages = {page.address: page for page in source.plan.pages}

    def about(address: str) -> dict[str, Any]:
        return _graph("".join(linked_data(source, pages[address])))[0]

    offer = about("supply/2026H2/120101-001/")
    assert offer["@type"] == "Service"
    assert offer["provider"] == {"@type": "Organization", "name": "示例和平区退休护士志愿队"}
    assert offer["areaServed"] == {"@type": "AdministrativeArea", "name": "和平区"}
    assert {"@type": "Audience", "audienceType": "独居和空巢老年人"} in offer["audience"]
    assert about("windows/120101-01/")["openingHoursSpecification"] == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [
                f"https://schema.org/{day}" for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
            ],
            "opens": "08:30",
            "closes": "17:30",
        }
    ]
    project, grant = about("projects/p2026-001/"), about("grants/g2026-002/")
    assert project["@type"] == "Service" and project["provider"]["name"] == "示例社会救助基金会"
    assert grant["@type"] == "MonetaryGrant" and grant["funder"]["name"] == "示例市民政局"
    assert grant["amount"] == {"@type": "MonetaryAmount", "currency": "CNY", "value": 180000.0}
