"""A declaration to what a table of its records is narrowed, sorted and added up by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field
from generator.model.facets import facet_label
from generator.model.source import Source

_COUNTED = ("organization", "place", "category")
"""Roles by whose records what is shown is added up."""
_ADDED_UP = {"project": "budget", "grant": "amount"}
"""By role, the one amount that may be added up: most others are what one person gets at most, or the same yuan told
twice. The field by its standard name.
"""


@dataclass(frozen=True, slots=True)
class TableAxis:
    """A way to narrow: labels by value, and by key of a record the values it has."""

    name: str
    label: str
    labels: Mapping[str, str]
    values: Mapping[str, Sequence[str]]
    is_counted: bool


def axes_of(source: Source, dataset: Dataset) -> Iterator[TableAxis]:
    """The filters of the list, and the organisation where the list has no filter for it."""
    catalogue, seen = source.catalogue, set[str]()
    facets = source.facets(dataset.name)
    for filter_ in dataset.directory.filters:
        values: dict[str, list[str]] = {}
        for each in facets[filter_.name]:
            for key in each.keys:
                values.setdefault(key, []).append(each.value)
        seen.add(filter_.field)
        role = catalogue.role_of(dataset.columns[filter_.field].target or "")
        labels = {each.value: each.label for each in facets[filter_.name]}
        yield TableAxis(filter_.name, filter_.label, labels, values, role in _COUNTED)
    for field in dataset.references:
        if field.name not in seen and catalogue.role_of(field.target or "") in _COUNTED:
            yield _axis_of_reference(catalogue, dataset, field)


def _axis_of_reference(catalogue: Catalogue, dataset: Dataset, field: Field) -> TableAxis:
    values: dict[str, list[str]] = {}
    for record in catalogue.records[dataset.name].values():
        if found := [each.key for each in catalogue.targets(record, field)]:
            values[record.key] = found
    named = {key: facet_label(catalogue, field, key) for found in values.values() for key in found}
    order = [key for key in catalogue.records[field.target or ""] if key in named]
    return TableAxis(field.name, field.title, {key: named[key] for key in order}, values, is_counted=True)


def amounts_of(dataset: Dataset) -> tuple[Field, ...]:
    """Fields that hold yuan."""
    return tuple(each for each in dataset.offered if each.format == "yuan" and not each.is_list)


def days_of(dataset: Dataset) -> tuple[Field, ...]:
    """Fields that hold a day."""
    return tuple(each for each in dataset.offered if each.type == "date")


def added_up(dataset: Dataset) -> str:
    """The name of the amount that may be added up; empty where there is none."""
    known = dataset.known_fields.get(_ADDED_UP.get(dataset.directory.role, ""))
    return known.name if known else ""
