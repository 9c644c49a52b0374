"""Declarations to views: each table again, with the names of what its codes stand for beside them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.database.tables import published, quoted, single_references
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field

CODES = "mingshan_codes"
"""The table of all codes that declarations explain."""


def view_name(dataset: str) -> str:
    """What the view of a table is called."""
    return f"{dataset}_named"


def views(catalogue: Catalogue) -> Iterator[str]:
    """The statements; a table without codes has none."""
    for dataset in published(catalogue):
        named = [*_names(catalogue, dataset), *_labels(dataset)]
        if named:
            lines = ",\n  ".join((f"{quoted(dataset.name)}.*", *named))
            name = quoted(view_name(dataset.name))
            yield f"CREATE VIEW {name} AS SELECT\n  {lines}\nFROM {quoted(dataset.name)}"


def _names(catalogue: Catalogue, dataset: Dataset) -> Iterator[str]:
    """The name of what a cell names."""
    for field, target in single_references(catalogue, dataset):
        label = target.directory.label
        if label not in target.primary_key:
            same = f"looked.{quoted(target.primary_key[0])} = {_column(dataset, field)}"
            yield _looked_up(label, target.name, same, f"{field.name}_name")


def _labels(dataset: Dataset) -> Iterator[str]:
    """What the declaration says of a code."""
    for field in dataset.fields:
        if field.categories and not field.is_list:
            of_column = f'looked."table" = {_text(dataset.name)} AND looked."column" = {_text(field.name)}'
            same = f"{of_column} AND looked.value = {_column(dataset, field)}"
            yield _looked_up("label", CODES, same, f"{field.name}_label")


def _looked_up(column: str, table: str, condition: str, name: str) -> str:
    """A query inside a query; all names in it are declared ones."""
    chosen = f"SELECT looked.{quoted(column)} FROM {quoted(table)} AS looked"  # noqa: S608
    return f"({chosen} WHERE {condition}) AS {quoted(name)}"


def _column(dataset: Dataset, field: Field) -> str:
    return f"{quoted(dataset.name)}.{quoted(field.name)}"


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
