"""A declaration to what of it says how records are read and linked: where that is another, every answer may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.model.dataset import Dataset, Directory, Field
from generator.store.digests import Digester

_WORDS = ("title", "description", "categories", "example")
"""What a descriptor says to people; of categories the values count."""


def record_shape(dataset: Dataset) -> str:
    """A digest of everything but words, and what only pages ask: lists, order, layout, counts.

    The same in every process, though sets lie in another order in each.
    """
    shape = (
        *(dataset.name, dataset.folder, dataset.path, dataset.primary_key, dataset.is_national, dataset.takes_national),
        *(tuple(map(_field, dataset.fields)), _directory(dataset.directory)),
        _without({**dataset.descriptor, "schema": _without(dataset.descriptor.get("schema", {}), "fields")}),
    )
    return Digester().digest(shape)


def _field(field: Field) -> tuple[object, ...]:
    values = tuple(each.value for each in field.categories)
    kind = (field.name, field.type, field.required, field.format, field.personal, field.target, field.aliases)
    return (*kind, values, _without(field.descriptor))


def _directory(directory: Directory) -> Directory:
    links = tuple(replace(each, label="", backlabel="") for each in directory.links)
    return replace(
        directory,
        links=links,
        columns=(),
        filters=(),
        layout=(),
        sort=(),
        summary=None,
        menu=None,
        filing="",
        described_as=None,
        counted=None,
        completeness=(),
    )


def _without(descriptor: Mapping[str, object], *more: str) -> Mapping[str, object]:
    return {name: value for name, value in descriptor.items() if name not in (*_WORDS, *more)}
