"""The collection to the tables of the tabular package: what stands inside an object becomes a row that names it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from generator.base.csv_writing import published_csv
from generator.base.memoising import once_a_subject
from generator.features.hsds.addresses import HSDS_VERSION
from generator.features.hsds.collection import collect
from generator.features.hsds.made_objects import Made, scalars
from generator.features.hsds.table_columns import HSDS_TABLES, HsdsTable
from generator.model.licence import LICENCES
from generator.model.page import Download
from generator.model.source import Source

_MANY = {table.path.removesuffix(".csv"): name for name, table in HSDS_TABLES.items()}
_MANY |= {"service_at_locations": "service_at_location"}
"""Lists inside objects are called as files are, but for one."""
_ONE = {"taxonomy_term": "taxonomy_term", **{name: name for name in ("organization", "program", "location")}}
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

Rows = Mapping[str, Mapping[str, Made]]
"""Rows by table and id."""


def table_file(source: Source, download: Download) -> str:
    """A table with all columns of the standard, filled or not."""
    table = HSDS_TABLES[download.key]
    rows = rows_of(source)[table.name].values()
    return published_csv(tuple(table.types), ([row.get(name) for name in table.types] for row in rows))


def descriptor_file(source: Source, _download: Download) -> str:
    """The package's description: what each table is, how large, and what its rows name in others."""
    licence = LICENCES.get(source.settings.data_licence)
    descriptor = {
        "$schema": _PROFILE,
        "name": "hsds",
        "title": f"{source.settings.site_name}（HSDS {HSDS_VERSION}）",
        "version": HSDS_VERSION,
        "licenses": [{"name": licence.name, "title": licence.title, "path": licence.address}] if licence else None,
        "resources": [_resource(source, each) for each in HSDS_TABLES.values()],
    }
    return json.dumps({name: each for name, each in descriptor.items() if each}, ensure_ascii=False, indent=1) + "\n"


@once_a_subject
def rows_of(source: Source) -> Rows:
    """Every object of the collection taken apart."""
    found: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in HSDS_TABLES}
    collected = collect(source)
    for name in ("taxonomy", "taxonomy_term", "organization", "location", "service"):
        for each in getattr(collected, _MANY_BY_TABLE[name]):
            _take_apart(found, name, each, {})
    return found


_MANY_BY_TABLE = {table: many for many, table in _MANY.items()}


def _take_apart(found: dict[str, dict[str, dict[str, Any]]], table: str, of: Made, link: Mapping[str, str]) -> None:
    row = found[table].setdefault(of["id"], {})
    row.update(scalars(of), **link)
    for name, one in _ONE.items():
        if name in of:
            row[f"{name}_id"] = of[name]["id"]
            _take_apart(found, one, of[name], {})
    for name, inner in _lists(of):
        owner = {"link_id": of["id"]} if name == "attributes" else {f"{table}_id": of["id"]}
        for each in inner:
            _take_apart(found, _MANY[name], each, owner)


def _lists(of: Made) -> Iterable[tuple[str, list[Made]]]:
    return ((name, value) for name, value in of.items() if isinstance(value, list))


def _resource(source: Source, table: HsdsTable) -> Made:
    content = table_file(source, Download("", "", (), table.name)).encode()
    return {
        "name": table.name,
        "title": table.title,
        "path": table.path,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": {
            "fields": [_field(table, name) for name in table.types],
            "primaryKey": ["id"],
            "foreignKeys": [
                {"fields": [name], "reference": {"resource": "" if other == table.name else other, "fields": ["id"]}}
                for name, other in _links(table)
            ],
        },
    }


def _links(table: HsdsTable) -> Iterable[tuple[str, str]]:
    """Columns that name a row of a table that is here, by the name of the column."""
    named = ((name, name.removesuffix("_id").removeprefix("parent_")) for name in table.types if name.endswith("_id"))
    own = {"parent": table.name}
    return ((name, own.get(other, other)) for name, other in named if own.get(other, other) in HSDS_TABLES)


def _field(table: HsdsTable, name: str) -> Made:
    needed = {"constraints": {"required": True}} if name in table.required else {}
    return {"name": name, "type": table.types[name], **needed}
