"""Datasets to the files that reusers take: CSV and JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from generator.base.csv_writing import published_csv
from generator.model.dataset import Dataset, Field
from generator.model.page import Download
from generator.model.source import Source


def csv_file(source: Source, download: Download) -> str:
    """Every record a row, in the order of the declaration."""
    catalogue, dataset = source.catalogue, _dataset(source, download)
    names = [field.name for field in dataset.fields]
    writes = [(place, write) for place, field in enumerate(dataset.fields) if (write := _cell_writer(field))]
    records = catalogue.records[dataset.name].values()
    return published_csv(names, (_row([record.values[name] for name in names], writes) for record in records))


def _row(row: list[Any], writes: Sequence[tuple[int, Callable[[Any], str]]]) -> list[Any]:
    for place, write in writes:
        if row[place] is not None:
            row[place] = write(row[place])
    return row


_BOOLEANS = (("trueValues", "true"), ("falseValues", "false"))
"""Where a declaration says how yes and no are written, and how they are when it does not."""


def _cell_writer(field: Field) -> Callable[[Any], str] | None:
    """How the values of a field are written where they are not as Python says them; none is given for nothing."""
    descriptor = field.descriptor
    match field.type:
        case "list":
            between = str(descriptor.get("delimiter", ","))
            return between.join
        case "boolean":
            yes, no = (str(descriptor.get(name, [word])[0]) for name, word in _BOOLEANS)
            return lambda value: yes if value else no
    return None


def json_file(source: Source, download: Download) -> str:
    """A record a line: so a change shows in its line, and no more than one record is laid out at a time."""
    dataset = _dataset(source, download)
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


def _dataset(source: Source, download: Download) -> Dataset:
    (name,) = download.datasets
    return source.catalogue.datasets[name]
