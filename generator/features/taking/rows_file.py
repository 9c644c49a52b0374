"""The records of a dataset to the columns that the table's script narrows, sorts and adds up."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from generator.features.taking.columns import TableAxis, added_up, amounts_of, axes_of, days_of
from generator.model.dataset import Field
from generator.model.facets import record_title
from generator.model.json_value import Written
from generator.model.page import Download
from generator.model.record import Record
from generator.model.source import Source


def rows_file(source: Source, download: Download) -> str:
    """Column by column, in the order of the lines of the published files; values of an axis by their place in it."""
    dataset = source.catalogue.datasets[download.key]
    records = tuple(source.catalogue.records[dataset.name].values())
    document = {
        "keys": [each.key for each in records],
        "titles": [record_title(source.catalogue, each) for each in records],
        "axes": [_axis(each, records) for each in axes_of(source, dataset)],
        "amounts": list(_columns(amounts_of(dataset), records)),
        "days": list(_columns(days_of(dataset), records)),
        "added": added_up(dataset),
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def _axis(axis: TableAxis, records: Sequence[Record]) -> Written:
    places = {value: at for at, value in enumerate(axis.labels)}
    return {
        "name": axis.name,
        "label": axis.label,
        "counted": axis.is_counted,
        "values": list(axis.labels),
        "labels": list(axis.labels.values()),
        "of": [[places[value] for value in axis.values.get(each.key, ())] for each in records],
    }


def _columns(fields: Sequence[Field], records: Sequence[Record]) -> Iterator[Written]:
    """Those in which any record says something."""
    for field in fields:
        found = [_plain(each.values[field.name]) for each in records]
        if any(each is not None for each in found):
            yield {"name": field.name, "label": field.title, "of": found}


def _plain(value: object) -> str | int | float | None:
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
        case int():
            return value
    return None
