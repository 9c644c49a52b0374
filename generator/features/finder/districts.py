"""A district to the entries its residents may ask about: its own, its townships' and the city's that reach it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.memoising import once_a_subject
from generator.features.editions.editions import editions_of
from generator.features.finder.entries import OVER
from generator.model.catalogue import Catalogue
from generator.model.cells import records_in, sources_in, text_in, words_in
from generator.model.record import Record

DIVISIONS = "divisions"


def find_top(catalogue: Catalogue) -> Record | None:
    """The place above all others: the city. None while nobody has written down the places."""
    return next((each for each in catalogue.records[DIVISIONS].values() if not text_in(each, "parent")), None)


def top_place(catalogue: Catalogue) -> Record:
    """The city, for pages that are planned only where there is one."""
    top = find_top(catalogue)
    if top is None:
        raise LookupError("no place is above all others")
    return top


def districts_of(catalogue: Catalogue) -> tuple[Record, ...]:
    """The places right below the city."""
    top = find_top(catalogue)
    return places_below(catalogue, top) if top else ()


def places_below(catalogue: Catalogue, place: Record) -> tuple[Record, ...]:
    """The places right below one."""
    return sources_in(catalogue, place, f"{DIVISIONS}.parent")


@once_a_subject
def records_for(catalogue: Catalogue, district: str) -> tuple[Record, ...]:
    """What residents of a district may ask about, by category, then the city's, the district's, the townships'.

    Of the city itself, only what the city offers. Entries of half-years gone by and those that are over are left out.
    """
    city, place = top_place(catalogue), catalogue.records[DIVISIONS][district]
    family = (place, *places_below(catalogue, place)) if place is not city else ()
    inside = {city.key, *(each.key for each in family)}
    found = [
        *(each for each in newest_entries(catalogue, city) if place is city or _reaches(each, inside)),
        *(each for member in family for each in newest_entries(catalogue, member)),
    ]
    order = {key: place for place, key in enumerate(records_in(catalogue, "categories"))}
    return tuple(sorted(found, key=lambda each: order.get(text_in(each, "category"), len(order))))


def newest_entries(catalogue: Catalogue, place: Record) -> Iterator[Record]:
    """The entries of a place's newest catalogue that are not over."""
    editions = editions_of(catalogue, place)
    return (each for each in editions[-1].entries if text_in(each, "status") not in OVER) if editions else iter(())


def _reaches(entry: Record, inside: set[str]) -> bool:
    areas = words_in(entry, "service_area")
    return not areas or not inside.isdisjoint(areas)
