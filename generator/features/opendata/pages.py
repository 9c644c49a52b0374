"""Datasets to the files that reusers take."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.addresses import download_address
from generator.model.catalogue import Catalogue
from generator.model.page import Download

DOWNLOAD_FORMATS = ("csv", "json")


def plan_downloads(catalogue: Catalogue) -> Iterator[Download]:
    """Every dataset as CSV and JSON, and the Data Package that describes them."""
    for dataset in catalogue.datasets.values():
        for format_ in DOWNLOAD_FORMATS:
            yield Download(download_address(f"{dataset.name}.{format_}"), format_, (dataset.name,))
    yield Download(download_address("datapackage.json"), "datapackage", ())
