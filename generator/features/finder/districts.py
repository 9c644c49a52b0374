"""A district to the entries its residents may ask about: its own, its townships' and the city's that reach it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.memoising import once_a_subject
from generator.features.editions.entry_state import OVER
from generator.features.editions.place_editions import editions_of
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in, words_in
from generator.model.places import places_below, top_place
from generator.model.record import Record


@once_a_subject
def records_for(catalogue: Catalogue, district: str) -> tuple[Record, ...]:
    """What residents of a district may ask about, by category, then the city's, the district's, the townships'.

    Of the city itself, only what the city offers. Entries of half-years gone by and those that are over are left out.
    """
    city, place = top_place(catalogue), catalogue.with_role("place")[district]
    family = (place, *places_below(catalogue, place)) if place is not city else ()
    inside = {city.key, *(each.key for each in family)}
    found = [
        *(each for each in newest_entries(catalogue, city) if place is city or _reaches(each, inside)),
        *(each for member in family for each in newest_entries(catalogue, member)),
    ]
    order = {key: place for place, key in enumerate(catalogue.with_role("category"))}
    return tuple(sorted(found, key=lambda each: order.get(text_in(each, "category"), len(order))))


def newest_entries(catalogue: Catalogue, place: Record) -> Iterator[Record]:
    """The entries of a place's newest catalogue that are not over."""
    editions = editions_of(catalogue, place)
    return (each for each in editions[-1].entries if text_in(each, "status") not in OVER) if editions else iter(())


def _reaches(entry: Record, inside: set[str]) -> bool:
    areas = words_in(entry, "service_area")
    return not areas or not inside.isdisjoint(areas)
