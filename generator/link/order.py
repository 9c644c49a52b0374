"""Records to records in the order their lists show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from generator.model.dataset import Dataset
from generator.model.record import Record, Value


def sort_records(dataset: Dataset, records: Iterable[Record]) -> tuple[Record, ...]:
    """Sort by `directory.sort`, then by key; `-field` turns a direction round; absent values come last."""
    return tuple(_sorted(sorted(records, key=attrgetter("key")), dataset.directory.sort))


def _sorted(records: Sequence[Record], names: Sequence[str]) -> Sequence[Record]:
    """Value by value of the first field: what has one of its own is never compared by the others."""
    if not names or len(records) < 2:
        return records
    field, others = names[0].removeprefix("-"), names[1:]
    shares: dict[Value, list[Record]] = {}
    for record in records:
        value = record.values[field]
        shares.setdefault(";".join(value) if isinstance(value, tuple) else value, []).append(record)
    absent = shares.pop(None, [])
    # Values of one field are of one type, which only its declaration knows.
    values: list[Value] = sorted(shares, reverse=names[0].startswith("-"))  # type: ignore[type-var]
    return [record for share in (*(shares[value] for value in values), absent) for record in _sorted(share, others)]
