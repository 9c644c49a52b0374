"""A place to the way into the finder with that place already answered."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.addresses import FINDER
from generator.model.places import districts_of, find_top
from generator.model.record import Record
from generator.model.source import Source

NEXT = "need"
"""The question after the place."""


@dataclass(frozen=True, slots=True)
class PlaceFinderContext:
    """What the page of a place may name of the finder."""

    finder: str
    """Where its questions begin for people of this place; empty for what has no districts."""


def place_finder_context(source: Source, place: Record) -> PlaceFinderContext:
    """The way into the finder from a place."""
    return PlaceFinderContext(finder=_address(source, place))


def _address(source: Source, place: Record) -> str:
    """What is answered stands behind `#`, which no server sees."""
    catalogue = source.catalogue
    if find_top(catalogue) is None:
        return ""
    districts = {each.key for each in districts_of(catalogue)}
    district = next((each.key for each in (place, *catalogue.ancestors(place)) if each.key in districts), "")
    answers = {"district": district, "township": place.key if place.key != district and district else ""}
    said = "&".join(f"{name}={value}" for name, value in answers.items() if value)
    return f"{FINDER}#?{said}&step={NEXT}" if said else FINDER
