"""The catalogue to the numbers of the home page: what a visitor can use, not what is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.features.duties.totals import published_spending
from generator.model.addresses import listing_address
from generator.model.cells import text_in
from generator.model.dataset import Counted, Dataset
from generator.model.source import Source

_TEN_THOUSAND = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class HomeFigure:
    """A number on the home page and where it leads."""

    label: str
    value: int
    unit: str
    address: str


def home_figures(source: Source) -> tuple[HomeFigure, ...]:
    """Every figure the instance has the data for."""
    return tuple(each for each in (*_counts(source), *_spending(source)) if each.value)


def _counts(source: Source) -> Iterator[HomeFigure]:
    """What declarations say is counted, in the order they give."""
    datasets = source.catalogue.datasets.values()
    counted = ((each.directory.counted, each) for each in datasets if each.directory.counted)
    for terms, dataset in sorted(counted, key=lambda each: (each[0].position, each[1].name)):
        value, address = _of_value(source, dataset, terms) if terms.field else _all(source, dataset)
        yield HomeFigure(terms.label, value, terms.unit, address)


def _of_value(source: Source, dataset: Dataset, terms: Counted) -> tuple[int, str]:
    """How many have the value, and their list where the field narrows it."""
    narrowed = [each.name for each in dataset.directory.filters if each.field == terms.field]
    for name in narrowed:
        for facet in source.facets(dataset.name)[name]:
            if facet.value == terms.value:
                return len(facet.keys), listing_address(dataset.name, name, terms.value)
    records = source.catalogue.records[dataset.name].values()
    has = sum(text_in(each, terms.field) == terms.value for each in records)
    return 0 if narrowed else has, listing_address(dataset.name)


def _all(source: Source, dataset: Dataset) -> tuple[int, str]:
    """What is written inside other records is listed with these."""
    nesting = dataset.directory.nesting
    shown = nesting.dataset if nesting and not dataset.directory.pages else dataset.name
    return len(source.catalogue.records[dataset.name]), listing_address(shown)


def _spending(source: Source) -> Iterator[HomeFigure]:
    value = published_spending(source.catalogue) // _TEN_THOUSAND
    yield HomeFigure("项目公开的累计支出", int(value), "万元", listing_address(source.catalogue.named("project")))
