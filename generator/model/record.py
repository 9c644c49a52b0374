"""A checked record: values typed by the declaration, and the keys by which it names others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.model.fields import Value as Value
from generator.model.table import Origin


class Record(NamedTuple):
    """`key` is the primary key, its parts joined by `/`; `values` holds every declared field (None where absent).

    A tuple, because tuples come out of the cache several times faster than dataclasses, and there may be 100,000.
    """

    dataset: str
    key: str
    values: Mapping[str, Value]
    origin: Origin
    digest: str
    """Changes whenever the record's own values change."""


def named_keys(record: Record, field: str) -> tuple[str, ...]:
    """The keys that a referring field of a record names, in written order."""
    value = record.values[field]
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (str(value),)
