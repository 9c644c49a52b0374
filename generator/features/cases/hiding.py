"""A catalogue and a day to the same catalogue without the texts and pictures that may no longer be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from generator.features.cases.consent import Consent, consent_on
from generator.model.catalogue import Catalogue
from generator.model.project import Settings
from generator.model.record import Record

HIDDEN = {"case": ("text", "attachments"), "award": ("person",)}
"""What of a record goes when the consent behind it has ended."""
PICTURES = "case_image"


def hide_expired(catalogue: Catalogue, _settings: Settings, day: date) -> Catalogue:
    """Done once, before anything is planned: no page, book, download or search index can show what is not there."""
    expired = {role: _expired(catalogue, role, day) for role in HIDDEN}
    if not any(expired.values()):
        return catalogue
    records = dict(catalogue.records)
    for role, keys in expired.items():
        if keys:
            shown = catalogue.with_role(role)
            records[catalogue.named(role)] = {
                key: _hide(each, HIDDEN[role]) if key in keys else each for key, each in shown.items()
            }
    pictures = catalogue.with_role(PICTURES)
    if pictures:
        left = {key: each for key, each in pictures.items() if each.values["case"] not in expired["case"]}
        records[catalogue.named(PICTURES)] = left
    backlinks = {relation: _hidden(links, records) for relation, links in catalogue.backlinks.items()}
    return replace(catalogue, records=records, backlinks=backlinks)


def _expired(catalogue: Catalogue, role: str, day: date) -> frozenset[str]:
    found = catalogue.with_role(role).items()
    return frozenset(key for key, each in found if consent_on(each, day) is Consent.EXPIRED)


def _hide(record: Record, fields: tuple[str, ...]) -> Record:
    return record._replace(values={**record.values, **dict.fromkeys(fields)}, digest=f"{record.digest} expired")


def _hidden(
    links: Mapping[str, tuple[Record, ...]], records: Mapping[str, Mapping[str, Record]]
) -> Mapping[str, tuple[Record, ...]]:
    """The same links to what is left of the records."""
    return {
        key: left
        for key, sources in links.items()
        if (left := tuple(records[each.dataset][each.key] for each in sources if each.key in records[each.dataset]))
    }
