"""One record to its file: what it says, and the rows that are written inside it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.features.interface.published import published_within
from generator.model.catalogue import Catalogue
from generator.model.nesting import Nested
from generator.model.page import Download
from generator.model.record import Record
from generator.model.record_json import encode_line, record_object
from generator.model.source import Source


def record_file(source: Source, download: Download) -> str:
    """A list of rows has the name that it has where people write it; an empty one is left out."""
    catalogue, name = source.catalogue, download.datasets[0]
    dataset, record = catalogue.datasets[name], catalogue.records[name][download.key]
    lists = {each.nesting.list: _rows(catalogue, record, each) for each in published_within(catalogue, dataset)}
    document = {**record_object(dataset, record), **{name: rows for name, rows in lists.items() if rows}}
    return encode_line(document) + "\n"


def _rows(catalogue: Catalogue, record: Record, nested: Nested) -> list[Mapping[str, object]]:
    child, nesting = nested
    rows = catalogue.sources(record, f"{child.name}.{nesting.parent_field}")
    objects = (record_object(child, each) for each in rows)
    return [{name: value for name, value in each.items() if name != nesting.parent_field} for each in objects]
