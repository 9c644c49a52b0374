"""A catalogue and a day to the same catalogue without the texts and pictures that may no longer be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from generator.domain.publicity.consent import Consent, consent_on
from generator.model.catalogue import Catalogue
from generator.model.record import Record

HIDDEN = {"cases": ("text", "attachments"), "awards": ("person",)}
"""What of a record goes when the consent behind it has ended."""
PICTURES = "case_images"


def hide_expired(catalogue: Catalogue, day: date) -> Catalogue:
    """Done once, before anything is planned: no page, book, download or search index can show what is not there."""
    records = dict(catalogue.records)
    expired = {
        name: frozenset(key for key, each in records.get(name, {}).items() if consent_on(each, day) is Consent.EXPIRED)
        for name in HIDDEN
    }
    if not any(expired.values()):
        return catalogue
    for name, keys in expired.items():
        if keys:
            records[name] = {key: _hide(each) if key in keys else each for key, each in records[name].items()}
    backlinks = dict(catalogue.backlinks)
    if PICTURES in records:
        pictures = records[PICTURES]
        records[PICTURES] = {key: each for key, each in pictures.items() if each.values["case"] not in expired["cases"]}
        backlinks[f"{PICTURES}.case"] = _without(backlinks[f"{PICTURES}.case"], expired["cases"])
    return replace(catalogue, records=records, backlinks=backlinks)


def _hide(record: Record) -> Record:
    hidden = dict.fromkeys(HIDDEN[record.dataset])
    return replace(record, values={**record.values, **hidden}, digest=f"{record.digest} expired")


def _without(links: Mapping[str, tuple[str, ...]], keys: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    return {key: sources for key, sources in links.items() if key not in keys}
