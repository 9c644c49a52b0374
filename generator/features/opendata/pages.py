"""Datasets to the pages and files that engineers and reusers need: dictionaries and downloads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.addresses import DICTIONARIES, SEARCH, dictionary_address, download_address
from generator.model.dataset import Dataset
from generator.model.page import (
    DictionariesSubject,
    DictionarySubject,
    Download,
    Link,
    Page,
    SearchSubject,
    TopicSubject,
)
from generator.plan.listings import HOME

DICTIONARIES_TITLE = "数据字典与下载"
DOWNLOAD_FORMATS = ("csv", "json")


def plan_search() -> Page:
    """The search page."""
    return Page(SEARCH, "站内搜索", "search", "search", SearchSubject(), crumbs=(HOME,))


def plan_dictionaries(datasets: Iterable[Dataset]) -> Iterator[Page]:
    """One page that lists all data dictionaries, and one a dataset."""
    yield Page(DICTIONARIES, DICTIONARIES_TITLE, "dictionaries", "dictionary", DictionariesSubject(), crumbs=(HOME,))
    top = Link(DICTIONARIES_TITLE, DICTIONARIES)
    yield Page(
        address=dictionary_address("declaration"),
        title="怎样声明一种数据",
        template="declaration",
        frame="dictionary",
        subject=TopicSubject("declaration", "", ()),
        crumbs=(HOME, top),
    )
    for dataset in datasets:
        yield Page(
            address=dictionary_address(dataset.name),
            title=f"数据字典：{dataset.title}",
            template="dictionary",
            frame="dictionary",
            subject=DictionarySubject(dataset.name),
            crumbs=(HOME, top),
            source=dataset.declaration,
        )


def plan_downloads(datasets: Iterable[Dataset]) -> Iterator[Download]:
    """Every dataset as CSV and JSON, and the Data Package that describes them."""
    for dataset in datasets:
        for format_ in DOWNLOAD_FORMATS:
            yield Download(download_address(f"{dataset.name}.{format_}"), format_, (dataset.name,))
    yield Download(download_address("datapackage.json"), "datapackage", ())
