"""A planned page to a fingerprint of everything it shows, so that unchanged pages need not be drawn again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from hashlib import blake2b

from generator.base.memoising import once_a_subject
from generator.model.catalogue import Catalogue
from generator.model.facets import record_title, shared_titles
from generator.model.feature import Features, file_kinds, pack_kinds, record_parts, topic_pages
from generator.model.page import (
    DeclarationSubject,
    DictionariesSubject,
    DictionarySubject,
    Download,
    Link,
    ListingSubject,
    Page,
    RecordSubject,
    SearchSubject,
    TopicSubject,
)
from generator.model.record import Record
from generator.model.source import Source
from generator.render.related_records import find_children, find_descendants, relations_onto

Fingerprint = Callable[[Page], str]


def page_fingerprints(source: Source, base: str, features: Features) -> Fingerprint:
    """Make the function that fingerprints pages; `base` stands for what all share (templates, frames, settings)."""
    catalogue = source.catalogue
    seen = _Seen(catalogue)

    @cache
    def facets(dataset: str) -> str:
        values = (
            f"{name}/{value.value}/{value.label}/{len(value.keys)}"
            for name, values in source.plan.facets[dataset].items()
            for value in values
        )
        return _digest("\n".join(values))

    @cache
    def shared_names() -> str:
        """Search and lists tell records of one name apart."""
        return _digest(
            "\n".join(sorted(name for each in catalogue.datasets for name in shared_titles(catalogue, each)))
        )

    @cache
    def declarations() -> str:
        return _digest(
            "\n".join(
                f"{name} {each.digest} {len(catalogue.records[name])}" for name, each in catalogue.datasets.items()
            )
        )

    def parts(page: Page) -> Iterator[str]:
        match page.subject:
            case RecordSubject(dataset, key):
                yield from (catalogue.datasets[dataset].digest, shared_names())
                yield from seen.page(catalogue.records[dataset][key])
                yield from _added(source, features, catalogue.records[dataset][key])
            case ListingSubject(dataset) as subject:
                yield from (catalogue.datasets[dataset].digest, facets(dataset), f"{subject.total} {subject.count}")
                yield from (seen.card(catalogue.records[dataset][key]) for key in subject.keys)
            case DictionarySubject() | DictionariesSubject() | DeclarationSubject() | SearchSubject():
                yield declarations()
            case TopicSubject():
                yield from _computed_from(source, features, page.subject)

    def fingerprint(page: Page) -> str:
        changed = source.changes.get(page.source or "", "")
        return _digest("\n".join((base, page.template, *_page_parts(page), str(changed), *parts(page))))

    return fingerprint


def download_fingerprint(source: Source, base: str, download: Download, features: Features) -> str:
    """Changes whenever something a file tells changes."""
    catalogue = source.catalogue
    kind = pack_kinds(features).get(download.format) or file_kinds(features).get(download.format)
    inputs = kind.inputs if kind else None
    named = download.datasets or tuple(catalogue.datasets)
    return _digest("\n".join((base, *(inputs(source, download) if inputs else _digests(catalogue, named)))))


def _added(source: Source, features: Features, record: Record) -> Iterator[str]:
    """What features show on a record's page beside the record."""
    for part in record_parts(features, source.catalogue.role_of(record.dataset)):
        yield from part.inputs(source, record)


def _computed_from(source: Source, features: Features, subject: TopicSubject) -> Iterator[str]:
    """What a computed page shows: what its feature says, else all of its datasets."""
    inputs = topic_pages(features)[subject.topic].inputs
    return inputs(source, subject.key) if inputs else _digests(source.catalogue, subject.datasets)


def _digests(catalogue: Catalogue, datasets: Iterable[str]) -> Iterator[str]:
    return (dataset_digest(catalogue, name) for name in datasets)


@once_a_subject
def dataset_digest(catalogue: Catalogue, name: str) -> str:
    """Changes whenever a dataset's declaration or any of its records changes; empty where there is no such dataset."""
    dataset = catalogue.datasets.get(name)
    if dataset is None:
        return ""
    return _digest("\n".join((dataset.digest, *(record.digest for record in catalogue.records[name].values()))))


def _page_parts(page: Page) -> Iterator[str]:
    yield page.address
    yield page.title
    for link in (*page.crumbs, page.previous, page.next):
        yield f"{link.title} {link.address}" if isinstance(link, Link) else ""


class _Seen:
    """What a reader can see of each record, worked out once: cards of one record stand on dozens of pages."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._cards: dict[int, str] = {}
        """By identity: the catalogue keeps every record, and a name of two parts takes as long to hash as to join."""
        self._around: dict[tuple[str, str], str] = {}
        named = {field.target or "" for dataset in catalogue.datasets.values() for field in dataset.references}
        titles = {
            name: {key: record_title(catalogue, record) for key, record in catalogue.records[name].items()}
            for name in named
        }
        self._named = {
            name: tuple((field.name, titles[field.target or ""]) for field in dataset.references)
            for name, dataset in catalogue.datasets.items()
        }
        """The referring fields of each dataset, with the titles of all records that they may name."""

    def page(self, record: Record) -> Iterator[str]:
        """All that a record's page shows: its own card and those of its family, and what points at any of them."""
        catalogue = self._catalogue
        hierarchy = catalogue.datasets[record.dataset].directory.hierarchy
        yield self.card(record)
        if hierarchy is None:
            yield self._sources(record)
            return
        ancestors = catalogue.ancestors(record)
        yield from map(self.card, (*ancestors, *find_children(catalogue, record)))
        yield from map(self._sources_once, (record, *ancestors, *find_descendants(catalogue, record)))

    def card(self, record: Record) -> str:
        """What a card of the record can show: its own values and the names of what it refers to."""
        card = self._cards.get(id(record))
        if card is None:
            card = self._cards[id(record)] = self._card(record)
        return card

    def _card(self, record: Record) -> str:
        parts, values = [record.dataset, record.key, record.digest], record.values
        for field, titles in self._named[record.dataset]:
            value = values[field]
            if isinstance(value, tuple):
                parts += [titles[key] for key in value if key in titles]
            elif value is not None:
                parts.append(titles.get(str(value), ""))
        return "\t".join(parts)

    def _sources_once(self, record: Record) -> str:
        """In a hierarchy every place is looked at for all places above and below it."""
        place = (record.dataset, record.key)
        if place not in self._around:
            self._around[place] = _digest(self._sources(record))
        return self._around[place]

    def _sources(self, record: Record) -> str:
        """The cards of all records that point at this one, relation by relation."""
        catalogue = self._catalogue
        cards: list[str] = []
        for name, _dataset, _link in relations_onto(catalogue, record.dataset):
            cards.append(name)
            cards.extend(map(self.card, catalogue.sources(record, name)))
        return "\n".join(cards)


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()
