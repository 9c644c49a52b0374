"""A record, or a dataset, to the schema.org description that search engines and assistants read in its page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.features.opendata.data_package import is_given
from generator.features.opendata.described_values import described_value
from generator.features.opendata.table_files import dataset_files
from generator.model.addresses import url_path
from generator.model.dataset import Dataset, Described
from generator.model.facets import record_title
from generator.model.json_value import JsonObject
from generator.model.licence import LICENCES
from generator.model.page import DictionarySubject, Page, RecordSubject
from generator.model.record import Record
from generator.model.source import Source
from generator.render.cards import record_summary
from generator.render.embedding import embedded_json


def linked_data(source: Source, page: Page) -> Iterator[str]:
    """The element for the head of a page; none for pages that show neither a described record nor published data."""
    about = {name: value for name, value in _subject(source, page) if value}
    if not about:
        return
    graph = [about, *_breadcrumbs(source.settings.site_url, page)]
    text = embedded_json({"@context": "https://schema.org", "@graph": graph})
    yield f'<script type="application/ld+json">{text}</script>'


def _subject(source: Source, page: Page) -> Iterator[tuple[str, Any]]:
    datasets = source.catalogue.datasets
    match page.subject:
        case RecordSubject(dataset=name, key=key):
            kind = datasets[name].directory.described_as
            if kind is not None:
                yield from _about(source, page, source.catalogue.records[name][key], kind)
        case DictionarySubject(dataset=name) if datasets[name].is_published:
            yield from _dataset(source, page, datasets[name])


def _dataset(source: Source, page: Page, dataset: Dataset) -> Iterator[tuple[str, Any]]:
    settings = source.settings
    yield "@type", "Dataset"
    yield "name", f"{settings.site_name}：{dataset.title}"
    yield "description", dataset.description
    yield "creator", {"@type": "Organization", "name": settings.authority} if settings.authority else None
    licence = LICENCES.get(settings.data_licence)
    yield "license", licence.address if licence and is_given(source.catalogue, dataset) else ""
    if settings.site_url:
        yield "url", settings.site_url + url_path(page.address)
        yield (
            "distribution",
            [
                {
                    "@type": "DataDownload",
                    "encodingFormat": kind,
                    "contentUrl": f"{settings.site_url}{file.address}",
                }
                for ending, kind in (("csv", "text/csv"), ("json", "application/json"))
                for file in dataset_files(source.catalogue, dataset, ending)
            ],
        )


def _about(source: Source, page: Page, record: Record, kind: Described) -> Iterator[tuple[str, Any]]:
    yield "@type", kind.type
    yield "name", record_title(source.catalogue, record)
    yield "description", record_summary(source.catalogue, record)
    if source.settings.site_url:
        yield "url", source.settings.site_url + url_path(page.address)
    columns = source.catalogue.datasets[record.dataset].columns
    for property_, field in kind.properties:
        if field in columns and not columns[field].personal:
            yield property_, described_value(source, record, property_, columns[field])


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
