"""What the readers of files hand on: rows, and the shape of the dataset they were read for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.dataset import Dataset, Field
from generator.model.table import Cell, Origin


class Row(NamedTuple):
    """One record as text: a cell for each declared field, in declared order."""

    dataset: str
    origin: Origin
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Shape:
    """A dataset as a reader needs it, worked out once for all its files."""

    dataset: Dataset
    fields: Mapping[str, Field]
    required: frozenset[str]
    children: Mapping[str, Shape]
    """Shapes of the nested datasets, by the name of the list their rows are written in."""


def shape_of(dataset: Dataset, children: tuple[Dataset, ...] = ()) -> Shape:
    """The shape of a dataset; key fields are required whether or not the declaration repeats it."""
    required = {field.name for field in dataset.fields if field.required}
    nested = {child.directory.nesting.list: shape_of(child) for child in children if child.directory.nesting}
    return Shape(dataset, dataset.columns, frozenset(required | set(dataset.primary_key)), nested)
