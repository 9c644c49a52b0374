"""One sheet of a list to what its template may name."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from generator.base.memoising import once_a_subject, question
from generator.model.addresses import listing_address
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Filter
from generator.model.facets import record_title
from generator.model.page import ListingSubject, Page
from generator.model.source import Source
from generator.render.cards import Card, record_card


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter: a plain link to the list narrowed by it."""

    title: str
    address: str
    value: str
    count: int
    selected: bool


class OptionGroup(NamedTuple):
    """Options that belong together: the places of one district; `title` is empty where there is nothing to group."""

    title: str
    options: tuple[Option, ...]


class FilterView(NamedTuple):
    """One way to narrow the list; only values that some record answers to are offered."""

    name: str
    label: str
    options: tuple[Option, ...]
    groups: tuple[OptionGroup, ...]


class Selection(NamedTuple):
    """The filter and value by which this list is narrowed."""

    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Pager:
    """Where this sheet stands among the sheets of the list."""

    number: int
    count: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class ListingContext:
    """What the template of a list may name; `cards` are those of one sheet."""

    dataset: Dataset
    cards: tuple[Card, ...]
    total: int | None
    """How many the list has, on its first sheet."""
    filters: tuple[FilterView, ...]
    """On the first sheet: their counts change with every record, and a list may have hundreds of sheets."""
    front: str
    """Where the first sheet is; empty on the first sheet itself."""
    selection: Selection | None
    """None for the whole list."""
    pager: Pager


def listing_context(source: Source, page: Page, subject: ListingSubject) -> ListingContext:
    """The cards of one sheet, and the ways to narrow the list."""
    catalogue = source.catalogue
    records = catalogue.records[subject.dataset]
    is_front = subject.number == 1
    return ListingContext(
        dataset=catalogue.datasets[subject.dataset],
        cards=tuple(record_card(catalogue, records[key]) for key in subject.keys),
        total=subject.total,
        filters=_filters(source, subject.dataset, subject.filter, subject.value) if is_front else (),
        front="" if is_front else _first_sheet(subject),
        selection=_selection(source, subject.dataset, subject.filter, subject.value),
        pager=Pager(
            subject.number,
            subject.count,
            page.previous.address if page.previous else None,
            page.next.address if page.next else None,
        ),
    )


@once_a_subject
def _filters(source: Source, dataset: str, filter_: str | None, value: str | None) -> tuple[FilterView, ...]:
    """The filters of a list as they stand on all its sheets: hundreds of places are offered on hundreds of sheets."""
    declared = source.catalogue.datasets[dataset].directory.filters
    if filter_ is None:
        return tuple(_filter(source, dataset, each, None) for each in declared)
    plain = zip(declared, _filters(source, dataset, None, None), strict=True)
    return tuple(_filter(source, dataset, each, value) if each.name == filter_ else view for each, view in plain)


def _filter(source: Source, dataset: str, filter_: Filter, selected: str | None) -> FilterView:
    options = tuple(
        Option(
            title=value.label,
            address=listing_address(dataset, filter_.name, value.value),
            value=value.value,
            count=len(value.keys),
            selected=value.value == selected,
        )
        for value in source.facets(dataset)[filter_.name]
    )
    catalogue = source.catalogue
    groups = _groups(catalogue, catalogue.datasets[dataset], filter_, options)
    return FilterView(filter_.name, filter_.label, options, groups)


def _groups(
    catalogue: Catalogue, dataset: Dataset, filter_: Filter, options: tuple[Option, ...]
) -> tuple[OptionGroup, ...]:
    """Places under the place they lie in, unless all lie in one."""
    places = catalogue.records.get(dataset.columns[filter_.field].target or "", {})

    def parent(option: Option) -> str:
        above = catalogue.ancestors(places[option.value]) if option.value in places else ()
        return record_title(catalogue, above[0]) if above else ""

    groups = tuple(OptionGroup(title, tuple(found)) for title, found in groupby(options, parent))
    return groups if len(groups) > 1 else (OptionGroup("", options),)


def _first_sheet(subject: ListingSubject) -> str:
    return listing_address(subject.dataset, *((subject.filter, subject.value) if subject.filter else ()))


@question
def _selection(source: Source, dataset: str, filter_: str, value: str) -> Selection | None:
    """The same whatever the counts are."""
    if not filter_:
        return None
    label = next(each.label for each in source.catalogue.datasets[dataset].directory.filters if each.name == filter_)
    title = next(each.label for each in source.facets(dataset)[filter_] if each.value == value)
    return Selection(label, title)
