"""The catalogue to the JSON files that the finder's script loads: rules and names, entries to match, details."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from generator.features.finder.compact_json import DETAILS_A_FILE, pack_entries, pack_names
from generator.features.finder.districts import records_for
from generator.features.finder.entries import all_entries
from generator.features.finder.offers import matching_names, offer_details
from generator.model.addresses import listing_address, record_address
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.facets import record_title
from generator.model.page import Download
from generator.model.places import places_below
from generator.model.record import Record
from generator.model.source import Source
from generator.national.matching import MATCHING


def rules_file(source: Source, _download: Download) -> str:
    """What matching is done by, what codes are called, and below which address offers have their pages."""
    names = pack_names(matching_names(source.catalogue))
    return _compact(
        {"rules": asdict(MATCHING), "names": names, "offers": listing_address(source.catalogue.named("offer"))}
    )


def district_file(source: Source, download: Download) -> str:
    """Everything a district's residents may ask about, as matching needs it, and the windows they go to."""
    catalogue = source.catalogue
    place = catalogue.with_role("place")[download.key]
    windows = {
        each.key: found for each in (place, *places_below(catalogue, place)) if (found := _windows(catalogue, each))
    }
    entries = all_entries(catalogue, records_for(catalogue, place.key))
    return _compact({"entries": pack_entries(entries), "details": DETAILS_A_FILE, "windows": windows})


def details_file(source: Source, download: Download) -> str:
    """What is shown of some of a district's entries, in the order of its file."""
    district, _, part = download.key.partition("/")
    start = int(part) * DETAILS_A_FILE
    records = records_for(source.catalogue, district)[start : start + DETAILS_A_FILE]
    return _compact([offer_details(source.catalogue, record)._asdict() for record in records])


def _windows(catalogue: Catalogue, place: Record) -> list[dict[str, str]]:
    return [_window(catalogue, each) for each in catalogue.pointing(place, "window.division")]


def _window(catalogue: Catalogue, record: Record) -> dict[str, str]:
    shown = {name: text_in(record, name) for name in ("phone", "hours", "street_address", "directions")}
    return {"name": record_title(catalogue, record), "address": record_address(record.dataset, record.key), **shown}


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
