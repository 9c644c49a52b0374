"""A record to the codes of the places it is offered in or speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.dataset import Field
from generator.model.record import Record, named_keys


def places_of(catalogue: Catalogue, record: Record) -> tuple[str, ...]:
    """What a list of places says, for it narrows the one place that published the record; else that place."""
    fields = [each for each in catalogue.datasets[record.dataset].fields if _is_place(catalogue, each)]
    narrow = tuple(key for each in fields if each.is_list for key in named_keys(record, each.name))
    return tuple(dict.fromkeys(narrow or _named(record, fields)))


def _named(record: Record, fields: list[Field]) -> Iterator[str]:
    return (key for each in fields for key in named_keys(record, each.name))


def _is_place(catalogue: Catalogue, field: Field) -> bool:
    target = catalogue.datasets.get(field.target or "")
    return target is not None and target.directory.hierarchy is not None
