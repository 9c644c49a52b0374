"""Plans: every record and every filter value has an address, and no two pages share one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.build.site import plan_site
from generator.features import FEATURES
from generator.model.page import ListingSubject
from generator.model.project import Settings
from tests.builders import dataset, field, filter_, linked, record

DAY = date(2026, 1, 1)
SETTINGS = Settings("", "", "", "", False, "", "", {}, 50, ())
KIND = dataset("kinds", field("name"), label="name")
THING = dataset("things", field("kind", target="kinds"), filters=(filter_("kind"),))
PLACE = dataset("places", field("parent", target="places"), field("level"), hierarchy=("parent", "level"))
SPOT = dataset(
    "spots",
    field("place", target="places"),
    filters=(filter_("district", "place", "d"), filter_("township", "place", "t")),
)


def _addresses(*records: object, size: int = 50) -> list[str]:
    catalogue, _ = linked((KIND, THING), *records)  # type: ignore[arg-type]
    return [
        page.address for page in plan_site(catalogue, replace(SETTINGS, page_size=size), (), DAY, FEATURES)[0].pages
    ]


def test_lists_records_and_filter_values_have_addresses() -> None:
    addresses = _addresses(record(KIND, "k"), record(THING, "a", kind="k"))
    assert {"things/", "things/a/", "things/kind/k/", "dictionary/things/", "search/"} <= set(addresses)


def test_a_long_list_runs_over_sheets_that_know_each_other() -> None:
    catalogue, _ = linked((KIND,), *(record(KIND, f"k{number}") for number in range(5)))
    pages = {
        page.address: page for page in plan_site(catalogue, replace(SETTINGS, page_size=2), (), DAY, FEATURES)[0].pages
    }
    first, middle = pages["kinds/"], pages["kinds/page/2/"]
    assert middle.previous and middle.next
    assert (middle.previous.address, middle.next.address) == ("kinds/", "kinds/page/3/")
    assert isinstance(first.subject, ListingSubject) and isinstance(middle.subject, ListingSubject)
    assert (middle.subject.keys, middle.subject.total, first.subject.total) == (("k2", "k3"), None, 5)


def test_a_record_is_found_under_the_ancestors_of_what_it_names() -> None:
    places = (record(PLACE, "d1", level="d"), record(PLACE, "t1", level="t", parent="d1"))
    catalogue, _ = linked((PLACE, SPOT), *places, record(SPOT, "s", place="t1"))
    addresses = {page.address for page in plan_site(catalogue, SETTINGS, (), DAY, FEATURES)[0].pages}
    assert {"spots/district/d1/", "spots/township/t1/"} <= addresses
    assert "spots/district/t1/" not in addresses


def test_two_pages_with_one_address_are_a_problem_that_names_both_files() -> None:
    catalogue, _ = linked((KIND,), record(KIND, "k"))
    _, (problem,) = plan_site(catalogue, SETTINGS, (("Kinds/K/", "content/kinds/k.md"),), DAY, FEATURES)
    assert problem.rule.code == "address-collision"
    assert "content/kinds/k.md" in problem.message
    assert "data/kinds/k.yaml" in problem.message


def test_neighbours_are_linked_in_list_order() -> None:
    catalogue, _ = linked((KIND,), record(KIND, "a"), record(KIND, "b"))
    pages = {page.address: page for page in plan_site(catalogue, SETTINGS, (), DAY, FEATURES)[0].pages}
    assert pages["kinds/a/"].next and pages["kinds/a/"].next.address == "kinds/b/"
    assert pages["kinds/a/"].previous is None


@given(st.lists(st.text("abc12", min_size=1, max_size=4), unique=True, max_size=20), st.integers(1, 5))
def test_addresses_are_unique_whatever_the_keys(keys: list[str], size: int) -> None:
    addresses = _addresses(*(record(THING, key) for key in keys), size=size)
    assert len(addresses) == len(set(addresses))
