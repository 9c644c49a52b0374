"""Declarations to the statements that make the tables of the file, and records to their rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field
from generator.model.record import Record, named_keys
from generator.store.digests import short_digest

_KINDS = {"integer": "INT", "year": "INT", "boolean": "INT", "number": "NUMERIC"}
"""How SQLite keeps values; others are text, days as `2026-11-30`, lists as JSON, of which Datasette makes facets."""

Cell = str | int | float | None
Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the statement that makes it, and what gives its rows."""

    name: str
    made_by: str
    rows: Callable[[], Iterable[Row]]
    inputs: Callable[[], str] | None = None
    """A digest of all that the rows are made from, for it is quicker than the rows; None where nothing else tells."""


@dataclass(frozen=True, slots=True)
class TextShard:
    """Part of what a table of full text holds: rows numbered from `first` on, whose last cells are searched.

    They are made, and their texts taken apart into words, only where `inputs`, a digest of all that they are made
    from, is not known already.
    """

    name: str
    first: int
    inputs: str
    rows: Callable[[], Sequence[Row]]


@dataclass(frozen=True, slots=True)
class FullText:
    """A table of full text with the statement that makes it; `words` takes apart what is searched."""

    name: str
    made_by: str
    shards: Callable[[], Iterable[TextShard]]
    words: Callable[[str], str]


class Pairing(NamedTuple):
    """A field of a dataset whose cells name records of another that are not told by one value in a column."""

    dataset: Dataset
    field: Field
    target: Dataset

    @property
    def name(self) -> str:
        """What the table of pairs is called."""
        return f"{self.dataset.name}_{self.field.name}"


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def listed(names: Iterable[str]) -> str:
    """Names as SQL writes them in a row."""
    return ", ".join(map(quoted, names))


def tables(catalogue: Catalogue) -> Iterator[Table]:
    """The published datasets, each a table; then the tables of pairs. Whatever a row names stands before it."""
    for dataset in published(catalogue):
        yield _records(catalogue, dataset)
    for pairing in pairings(catalogue):
        yield _pairs(catalogue, pairing)


def published(catalogue: Catalogue) -> tuple[Dataset, ...]:
    """Every dataset that is given away."""
    return tuple(each for each in catalogue.datasets.values() if each.is_published)


def single_references(catalogue: Catalogue, dataset: Dataset) -> Iterator[tuple[Field, Dataset]]:
    """The fields whose cells name one record of a published table by its whole key."""
    for field in dataset.references:
        target = catalogue.datasets[field.target or ""]
        if target.is_published and not field.is_list and len(target.primary_key) == 1:
            yield field, target


def pairings(catalogue: Catalogue) -> Iterator[Pairing]:
    """All other references between published tables."""
    for dataset in published(catalogue):
        single = {field.name for field, _ in single_references(catalogue, dataset)}
        for field in dataset.references:
            target = catalogue.datasets[field.target or ""]
            if target.is_published and field.name not in single:
                yield Pairing(dataset, field, target)


def _records(catalogue: Catalogue, dataset: Dataset) -> Table:
    columns = [f"{quoted(each.name)} {_KINDS.get(each.type, 'TEXT')}" for each in dataset.fields]
    keys = [
        f"FOREIGN KEY ({quoted(field.name)}) REFERENCES {quoted(target.name)} ({listed(target.primary_key)})"
        for field, target in single_references(catalogue, dataset)
    ]
    lines = ",\n  ".join((*columns, f"PRIMARY KEY ({listed(dataset.primary_key)})", *keys))
    names = [field.name for field in dataset.fields]

    def rows() -> Iterator[Row]:
        for record in catalogue.records[dataset.name].values():
            values = record.values
            yield [known if type(known := values[name]) is str else cell(known) for name in names]

    made_by = f"CREATE TABLE {quoted(dataset.name)} (\n  {lines}\n)"
    return Table(dataset.name, made_by, rows, lambda: inputs_of(dataset, catalogue.records[dataset.name].values()))


def _pairs(catalogue: Catalogue, pairing: Pairing) -> Table:
    dataset, field, target = pairing
    own = tuple(f"{dataset.name}_{key}" for key in dataset.primary_key)
    parts = target.primary_key
    theirs = (field.name,) if len(parts) == 1 else tuple(f"{field.name}_{key}" for key in parts)
    columns = (*own, *theirs)
    ends = "".join(
        f",\n  FOREIGN KEY ({listed(names)}) REFERENCES {quoted(end.name)} ({listed(end.primary_key)})"
        for names, end in ((own, dataset), (theirs, target))
    )
    kinds = ", ".join(f"{quoted(name)} TEXT" for name in columns)
    made_by = f"CREATE TABLE {quoted(pairing.name)} (\n  {kinds},\n  PRIMARY KEY ({listed(columns)}){ends}\n)"

    def rows() -> Iterator[Row]:
        known = catalogue.records[target.name]
        for record in catalogue.records[dataset.name].values():
            for key in dict.fromkeys(named_keys(record, field.name)):
                if key in known:
                    yield [*_key(dataset, record), *_key(target, known[key])]

    def inputs() -> str:
        return "\n".join(inputs_of(end, catalogue.records[end.name].values()) for end in (dataset, target))

    return Table(pairing.name, made_by, rows, inputs)


def inputs_of(dataset: Dataset, records: Iterable[Record]) -> str:
    """A digest of some records of a dataset in their order, and of how they are declared."""
    lines = [f"{each.key}\t{each.digest}" for each in records]
    return short_digest("\n".join((dataset.digest, *lines)))


def _key(dataset: Dataset, record: Record) -> list[Cell]:
    return [cell(record.values[name]) for name in dataset.primary_key]


def cell(value: Any) -> Cell:
    """A value as SQLite keeps it."""
    if value is None or type(value) is str:  # most are
        return value
    match value:
        case tuple():
            return json.dumps(value, ensure_ascii=False)
        case bool():
            return int(value)
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
        case str() | int():
            return value
    raise TypeError(type(value))
