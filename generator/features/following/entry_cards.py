"""The entries of all catalogues, by the number that stays the same from one half-year to the next."""

from __future__ import annotations

from collections.abc import Mapping

from generator.base.memoising import once_a_subject
from generator.features.editions.survey import place_editions
from generator.model.addresses import record_address
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.record import Record

_BETWEEN = "/"
"""The half-year and the number in a record's key."""


@once_a_subject
def entries_by_place(catalogue: Catalogue, place: str) -> Mapping[str, Record]:
    """The newest record of every entry that a place ever had, by its number."""
    return {text_in(each, "id"): each for edition in place_editions(catalogue, place) for each in edition.entries}


def newest_record(catalogue: Catalogue, place: str, number: str) -> Record | None:
    """The newest record of a place's entry; None where all of them are gone."""
    return entries_by_place(catalogue, place).get(number) if place else None


def entry_numbers(catalogue: Catalogue) -> Mapping[str, str]:
    """The number of every entry that there is or was, with its place; none of those that were purged."""
    known = {number: place for place in catalogue.with_role("place") for number in entries_by_place(catalogue, place)}
    return {**dict.fromkeys(_purged(catalogue), ""), **known}


def tombstone_address(catalogue: Catalogue, number: str) -> str:
    """Where it is said of a purged entry that it was."""
    return record_address(catalogue.named("offer"), _purged(catalogue)[number])


def _purged(catalogue: Catalogue) -> Mapping[str, str]:
    """The keys of purged records by the number of their entry."""
    offers, stones = catalogue.named("offer"), catalogue.with_role("tombstone").values()
    keys = [text_in(each, "record") for each in stones if text_in(each, "kind") == offers]
    return {key.rpartition(_BETWEEN)[2]: key for key in keys}
