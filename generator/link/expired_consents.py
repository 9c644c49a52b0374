"""A catalogue and a day to the same catalogue without what rested on consents that have ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.consent import Consent, consent_on, shows_somebody
from generator.model.dataset import Dataset
from generator.model.fields import fields
from generator.model.record import Record

Expired = Mapping[str, frozenset[str]]
"""Keys of the records whose consent has ended, by dataset; datasets without such a record are not in it."""
FILE_FORMATS = ("attachment",)
"""Formats of fields that name files which are published wherever somebody links to them."""


def find_expired(catalogue: Catalogue, day: date, agreed: Mapping[str, str] | None = None) -> Expired:
    """Of every dataset whose declaration says on whose consent it rests.

    `agreed` are those who agree today (`dataset/key`) and until when, where the catalogue is an earlier state.
    """
    found = {
        name: frozenset(key for key, each in catalogue.records[name].items() if _is_over(catalogue, each, day, agreed))
        for name, dataset in catalogue.datasets.items()
        if dataset.directory.consent
    }
    return {name: keys for name, keys in found.items() if keys}


def _is_over(catalogue: Catalogue, record: Record, day: date, agreed: Mapping[str, str] | None) -> bool:
    if consent_on(catalogue, record, day) is Consent.EXPIRED:
        return True
    if agreed is None or not shows_somebody(catalogue, record):
        return False
    return agreed.get(f"{record.dataset}/{record.key}", "") < day.isoformat()


def hide_expired(catalogue: Catalogue, day: date, agreed: Mapping[str, str] | None = None) -> Catalogue:
    """Done once, before anything is planned: no page, book, download or search index can show what is not there.

    Rows written inside such a record (its pictures, say) go with it.
    """
    expired = find_expired(catalogue, day, agreed)
    if not expired:
        return catalogue
    records = {name: dict(_left(catalogue.datasets[name], found, expired)) for name, found in catalogue.records.items()}
    backlinks = {relation: _relinked(links, records) for relation, links in catalogue.backlinks.items()}
    return replace(catalogue, records=records, backlinks=backlinks)


def _left(dataset: Dataset, records: Mapping[str, Record], expired: Expired) -> Iterator[tuple[str, Record]]:
    over, nesting = expired.get(dataset.name, frozenset()), dataset.directory.nesting
    owners = expired.get(nesting.dataset, frozenset()) if nesting else frozenset()
    for key, record in records.items():
        if nesting is None or record.values[nesting.parent_field] not in owners:
            yield key, _hide(dataset, record) if key in over else record


def _hide(dataset: Dataset, record: Record) -> Record:
    """By standard names, too, the fields are empty."""
    terms = dataset.directory.consent
    own = terms.hides if terms else ()
    names = (*own, *(standard for standard, name in dataset.directory.standard if name in own))
    return record._replace(values=fields({**record.values, **dict.fromkeys(names)}), digest=f"{record.digest} expired")


def _relinked(
    links: Mapping[str, tuple[Record, ...]], records: Mapping[str, Mapping[str, Record]]
) -> Mapping[str, tuple[Record, ...]]:
    """The same links to what is left of the records."""
    return {
        key: left
        for key, sources in links.items()
        if (left := tuple(records[each.dataset][each.key] for each in sources if each.key in records[each.dataset]))
    }


def find_hidden_files(before: Catalogue, after: Catalogue) -> frozenset[str]:
    """The files (relative to `content/`) that only hidden fields named: nothing may lead to them any more."""
    return frozenset(_files(before)) - frozenset(_files(after)) if before is not after else frozenset()


def _files(catalogue: Catalogue) -> Iterator[str]:
    for name, dataset in catalogue.datasets.items():
        for field in dataset.fields:
            if field.format in FILE_FORMATS:
                for record in catalogue.records[name].values():
                    value = record.values[field.name]
                    yield from value if isinstance(value, tuple) else (str(value),) if value else ()
