"""Declarations to what the templates of the data dictionary may name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.addresses import dictionary_address
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field
from generator.model.declaration_keys import KEYS
from generator.model.formats import DECLARED_FORMATS, FORMATS, Format
from generator.model.licence import EXEMPT, LICENCES, Licence
from generator.model.page import Download, Link
from generator.model.source import Source
from generator.render.field_rules_in_words import field_sentences


class DatasetView(NamedTuple):
    """A dataset in the list of dictionaries."""

    title: str
    description: str
    address: str
    total: int


@dataclass(frozen=True, slots=True)
class DictionaryContext:
    """What the template of a data dictionary may name; `constraints` and `targets` go by the names of fields."""

    dataset: Dataset
    fields: tuple[Field, ...]
    constraints: Mapping[str, tuple[str, ...]]
    targets: Mapping[str, Link | None]
    """The dictionary of what a field refers to."""
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DeclarationContext:
    """What the template that says how to declare a dataset may name, both by their names in declarations."""

    keys: Mapping[str, str]
    """What each key of the `directory:` block means."""
    formats: Mapping[str, Format]
    """What each format asks for, with an example."""


@dataclass(frozen=True, slots=True)
class DictionariesContext:
    """What the template of the list of dictionaries may name."""

    datasets: tuple[DatasetView, ...]
    licence: Licence | None
    """Under which licence the data are given away; none while nobody has decided."""
    exempt: str
    """What it does not cover."""


def dictionary_context(catalogue: Catalogue, dataset: Dataset, downloads: tuple[Download, ...]) -> DictionaryContext:
    """The fields of a dataset, in sentences."""
    return DictionaryContext(
        dataset=dataset,
        fields=dataset.fields,
        constraints={field.name: field_sentences(field) for field in dataset.fields},
        targets={
            field.name: Link(catalogue.datasets[field.target].title, dictionary_address(field.target))
            if field.target
            else None
            for field in dataset.fields
        },
        downloads=tuple(
            Link(each.address.rpartition("/")[2], each.address)
            for each in downloads
            if each.datasets == (dataset.name,)
        ),
    )


def declaration_context() -> DeclarationContext:
    """All keys and formats there are."""
    return DeclarationContext(
        keys={name: key.meaning for name, key in KEYS.items()},
        formats={name: FORMATS[name] for name in DECLARED_FORMATS},
    )


def dictionaries_context(source: Source) -> DictionariesContext:
    """Every dataset, and the licence of them all."""
    licence = LICENCES.get(source.settings.data_licence)
    return DictionariesContext(dataset_views(source.catalogue), licence, EXEMPT)


def dataset_views(catalogue: Catalogue) -> tuple[DatasetView, ...]:
    """Every dataset with its title, description, address and number of records."""
    return tuple(
        DatasetView(dataset.title, dataset.description, dictionary_address(dataset.name), len(catalogue.records[name]))
        for name, dataset in catalogue.datasets.items()
    )
