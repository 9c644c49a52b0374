"""A planned page to the names its template may use; the list of names is the contract with template authors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from generator.base.house import NATIONAL
from generator.model.addresses import listing_address, root_prefix
from generator.model.feature import Context, Features, record_parts, topic_pages
from generator.model.page import (
    DictionariesSubject,
    DictionarySubject,
    ListingSubject,
    Page,
    RecordSubject,
    SearchSubject,
    TopicSubject,
)
from generator.model.source import Source
from generator.render.dictionary_context import dictionaries_context, dictionary_context
from generator.render.listing_context import listing_context
from generator.render.record_context import record_context
from generator.render.search.context import search_context


@lru_cache(maxsize=2)
def site_context(source: Source) -> Mapping[str, Any]:
    """`site`: the settings, the day the site is built for, and `lists`: addresses of the lists by role."""
    return {**asdict(source.settings), "as_of": source.as_of, "lists": _lists(source)}


def _lists(source: Source) -> Mapping[str, str]:
    known = source.catalogue.datasets
    return {role: listing_address(name) for role, name in source.catalogue.roles.items() if known[name].directory.pages}


def page_context(source: Source, page: Page, features: Features) -> Mapping[str, Any]:
    """Everything the template of one page may name."""
    return {
        "site": site_context(source),
        "root": root_prefix(page.address),
        "page": _page(source, page),
        **_subject_context(source, page, features),
    }


def block_context(source: Source, fill: Callable[[Source], Context], address: str) -> Mapping[str, Any]:
    """What the template of a block may name on the page at `address`."""
    return {"site": site_context(source), "root": root_prefix(address), **fill(source)}


def _subject_context(source: Source, page: Page, features: Features) -> Mapping[str, Any]:
    catalogue = source.catalogue
    match page.subject:
        case RecordSubject(dataset, key):
            record = catalogue.records[dataset][key]
            parts = (part.context(source, record) for part in record_parts(features, catalogue.role_of(dataset)))
            return {
                **record_context(catalogue, record),
                **{name: value for part in parts for name, value in part.items()},
            }
        case ListingSubject() as subject:
            return listing_context(source, page, subject)
        case DictionarySubject(dataset):
            return dictionary_context(catalogue, catalogue.datasets[dataset], source.plan.downloads)
        case DictionariesSubject():
            return dictionaries_context(catalogue)
        case SearchSubject():
            return search_context(catalogue)
        case TopicSubject(topic, key):
            return topic_pages(features)[topic].context(source, key)


def _page(source: Source, page: Page) -> Mapping[str, Any]:
    settings = source.settings
    has_source = bool(settings.repository and page.source and not page.source.startswith(f"{NATIONAL}/"))
    return {
        "title": page.title,
        "address": page.address,
        "crumbs": page.crumbs,
        "previous": page.previous,
        "next": page.next,
        "changed": source.changes.get(page.source or ""),
        "source": page.source,
        "source_url": f"{settings.repository}/blob/HEAD/{quote(page.source or '')}" if has_source else "",
    }
