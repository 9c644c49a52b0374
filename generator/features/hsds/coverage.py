"""The tables to how full they are: of every field of the standard, in how many rows somebody has said something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.features.hsds.table_columns import HSDS_TABLES
from generator.features.hsds.tables import rows_of
from generator.model.source import Source


@dataclass(frozen=True, slots=True)
class FieldCoverage:
    """A field, and how many of its table's rows have it."""

    name: str
    filled: int


@dataclass(frozen=True, slots=True)
class TableCoverage:
    """A table with its fields, those that somebody fills and the names of the others."""

    name: str
    title: str
    rows: int
    fields: tuple[FieldCoverage, ...]
    unfilled: tuple[str, ...]


def coverage(source: Source) -> Iterator[TableCoverage]:
    """Every table that has rows."""
    for name, table in HSDS_TABLES.items():
        rows = rows_of(source)[name].values()
        counted = [FieldCoverage(field, sum(field in row for row in rows)) for field in table.types]
        filled = tuple(each for each in counted if each.filled)
        yield TableCoverage(
            name, table.title, len(rows), filled, tuple(each.name for each in counted if not each.filled)
        )
