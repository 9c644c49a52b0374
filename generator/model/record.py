"""A checked record: values typed by the declaration, and the reference it holds to others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.model.table import Origin

Value = str | int | Decimal | date | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Record:
    """`key` is the primary key, its parts joined by `/`; `values` holds every declared field (None where absent)."""

    dataset: str
    key: str
    values: Mapping[str, Value]
    origin: Origin
    digest: str
    """Changes whenever the record's own values change."""


@dataclass(frozen=True, slots=True)
class Reference:
    """`source` (dataset, key) names `target` (dataset, key) in its field `field`."""

    source: tuple[str, str]
    field: str
    target: tuple[str, str]
