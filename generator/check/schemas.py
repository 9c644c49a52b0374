"""A dataset to the Frictionless schema by which its cells are typed and checked."""

from __future__ import annotations

from typing import Any

from generator.check.frictionless_import import Schema
from generator.model.dataset import Dataset, Field

_ELSEWHERE = ("unique",)
"""Constraints over the whole dataset: a schema sees one batch of rows only."""


def standard_schema(dataset: Dataset) -> Schema:
    """The dataset's Table Schema; closed lists of values become `enum`."""
    return Schema.from_descriptor({"fields": [_descriptor(field) for field in dataset.fields]})


def _descriptor(field: Field) -> dict[str, Any]:
    given = dict(field.descriptor)
    constraints = {name: value for name, value in given.get("constraints", {}).items() if name not in _ELSEWHERE}
    if "pattern" in constraints:
        constraints["pattern"] = f"(?:{constraints['pattern']})"  # Frictionless anchors only the ends of a|b
    if field.categories and not field.is_list:
        constraints["enum"] = [category.value for category in field.categories]
    return {**{name: value for name, value in given.items() if name != "categories"}, "constraints": constraints}
