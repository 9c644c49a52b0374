"""Records to records in the order their lists show them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from operator import attrgetter
from typing import Any

from generator.model.dataset import Dataset
from generator.model.record import Record


def sort_records(dataset: Dataset, records: Iterable[Record]) -> tuple[Record, ...]:
    """Sort by `directory.sort`, then by key; `-field` turns a direction round; absent values come last."""
    ordered = sorted(records, key=attrgetter("key"))
    for name in reversed(dataset.directory.sort):
        field = name.removeprefix("-")
        present = [record for record in ordered if record.values[field] is not None]
        absent = [record for record in ordered if record.values[field] is None]
        present.sort(key=partial(_comparable, field), reverse=name.startswith("-"))
        ordered = present + absent
    return tuple(ordered)


def _comparable(field: str, record: Record) -> Any:
    value = record.values[field]
    return ";".join(value) if isinstance(value, tuple) else value
