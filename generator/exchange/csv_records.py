"""Checked records to the text of their CSV file, in the one form the house keeps."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal

from generator.base.csv_writing import data_csv
from generator.model.dataset import Dataset, Field
from generator.model.record import Record, Value


def records_csv(dataset: Dataset, records: Iterable[Record], from_path: Collection[str]) -> str:
    """A header of field names and a row a record; columns that the file's path gives are left out."""
    fields = [field for field in dataset.fields if field.name not in from_path]
    rows = ([written_value(field, record.values[field.name]) for field in fields] for record in records)
    return data_csv([[field.name for field in fields], *rows])


def written_value(field: Field, value: Value) -> str:
    """A typed value as a cell is written: what reading gives back as the same value."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return str(field.descriptor.get("delimiter") or ",").join(value)
    if isinstance(value, bool):
        return str(field.descriptor.get("trueValues" if value else "falseValues", [str(value).lower()])[0])
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
