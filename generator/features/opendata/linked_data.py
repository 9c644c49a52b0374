"""A record to the schema.org description that search engines and assistants read in its page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.addresses import url_path
from generator.model.dataset import Described
from generator.model.facets import record_title
from generator.model.json_value import JsonObject
from generator.model.page import Page, RecordSubject
from generator.model.record import Record
from generator.model.source import Source
from generator.render.cards import record_summary
from generator.render.embedding import embedded_json


def linked_data(source: Source, page: Page) -> Iterator[str]:
    """The element for the head of a page; none for pages that show no record of a described kind."""
    if not isinstance(page.subject, RecordSubject):
        return
    kind = source.catalogue.datasets[page.subject.dataset].directory.described_as
    if kind is None:
        return
    record = source.catalogue.records[page.subject.dataset][page.subject.key]
    about = {name: value for name, value in _about(source, page, record, kind) if value}
    graph = [about, *_breadcrumbs(source.settings.site_url, page)]
    text = embedded_json({"@context": "https://schema.org", "@graph": graph})
    yield f'<script type="application/ld+json">{text}</script>'


def _about(source: Source, page: Page, record: Record, kind: Described) -> Iterator[tuple[str, Any]]:
    yield "@type", kind.type
    yield "name", record_title(source.catalogue, record)
    yield "description", record_summary(source.catalogue, record)
    if source.settings.site_url:
        yield "url", source.settings.site_url + url_path(page.address)
    columns = source.catalogue.datasets[record.dataset].columns
    for property_, field in kind.properties:
        if field in columns and not columns[field].personal:
            yield property_, _plain(source, record, field)


def _plain(source: Source, record: Record, field: str) -> str:
    """The name of what a field refers to, else its value; ISO dates."""
    targets = source.catalogue.targets(record, source.catalogue.datasets[record.dataset].columns[field])
    if targets:
        return "、".join(record_title(source.catalogue, each) for each in targets)
    value = record.values[field]
    return "" if value is None else str(value)


def _breadcrumbs(site_url: str, page: Page) -> Iterator[JsonObject]:
    """Absolute addresses are part of the standard, so a site that does not know its own has none."""
    if site_url:
        steps = [*((each.title, each.address) for each in page.crumbs), (page.title, page.address)]
        yield {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": at, "name": title, "item": site_url + url_path(address)}
                for at, (title, address) in enumerate(steps, 1)
            ],
        }
