"""Records of a dataset to the JSON file that reusers take."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from generator.model.page import Download
from generator.model.source import Source


def json_file(source: Source, download: Download) -> str:
    """A record a line: so a change shows in its line, and no more than one record is laid out at a time."""
    (dataset_name,) = download.datasets
    dataset = source.catalogue.datasets[dataset_name]
    records = source.catalogue.records[dataset.name].values()
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=_json_value).encode
    lines = (
        encode({name: value for name in dataset.columns if (value := each.values[name]) is not None})
        for each in records
    )
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _json_value(value: object) -> Any:
    """What JSON has no way of its own to write."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(type(value))
