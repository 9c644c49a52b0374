"""A dataset to the datasets whose rows are written inside its records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.model.dataset import Dataset, Nesting


class Nested(NamedTuple):
    """A child dataset, and how its rows stand in the records of its parent."""

    dataset: Dataset
    nesting: Nesting


def nested_in(dataset: Dataset, datasets: Iterable[Dataset]) -> tuple[Nested, ...]:
    """The children of a dataset, in declared order."""
    found = ((each, each.directory.nesting) for each in datasets)
    return tuple(
        Nested(each, nesting) for each, nesting in found if nesting is not None and nesting.dataset == dataset.name
    )
