"""The tree of places: the city above all others, districts below it, townships below these."""

from __future__ import annotations

from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.record import Record


def find_top(catalogue: Catalogue) -> Record | None:
    """The place above all others: the city. None while nobody has written down the places."""
    return next((each for each in catalogue.with_role("place").values() if not text_in(each, "parent")), None)


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
    return catalogue.pointing(place, "place.parent")
