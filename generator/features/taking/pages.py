"""The plan of the tables: one for every published dataset that has a list, and the rows that its script reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.addresses import listing_address
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.feature import Topic
from generator.model.page import Download, Link, Page, TopicSubject
from generator.model.project import Settings
from generator.plan.listings import LISTINGS_HOME

MOST_TAKEN = 50_000
"""Records beyond which a browser on a cheap phone is left alone: the plain lists and the files remain."""
_FOLDER = "take/"
_TABLES_OF_NUMBERS = "aggregate"


def table_address(dataset: str) -> str:
    """The page on which one dataset is narrowed and taken."""
    return f"{_FOLDER}{dataset}/"


def rows_address(dataset: str) -> str:
    """What the script of that page reads."""
    return f"{_FOLDER}{dataset}/rows.json"


def taken(catalogue: Catalogue) -> Iterator[Dataset]:
    """Published datasets with lists; of protected tables nothing is added up, so they are none."""
    for dataset in catalogue.datasets.values():
        is_list = dataset.is_published and dataset.directory.pages
        is_open = is_list and dataset.directory.privacy != _TABLES_OF_NUMBERS
        if is_open and 0 < len(catalogue.records[dataset.name]) <= MOST_TAKEN:
            yield dataset


def _plan(catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    for dataset in taken(catalogue):
        yield Page(
            address=table_address(dataset.name),
            title=f"{dataset.title}：筛选、排序、取走",
            template="taking/table",
            frame=dataset.name,
            subject=TopicSubject("taking", dataset.name, (dataset.name,)),
            crumbs=(LISTINGS_HOME, Link(dataset.title, listing_address(dataset.name))),
        )


def _files(catalogue: Catalogue) -> Iterator[Download]:
    for dataset in taken(catalogue):
        yield Download(rows_address(dataset.name), "taking-rows", (dataset.name,), dataset.name)


TAKING = Topic("take", "筛选、排序、取走", None, (), _plan, _files)
