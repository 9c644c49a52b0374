"""What a place's people can have, from the place itself and those around it, to cards by kind, the nearest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, DeclaredLink, Filter
from generator.model.facets import facet_label, facet_values
from generator.model.past import is_past
from generator.model.record import Record
from generator.render.cards import Card, record_card
from generator.render.related_records import SHOWN_AT_MOST, relations_onto

_FIRST = 3
"""Shown at once; the rest of a kind waits to be unfolded."""


class KindView(NamedTuple):
    """One kind, told by `field`: its `first` cards, then the `rest`; `total` counts those, too, that neither shows."""

    title: str
    field: str
    first: tuple[Card, ...]
    rest: tuple[Card, ...]
    total: int


class OfferReach(NamedTuple):
    """All of one dataset that reaches a place, and is not past, by kind."""

    kinds: tuple[KindView, ...]
    total: int
    own: int
    """How many are the place's own."""


def reach_of(catalogue: Catalogue, record: Record) -> Mapping[str, OfferReach]:
    """By role, what reaches a record of a hierarchy, through any reference to it or to what lies above it."""
    around = (record, *catalogue.ancestors(record))
    links: dict[str, tuple[Dataset, list[str]]] = {}
    for name, dataset, link in relations_onto(catalogue, record.dataset):
        if _kind_filter(dataset, link):
            links.setdefault(dataset.name, (dataset, []))[1].append(name)
    return {
        dataset.directory.role or name: _reach(catalogue, dataset, around, names)
        for name, (dataset, names) in links.items()
    }


def _kind_filter(dataset: Dataset, link: DeclaredLink) -> Filter | None:
    """The first way to narrow the dataset's list, where each record answers to one value of it."""
    first = next(iter(dataset.directory.filters), None) if dataset.directory.pages else None
    narrows = first and first.field != link.field and first.level is None
    return first if first and narrows and dataset.columns[first.field].type != "list" else None


def _reach(catalogue: Catalogue, dataset: Dataset, around: Iterable[Record], names: Iterable[str]) -> OfferReach:
    found = {
        each.key: each
        for place in around
        for name in names
        for each in catalogue.sources(place, name)
        if not is_past(dataset, each)
    }
    record, *_ = around
    own = sum(any(each.key in found for each in catalogue.sources(record, name)) for name in names)
    return OfferReach(tuple(_kinds(catalogue, dataset, found.values())), len(found), own)


def _kinds(catalogue: Catalogue, dataset: Dataset, found: Iterable[Record]) -> Iterator[KindView]:
    filter_ = dataset.directory.filters[0]
    field = dataset.columns[filter_.field]
    by_value: dict[str, list[Record]] = {}
    for record in found:
        for value in facet_values(catalogue, record, filter_):
            by_value.setdefault(value, []).append(record)
    order = tuple(catalogue.records[field.target]) if field.target else tuple(field.labels)
    for value in sorted(by_value, key=lambda each: order.index(each) if each in order else len(order)):
        cards = tuple(record_card(catalogue, each) for each in by_value[value][:SHOWN_AT_MOST])
        yield KindView(
            facet_label(catalogue, field, value), field.name, cards[:_FIRST], cards[_FIRST:], len(by_value[value])
        )
