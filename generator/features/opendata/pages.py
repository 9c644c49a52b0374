"""Datasets to the files that reusers take."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.opendata.join_tables import joins
from generator.model.addresses import download_address
from generator.model.catalogue import Catalogue
from generator.model.page import Download

DOWNLOAD_FORMATS = ("csv", "json")
PACKAGE = download_address("datapackage.json")


def plan_downloads(catalogue: Catalogue) -> Iterator[Download]:
    """Every published dataset as CSV and JSON, what they name in each other, and the Data Package of them all."""
    for dataset in catalogue.datasets.values():
        for format_ in DOWNLOAD_FORMATS if dataset.is_published else ():
            yield Download(download_address(f"{dataset.name}.{format_}"), format_, (dataset.name,))
    for join in joins(catalogue):
        address = download_address(f"{join.name}.csv")
        yield Download(address, "join", (join.dataset.name, join.target.name), join.name)
    yield Download(PACKAGE, "datapackage", ())
