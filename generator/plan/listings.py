"""One dataset to the sheets of its list: whole, and narrowed to each value of each filter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.addresses import listing_address
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.facet import Facets
from generator.model.page import Link, ListingSubject, Page

LISTINGS_HOME = Link("首页", "")


@dataclass(frozen=True, slots=True)
class _List:
    """One list: the whole dataset, or the records that answer to one value of a filter."""

    dataset: Dataset
    title: str
    keys: tuple[str, ...]
    crumbs: tuple[Link, ...]
    filter_name: str = ""
    value: str = ""

    def sheet(self, number: int) -> Link:
        return Link(f"第 {number} 页", listing_address(self.dataset.name, self.filter_name, self.value, number))


def plan_listings(catalogue: Catalogue, dataset: Dataset, facets: Facets, page_size: int) -> Iterator[Page]:
    """The list of a dataset, then one list for each value of each filter; long lists run over several sheets."""
    whole = _List(dataset, dataset.title, tuple(catalogue.records[dataset.name]), (LISTINGS_HOME,))
    yield from _sheets(whole, page_size)
    crumbs = (LISTINGS_HOME, Link(dataset.title, listing_address(dataset.name)))
    for filter_ in dataset.directory.filters:
        for value in facets[filter_.name]:
            title = f"{dataset.title}：{value.label}"
            yield from _sheets(_List(dataset, title, value.keys, crumbs, filter_.name, value.value), page_size)


def _sheets(list_: _List, page_size: int) -> Iterator[Page]:
    count = max(1, -(-len(list_.keys) // page_size))
    for number in range(1, count + 1):
        shown, total = list_.keys[(number - 1) * page_size : number * page_size], len(list_.keys)
        yield Page(
            address=list_.sheet(number).address,
            title=list_.title if number == 1 else f"{list_.title}（第 {number} 页）",
            template="listing",
            frame=list_.dataset.name,
            subject=ListingSubject(
                list_.dataset.name,
                list_.filter_name,
                list_.value,
                number,
                count,
                total if number == 1 else None,
                shown,
            ),
            crumbs=list_.crumbs,
            previous=list_.sheet(number - 1) if number > 1 else None,
            next=list_.sheet(number + 1) if number < count else None,
            source=list_.dataset.declaration,
        )
