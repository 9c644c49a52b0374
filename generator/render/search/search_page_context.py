"""The catalogue to what the search page's template may name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.addresses import listing_address
from generator.model.catalogue import Catalogue
from generator.model.page import Link
from generator.model.source import Source


class Facet(NamedTuple):
    """A way to narrow search results; `name` is the facet's name in the index."""

    name: str
    label: str


_KIND = Facet("kind", "类别")


@dataclass(frozen=True, slots=True)
class SearchContext:
    """What the template of the search page may name."""

    kinds: tuple[Link, ...]
    """The lists of what can be found."""
    facets: tuple[Facet, ...]
    """The ways to narrow results."""


def search_context(source: Source) -> SearchContext:
    """What can be found without and with a script."""
    catalogue = source.catalogue
    listed = [dataset for dataset in catalogue.datasets.values() if dataset.directory.pages]
    kinds = tuple(Link(dataset.title, listing_address(dataset.name)) for dataset in listed)
    return SearchContext(kinds, search_facets(catalogue))


def search_facets(catalogue: Catalogue) -> tuple[Facet, ...]:
    """The kind, then every filter that some list offers, each once by its label."""
    labels = dict.fromkeys(
        filter_.label
        for dataset in catalogue.datasets.values()
        if dataset.directory.pages
        for filter_ in dataset.directory.filters
    )
    return (_KIND, *(Facet(label, label) for label in labels))
