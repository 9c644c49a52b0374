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
            # By role where there is one: a dataset may bear the name of another's role.
            made_from = dataset.directory.role or dataset.name
            yield Download(download_address(f"{dataset.name}.{format_}"), format_, (made_from,))
    yield Download(download_address("datapackage.json"), "datapackage", ())
