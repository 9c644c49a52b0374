"""Raw tables to typed records, or problems that name the cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any

from frictionless.resources import TableResource

from generator.check.cells import RULES
from generator.check.messages import Said, cell_message
from generator.check.schemas import standard_schema
from generator.model.dataset import Dataset
from generator.model.problem import Location, Problem, Severity
from generator.model.record import Record, Value
from generator.model.table import Cell, Locate, Origin, RawTable


def check_table(dataset: Dataset, table: RawTable, locate: Locate) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Type and check every row; a row with a fault becomes problems, the others become records."""
    if not table.rows:
        return (), ()
    records: list[Record] = []
    problems: list[Problem] = []
    data = [list(table.columns), *table.rows]
    with TableResource(data=data, schema=standard_schema(dataset)) as resource:
        for row, raw, origin in zip(resource.row_stream, table.rows, table.origins, strict=True):
            found = list(_find_faults(dataset, row, raw))
            if found:
                key = _key(dataset, row)
                problems.extend(_problem(said, key, locate(origin, name)) for name, said in found)
            else:
                records.append(_record(dataset, row, raw, origin))
    return tuple(records), tuple(problems)


def _find_faults(dataset: Dataset, row: Any, raw: Sequence[Cell]) -> Iterator[tuple[str, Said]]:
    """Frictionless' verdict on each cell, then our rules on cells it accepts; one fault a cell."""
    blamed = set()
    for name, notes in _notes(row).items():
        blamed.add(name)
        position = list(dataset.columns).index(name)
        yield name, cell_message(dataset.columns[name], raw[position], notes)
    values = {name: _value(value) for name, value in dict.items(row)}
    for rule in RULES:
        for name, said in rule(dataset, values):
            if name not in blamed:
                blamed.add(name)
                yield name, said


def _notes(row: Any) -> dict[str, tuple[tuple[str, str], ...]]:
    notes: dict[str, tuple[tuple[str, str], ...]] = {}
    for error in row.errors:
        notes[error.field_name] = (*notes.get(error.field_name, ()), (error.type, error.note))
    return notes


def _record(dataset: Dataset, row: Any, raw: Sequence[Cell], origin: Origin) -> Record:
    values = {name: _value(value) for name, value in dict.items(row)}
    digest = blake2b(repr(raw).encode(), digest_size=8).hexdigest()
    return Record(dataset.name, _key(dataset, row) or "", values, origin, digest)


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value


def _key(dataset: Dataset, row: Any) -> str | None:
    parts = [row[name] for name in dataset.primary_key]
    return "/".join(str(part) for part in parts) if all(part is not None for part in parts) else None


def _problem(said: Said, key: str | None, place: Location) -> Problem:
    return Problem(said.rule, Severity.ERROR, place, said.message, said.hint, key)
