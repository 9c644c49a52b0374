"""A record to whether a reader can use it: past ones are kept and found, those closed for now open again."""

from __future__ import annotations

from generator.model.dataset import Dataset
from generator.model.record import Record

CLOSED_FOR_NOW = frozenset({"full", "paused"})
"""States of offers that cannot be had now, but again."""


def is_past(dataset: Dataset, record: Record) -> bool:
    """As the declaration's `ended` says; without it nothing is past."""
    if dataset.directory.ended is None:
        return False
    field, values = dataset.directory.ended
    return record.values[field] in values
