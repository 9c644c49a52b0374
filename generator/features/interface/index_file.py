"""Everything the interface has to one file to begin at."""

from __future__ import annotations

import json

from generator.features.interface.addresses import (
    INTERFACE_DESCRIPTION,
    INTERFACE_ROOT,
    INTERFACE_VERSION,
    codelist_address,
    list_address,
    record_file_address,
)
from generator.features.interface.published import codelists, has_record_files, key_pattern, page_count, published
from generator.model.dataset import Dataset, Field
from generator.model.json_value import Written
from generator.model.licence import LICENCES
from generator.model.page import Download
from generator.model.source import Source


def index_file(source: Source, _download: Download) -> str:
    """Addresses are seen from this file; braces stand for parts of a record's key."""
    licence = LICENCES.get(source.settings.data_licence)
    document = {
        "version": INTERFACE_VERSION,
        "title": source.settings.site_name,
        "licence": licence.address if licence else None,
        "description": _from_here(INTERFACE_DESCRIPTION),
        "datasets": [_dataset(source, each) for each in published(source.catalogue)],
        "codelists": [
            {
                "dataset": dataset.name,
                "field": field.name,
                "address": _from_here(codelist_address(dataset.name, field.name)),
            }
            for dataset, field in codelists(source.catalogue)
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _dataset(source: Source, dataset: Dataset) -> Written:
    records = source.catalogue.records[dataset.name]
    return {
        "name": dataset.name,
        "title": dataset.title,
        "description": dataset.description,
        "total": len(records),
        "pages": page_count(records),
        "list": _from_here(list_address(dataset.name, 1)),
        "record": _from_here(record_file_address(dataset.name, key_pattern(dataset)))
        if has_record_files(dataset)
        else None,
    }


def _codelist(dataset: Dataset, field: Field) -> Written:
    address = codelist_address(dataset.name, field.name)
    return {"dataset": dataset.name, "field": field.name, "address": _from_here(address)}


def _from_here(address: str) -> str:
    return address.removeprefix(INTERFACE_ROOT)
