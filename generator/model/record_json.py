"""A record to the object that every published JSON file has for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from generator.model.dataset import Dataset
from generator.model.record import Record, Value


def record_object(dataset: Dataset, record: Record) -> Mapping[str, Value]:
    """What the record says, in the order of the declaration; what is absent is left out."""
    return {name: value for name in dataset.columns if (value := record.values[name]) is not None}


def _json_value(value: object) -> Any:
    """What JSON has no way of its own to write."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(type(value))


encode_line = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=_json_value).encode
"""A value with records in it to one line of JSON."""
