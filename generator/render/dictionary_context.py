"""Declarations to what the templates of the data dictionary may name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.model.addresses import dictionary_address
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.declaration_keys import KEYS
from generator.model.formats import DECLARED_FORMATS, FORMATS
from generator.model.page import Download, Link
from generator.model.source import Source
from generator.render.constraints import field_sentences


class DatasetView(NamedTuple):
    """A dataset in the list of dictionaries."""

    title: str
    description: str
    address: str
    total: int


def dictionary_context(catalogue: Catalogue, dataset: Dataset, downloads: tuple[Download, ...]) -> Mapping[str, Any]:
    """`dataset`, `fields`, `constraints` and `targets` by field name, `downloads`."""
    return {
        "dataset": dataset,
        "fields": dataset.fields,
        "constraints": {field.name: field_sentences(field) for field in dataset.fields},
        "targets": {
            field.name: Link(catalogue.datasets[field.target].title, dictionary_address(field.target))
            if field.target
            else None
            for field in dataset.fields
        },
        "downloads": tuple(
            Link(each.address.rpartition("/")[2], each.address)
            for each in downloads
            if each.datasets == (dataset.name,)
        ),
    }


def declaration_context(_source: Source, _key: str) -> Mapping[str, Any]:
    """`keys`: what each key of the `directory:` block means; `formats`: what each format asks for, with an example."""
    return {
        "keys": {name: key.meaning for name, key in KEYS.items()},
        "formats": {name: FORMATS[name] for name in DECLARED_FORMATS},
    }


def dictionaries_context(catalogue: Catalogue) -> Mapping[str, Any]:
    """`datasets`: each with its title, description, address and number of records."""
    return {
        "datasets": tuple(
            DatasetView(
                dataset.title, dataset.description, dictionary_address(dataset.name), len(catalogue.records[name])
            )
            for name, dataset in catalogue.datasets.items()
        )
    }
