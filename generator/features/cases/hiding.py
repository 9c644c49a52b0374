"""A catalogue and a day to the same catalogue without the texts and pictures that may no longer be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from generator.features.cases.consent import Consent, consent_on
from generator.model.catalogue import Catalogue
from generator.model.project import Settings
from generator.model.record import Record

HIDDEN = {"cases": ("text", "attachments"), "awards": ("person",)}
"""What of a record goes when the consent behind it has ended."""
PICTURES = "case_images"


def hide_expired(catalogue: Catalogue, _settings: Settings, day: date) -> Catalogue:
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
    if PICTURES in records:
        pictures = records[PICTURES]
        records[PICTURES] = {key: each for key, each in pictures.items() if each.values["case"] not in expired["cases"]}
    backlinks = {relation: _hidden(links, records) for relation, links in catalogue.backlinks.items()}
    return replace(catalogue, records=records, backlinks=backlinks)


def _hide(record: Record) -> Record:
    hidden = dict.fromkeys(HIDDEN[record.dataset])
    return record._replace(values={**record.values, **hidden}, digest=f"{record.digest} expired")


def _hidden(
    links: Mapping[str, tuple[Record, ...]], records: Mapping[str, Mapping[str, Record]]
) -> Mapping[str, tuple[Record, ...]]:
    """The same links to what is left of the records."""
    return {
        key: left
        for key, sources in links.items()
        if (left := tuple(records[each.dataset][each.key] for each in sources if each.key in records[each.dataset]))
    }
