"""Datasets to the files that reusers take: CSV, JSON and the Data Package that describes them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field
from generator.model.page import Download
from generator.model.project import Settings
from generator.model.record import Value


def render_download(catalogue: Catalogue, settings: Settings, download: Download) -> str:
    """The text of one file."""
    if download.dataset is None:
        return _dump(_datapackage(catalogue, settings))
    dataset = catalogue.datasets[download.dataset]
    return _csv(catalogue, dataset) if download.format == "csv" else _dump(_objects(catalogue, dataset))


def _csv(catalogue: Catalogue, dataset: Dataset) -> str:
    """UTF-8 with a byte-order mark, because Excel needs it to read Chinese."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([field.name for field in dataset.fields])
    for record in catalogue.records[dataset.name].values():
        writer.writerow([_cell(field, record.values[field.name]) for field in dataset.fields])
    return "\ufeff" + text.getvalue()


def _cell(field: Field, value: Value) -> str:
    if isinstance(value, tuple):
        return str(field.descriptor.get("delimiter", ",")).join(value)
    if isinstance(value, bool):
        return str(field.descriptor.get("trueValues", ["true"])[0] if value else field.descriptor["falseValues"][0])
    text = "" if value is None else str(value)
    # A spreadsheet would run a text that begins like a formula.
    return f"'{text}" if text[:1] in ("=", "+", "@", "\t") and field.type == "string" else text


def _objects(catalogue: Catalogue, dataset: Dataset) -> list[dict[str, Any]]:
    return [
        {name: _json_value(value) for name, value in record.values.items() if value is not None}
        for record in catalogue.records[dataset.name].values()
    ]


def _json_value(value: Value) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _datapackage(catalogue: Catalogue, settings: Settings) -> Mapping[str, Any]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "mingshan",
        "title": settings.site_name,
        "description": settings.site_description,
        "homepage": settings.site_url or None,
        "resources": [_resource(dataset) for dataset in catalogue.datasets.values()],
    }


def _resource(dataset: Dataset) -> Mapping[str, Any]:
    return {
        **dataset.descriptor,
        "path": f"{dataset.name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
    }


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=False) + "\n"
