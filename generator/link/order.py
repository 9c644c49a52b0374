"""Records to records in the order their lists show them."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter, itemgetter
from typing import Any

from generator.model.dataset import Dataset
from generator.model.record import Record, Value


def sort_records(dataset: Dataset, records: Iterable[Record]) -> tuple[Record, ...]:
    """Sort by `directory.sort`, then by key; `-field` turns a direction round; absent values come last."""
    ordered = sorted(records, key=attrgetter("key"))
    for name in reversed(dataset.directory.sort):
        field = name.removeprefix("-")
        valued = [(record.values[field], record) for record in ordered]
        present = [(_comparable(value), record) for value, record in valued if value is not None]
        present.sort(key=itemgetter(0), reverse=name.startswith("-"))
        ordered = [record for _, record in present] + [record for value, record in valued if value is None]
    return tuple(ordered)


def _comparable(value: Value) -> Any:
    return ";".join(value) if isinstance(value, tuple) else value
