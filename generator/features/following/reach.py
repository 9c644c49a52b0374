"""A place to the newest entries that its people may use: its own, and those above it that serve it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.base.memoising import once_a_subject
from generator.features.editions.survey import place_editions
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in, words_in
from generator.model.record import Record

Reach = Mapping[str, tuple[Record, ...]]
"""Entries by category, in the order of the categories."""


@once_a_subject
def reach_of_place(catalogue: Catalogue, key: str) -> Reach:
    """Whatever their state; categories of which there is none are left out. The place's own entries come first."""
    around = (key, *(each.key for each in catalogue.ancestors(catalogue.with_role("place")[key])))
    inside = frozenset(around)
    found = [each for at in around for each in newest_entries(catalogue, at) if at == key or _serves(each, inside)]
    return {
        category: entries
        for category in catalogue.with_role("category")
        if (entries := tuple(each for each in found if text_in(each, "category") == category))
    }


def newest_entries(catalogue: Catalogue, key: str) -> tuple[Record, ...]:
    """The entries of a place's newest catalogue."""
    editions = place_editions(catalogue, key)
    return editions[-1].entries if editions else ()


def _serves(entry: Record, inside: frozenset[str]) -> bool:
    areas = words_in(entry, "service_area")
    return not areas or not inside.isdisjoint(areas)


def is_followed(catalogue: Catalogue, place: Record) -> bool:
    """Whether a place has feeds and a card: the city, a district, a township with a catalogue of its own.

    In other townships there is just what the district's feeds tell.
    """
    return len(catalogue.ancestors(place)) <= 1 or bool(newest_entries(catalogue, place.key))


def followed_for(catalogue: Catalogue, place: Record) -> Record:
    """The place whose feeds people of a place follow: itself, or the nearest above it."""
    return next(each for each in (place, *catalogue.ancestors(place)) if is_followed(catalogue, each))
