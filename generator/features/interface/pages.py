"""The plan of the files of the interface."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.interface.addresses import (
    INTERFACE_DESCRIPTION,
    INTERFACE_INDEX,
    codelist_address,
    list_address,
    record_file_address,
)
from generator.features.interface.published import (
    codelists,
    has_record_files,
    page_count,
    published,
    published_within,
)
from generator.model.catalogue import Catalogue
from generator.model.page import Download
from generator.model.project import Settings


def plan_files(catalogue: Catalogue, _settings: Settings) -> Iterator[Download]:
    """Keys of records that have pages are fit for addresses; others would not have to be."""
    datasets = published(catalogue)
    names = tuple(each.name for each in datasets)
    yield Download(INTERFACE_INDEX, "interface-index", names)
    yield Download(INTERFACE_DESCRIPTION, "interface-description", names)
    for dataset in datasets:
        records = catalogue.records[dataset.name]
        for number in range(1, page_count(records) + 1):
            yield Download(list_address(dataset.name, number), "interface-list", (dataset.name,), str(number))
        if has_record_files(dataset):
            made_of = (dataset.name, *(each.dataset.name for each in published_within(catalogue, dataset)))
            for key in records:
                yield Download(record_file_address(dataset.name, key), "interface-record", made_of, key)
    for dataset, field in codelists(catalogue):
        yield Download(codelist_address(dataset.name, field.name), "interface-codelist", (dataset.name,), field.name)
