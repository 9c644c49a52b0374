"""Datasets to the pages of their dictionaries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.addresses import DICTIONARIES, dictionary_address
from generator.model.dataset import Dataset
from generator.model.page import DeclarationSubject, DictionariesSubject, DictionarySubject, Link, Page
from generator.plan.listings import LISTINGS_HOME

DICTIONARIES_TITLE = "数据字典与下载"


def plan_dictionaries(datasets: Iterable[Dataset]) -> Iterator[Page]:
    """One page that lists all data dictionaries, and one a dataset."""
    yield Page(
        DICTIONARIES, DICTIONARIES_TITLE, "dictionaries", "dictionary", DictionariesSubject(), crumbs=(LISTINGS_HOME,)
    )
    top = Link(DICTIONARIES_TITLE, DICTIONARIES)
    yield Page(
        address=dictionary_address("declaration"),
        title="怎样声明一种数据",
        template="declaration",
        frame="dictionary",
        subject=DeclarationSubject(),
        crumbs=(LISTINGS_HOME, top),
    )
    for dataset in datasets:
        yield Page(
            address=dictionary_address(dataset.name),
            title=f"数据字典：{dataset.title}",
            template="dictionary",
            frame="dictionary",
            subject=DictionarySubject(dataset.name),
            crumbs=(LISTINGS_HOME, top),
            source=dataset.declaration,
        )
