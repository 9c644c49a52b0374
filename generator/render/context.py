"""A planned page to the names its template may use: the fields of frozen dataclasses, a contract with their authors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from urllib.parse import quote

from generator.base.house import NATIONAL
from generator.base.memoising import once_a_subject, question
from generator.model.addresses import listing_address, root_prefix
from generator.model.context import Context
from generator.model.feature import Features, block_kinds, record_parts, topic_pages
from generator.model.page import (
    DeclarationSubject,
    DictionariesSubject,
    DictionarySubject,
    Link,
    ListingSubject,
    Page,
    RecordSubject,
    SearchSubject,
    TopicSubject,
)
from generator.model.source import Source
from generator.render.dictionary_context import declaration_context, dictionaries_context, dictionary_context
from generator.render.listing_context import listing_context
from generator.render.record_context import record_context
from generator.render.search.search_page_context import search_context

Names = Mapping[str, object]
"""What Jinja is given."""


@dataclass(frozen=True, slots=True)
class SiteView:
    """`site`: what any template may know of the instance."""

    as_of: date
    """The day the site is built for."""
    lists: Mapping[str, str]
    """Addresses of the lists by role."""
    site_url: str
    authority: str
    demonstration: bool
    hotline: str
    leave_url: str
    held: str
    """Why an earlier state is shown; empty: it is not."""
    of: Mapping[str, Context]
    """By its name, what a feature lets every template know of it; a feature that is not there is not named."""


@dataclass(frozen=True, slots=True)
class PageView:
    """`page`: what any page's template may know of it."""

    title: str
    address: str
    crumbs: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    changed: date | None
    """The day git last saw its source change."""
    source: str | None
    source_url: str
    """Where its source can be read; empty without a public repository."""


def names_of(context: Context) -> Names:
    """The fields of a context; what they hold stays as it is."""
    return {name: getattr(context, name) for name in _fields(type(context))}


@cache
def _fields(kind: type[Context]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


@once_a_subject
def site_view(source: Source, features: Features) -> SiteView:
    """What is said of the site on all its pages."""
    settings = source.settings
    return SiteView(
        as_of=source.as_of,
        lists=_lists(source),
        site_url=settings.site_url,
        authority=settings.authority,
        demonstration=settings.demonstration,
        hotline=settings.hotline,
        leave_url=settings.leave_url,
        held=settings.held,
        of={name: known for name, tell in _everywhere(features) if (known := tell(source))},
    )


def _everywhere(features: Features) -> Iterator[tuple[str, Callable[[Source], Context | None]]]:
    return ((each.name, each.everywhere) for each in features if each.everywhere)


@question
def _lists(source: Source) -> Mapping[str, str]:
    known = source.catalogue.datasets
    return {role: listing_address(name) for role, name in source.catalogue.roles.items() if known[name].directory.pages}


def page_names(source: Source, page: Page, features: Features) -> Names:
    """Everything the template of one page may name."""
    return {
        "site": site_view(source, features),
        "root": root_prefix(page.address),
        "page": _page(source, page),
        **{name: value for each in page_contexts(source, page, features) for name, value in names_of(each).items()},
    }


def block_names(source: Source, features: Features, name: str, address: str) -> Names:
    """What the template of the block `name` may name on the page at `address`."""
    filled = block_kinds(features)[name](source)
    return {"site": site_view(source, features), "root": root_prefix(address), **names_of(filled)}


def page_contexts(source: Source, page: Page, features: Features) -> tuple[Context, ...]:
    """What the subject of a page gives its template: one context; of a record also one from each part features add."""
    catalogue = source.catalogue
    match page.subject:
        case RecordSubject(dataset, key):
            record = catalogue.records[dataset][key]
            parts = (part.context(source, record) for part in record_parts(features, catalogue.role_of(dataset)))
            return (record_context(catalogue, record), *parts)
        case ListingSubject() as subject:
            return (listing_context(source, page, subject),)
        case DictionarySubject(dataset):
            return (dictionary_context(catalogue, catalogue.datasets[dataset], source.downloads),)
        case TopicSubject(topic, key):
            return (topic_pages(features)[topic].context(source, key),)
        case single:
            return (_of_all(source, single),)


def _of_all(source: Source, subject: DeclarationSubject | DictionariesSubject | SearchSubject) -> Context:
    """The engine's pages of which a site has one."""
    match subject:
        case DeclarationSubject():
            return declaration_context()
        case DictionariesSubject():
            return dictionaries_context(source)
        case SearchSubject():
            return search_context(source)


def _page(source: Source, page: Page) -> PageView:
    settings = source.settings
    has_source = bool(settings.repository and page.source and not page.source.startswith(f"{NATIONAL}/"))
    return PageView(
        title=page.title,
        address=page.address,
        crumbs=page.crumbs,
        previous=page.previous,
        next=page.next,
        changed=source.changes.get(page.source or ""),
        source=page.source,
        source_url=f"{settings.repository}/blob/HEAD/{quote(page.source or '')}" if has_source else "",
    )
