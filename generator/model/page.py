"""A planned page or file: its address and what it shows, before anything is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.facet import Facets


class Link(NamedTuple):
    """Words and the address they lead to; addresses are relative to the site's root and end with `/`.

    A tuple, as pages are: ten thousand are made in half the time.
    """

    title: str
    address: str


class RecordSubject(NamedTuple):
    """The page of one record."""

    dataset: str
    key: str


@dataclass(frozen=True, slots=True)
class ListingSubject:
    """One sheet of a list: `filter` and `value` are empty for the whole list; `keys` are the records on this sheet.

    `total` is how many the list has, on its first sheet; None on all others: it changes with every record.
    """

    dataset: str
    filter: str
    value: str
    number: int
    count: int
    total: int | None
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DictionarySubject:
    """The data dictionary of one dataset."""

    dataset: str


@dataclass(frozen=True, slots=True)
class DictionariesSubject:
    """The page that lists all data dictionaries."""


@dataclass(frozen=True, slots=True)
class DeclarationSubject:
    """The page that says how a kind of data is declared."""


@dataclass(frozen=True, slots=True)
class SearchSubject:
    """The search page."""


@dataclass(frozen=True, slots=True)
class TopicSubject:
    """A page that the field itself computes: a board, a finder, a year of statistics.

    `key` says of what (a district's code, a period); `datasets` are those it is computed from.
    """

    topic: str
    key: str
    datasets: tuple[str, ...]


Subject = (
    RecordSubject
    | ListingSubject
    | DictionarySubject
    | DictionariesSubject
    | DeclarationSubject
    | SearchSubject
    | TopicSubject
)


class Page(NamedTuple):
    """One HTML page: `template` fills `frame`; `source` is the file whose fault a collision would be."""

    address: str
    title: str
    template: str
    frame: str
    subject: Subject
    crumbs: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Download:
    """One file that is not a page: `format` names the entry in the table of `render.downloads`.

    `datasets` are those it is made from (empty: all); `key` says of what it is (an organisation), where it matters.
    """

    address: str
    format: str
    datasets: tuple[str, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the site will hold, and the facets its lists are narrowed by (dataset → filter → values)."""

    pages: tuple[Page, ...]
    downloads: tuple[Download, ...]
    facets: Mapping[str, Facets]

    def has_page(self, address: str) -> bool:
        """Whether there is a page at an address."""
        return any(page.address == address for page in self.pages)

    def has_file(self, address: str) -> bool:
        """Whether there is a file at an address."""
        return any(file.address == address for file in self.downloads)
