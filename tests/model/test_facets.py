"""Facets: what a list can be narrowed by, and what that is called."""

from __future__ import annotations

from generator.model.catalogue import Catalogue
from generator.model.facets import facet_label, find_facets
from tests.builders import dataset, field, filter_, linked, record

PLACE = dataset(
    "places",
    field("parent", target="places"),
    field("level"),
    field("name"),
    label="name",
    hierarchy=("parent", "level"),
)
SPOT = dataset("spots", field("place", target="places"), filters=(filter_("place"),))
TOWN = {"level": "t", "name": "海滨街道"}


def _catalogue(*streets: dict[str, str]) -> Catalogue:
    districts = (record(PLACE, "a", level="d", name="甲区"), record(PLACE, "b", level="d", name="乙区"))
    places = (record(PLACE, f"s{at}", **street) for at, street in enumerate(streets))
    spots = (record(SPOT, f"spot{at}", place=f"s{at}") for at in range(len(streets)))
    return linked((PLACE, SPOT), *districts, *places, *spots)[0]


def test_places_of_one_name_are_told_apart_by_the_place_above_them() -> None:
    catalogue = _catalogue({**TOWN, "parent": "a"}, {**TOWN, "parent": "b"})
    values = find_facets(catalogue, SPOT)["place"]
    assert [each.label for each in values] == ["海滨街道（甲区）", "海滨街道（乙区）"]


def test_a_name_of_its_own_stands_alone() -> None:
    catalogue = _catalogue({**TOWN, "parent": "a"}, {**TOWN, "name": "湖滨街道", "parent": "b"})
    assert facet_label(catalogue, SPOT.columns["place"], "s0") == "海滨街道"
