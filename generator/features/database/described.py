"""Declarations to the tables that say what the others are: tables, columns, codes, and the site itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.database.pages import DATABASE_VERSION
from generator.features.database.tables import Row, Table, published
from generator.features.database.views import CODES
from generator.model.catalogue import Catalogue
from generator.model.licence import EXEMPT, LICENCES
from generator.model.source import Source

_TABLES = "mingshan_tables"


def described(source: Source) -> Iterator[Table]:
    """They have no day in them: the same data are the same bytes on any day."""
    catalogue = source.catalogue
    yield Table(
        "mingshan_site",
        "CREATE TABLE mingshan_site (name TEXT PRIMARY KEY, value TEXT)",
        lambda: _about(source),
    )
    yield Table(
        _TABLES,
        f'CREATE TABLE {_TABLES} ("table" TEXT PRIMARY KEY, title TEXT, description TEXT)',
        lambda: ([each.name, each.title, each.description] for each in published(catalogue)),
    )
    yield Table(
        "mingshan_columns",
        f'CREATE TABLE mingshan_columns ("table" TEXT REFERENCES {_TABLES} ("table"), "column" TEXT, title TEXT,'
        ' description TEXT, PRIMARY KEY ("table", "column"))',
        lambda: _columns(catalogue),
    )
    yield Table(
        CODES,
        f'CREATE TABLE {CODES} ("table" TEXT REFERENCES {_TABLES} ("table"), "column" TEXT, value TEXT, label TEXT,'
        ' PRIMARY KEY ("table", "column", value))',
        lambda: _codes(catalogue),
    )


def _about(source: Source) -> Iterator[Row]:
    settings, licence = source.settings, LICENCES.get(source.settings.data_licence)
    yield ["title", settings.site_name]
    yield ["publisher", settings.authority]
    yield ["address", settings.site_url]
    yield ["licence", licence.name if licence else "未定"]
    yield ["licence_address", licence.address if licence else ""]
    yield ["licence_note", EXEMPT]
    yield ["version", DATABASE_VERSION]


def _columns(catalogue: Catalogue) -> Iterator[Row]:
    for dataset in published(catalogue):
        yield from ([dataset.name, each.name, each.title, each.description] for each in dataset.fields)


def _codes(catalogue: Catalogue) -> Iterator[Row]:
    for dataset in published(catalogue):
        for field in dataset.fields:
            yield from ([dataset.name, field.name, each.value, each.label] for each in field.categories)
