"""Places to the ways to their window packs: on the page of all packs, and on each place's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.base.memoising import question
from generator.features.editions.survey import place_editions
from generator.model.addresses import PACK_FILES, pack_address, record_address
from generator.model.calendar import period_name
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.facets import record_title
from generator.model.page import Link
from generator.model.places import districts_of, places_below
from generator.model.record import Record
from generator.model.source import Source

PLANNED = "pack-handbook"
"""Every pack has one of these."""
_WORDS = {"handbook": "窗口手册（PDF）", "poster": "一页海报（PDF）", "workbook": "全部资源（Excel）"}


class PackFile(NamedTuple):
    """One file of a pack: its words, its address, and the name under which it is saved."""

    title: str
    address: str
    name: str


class Pack(NamedTuple):
    """What one place's window can print."""

    place: Link
    files: tuple[PackFile, ...]
    inside: tuple[Pack, ...] = ()
    received: Received | None = None


class Received(NamedTuple):
    """How many of a district's windows said that they have its newest pack; None in their place where none is due."""

    edition: str
    signed: int
    windows: int


@dataclass(frozen=True, slots=True)
class PacksContext:
    """What the page of all packs may name."""

    packs: tuple[Pack, ...]
    """Of the districts, each with those of its townships inside."""


def all_packs_context(source: Source, _key: str) -> PacksContext:
    """Every place's pack."""
    catalogue = source.catalogue
    packs = (
        _pack(catalogue, each)._replace(
            inside=tuple(_pack(catalogue, town) for town in places_below(catalogue, each)),
            received=_received(catalogue, each),
        )
        for each in districts_of(catalogue)
    )
    return PacksContext(packs=tuple(packs))


@dataclass(frozen=True, slots=True)
class PlacePackContext:
    """What the page of a place may name of its pack."""

    pack: Pack | None
    """None for the city, and where packs are not made."""


def place_pack_context(source: Source, place: Record) -> PlacePackContext:
    """The pack of a place."""
    return PlacePackContext(pack=_pack(source.catalogue, place) if place.key in _packed_places(source) else None)


@question
def _packed_places(source: Source) -> frozenset[str]:
    return frozenset(each.key for each in source.downloads if each.format == PLANNED)


def _pack(catalogue: Catalogue, place: Record) -> Pack:
    name = record_title(catalogue, place)
    files = tuple(
        PackFile(words, pack_address(place.key, part), _saved_as(name, part)) for part, words in _WORDS.items()
    )
    return Pack(Link(name, record_address(place.dataset, place.key)), files)


def _received(catalogue: Catalogue, district: Record) -> Received | None:
    """Windows of the district and its townships that signed for the district's newest edition."""
    editions = place_editions(catalogue, district.key)
    places = (district, *places_below(catalogue, district))
    windows = [each for place in places for each in catalogue.pointing(place, "window.division")]
    if "pack_receipt" not in catalogue.roles or not editions or not windows:
        return None
    newest = editions[-1].period
    receipts = (catalogue.pointing(window, "pack_receipt.window") for window in windows)
    signed = sum(any(text_in(each, "period") == newest for each in found) for found in receipts)
    return Received(period_name(newest), signed, len(windows))


def _saved_as(place: str, part: str) -> str:
    return f"{place}{_WORDS[part].partition('（')[0]}.{PACK_FILES[part].partition('.')[2]}"
