"""A record to whether it is past: kept and found, but no longer something a reader can use."""

from __future__ import annotations

from generator.model.dataset import Dataset
from generator.model.record import Record


def is_past(dataset: Dataset, record: Record) -> bool:
    """As the declaration's `ended` says; without it nothing is past."""
    if dataset.directory.ended is None:
        return False
    field, values = dataset.directory.ended
    return record.values[field] in values
