"""Records to the table of full text: what each says, as pairs of characters, for no tokenizer of SQLite knows words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.pairs import pairs
from generator.features.database.tables import Row, Table, published
from generator.model.catalogue import Catalogue
from generator.model.dataset import GIVEN_AWAY, Dataset
from generator.model.facets import record_title
from generator.model.record import Record

FULL_TEXT = "mingshan_search"
_OF_ONE, *_ = GIVEN_AWAY
"""What `privacy` says of datasets whose rows are things; those of aggregates are numbers and codes."""
_PLAIN = ("dataset", "record", "title")
"""Columns that are carried and not searched."""


def full_text(catalogue: Catalogue) -> Table:
    """`words` is searched: 护理服务 is 护理 理服 服务 务, so each word of two characters is one of them.

    A longer word is a phrase of its pairs, in double quotes: "护理 理服 服务". FTS4, for what FTS5 writes is other
    bytes in another release of SQLite.
    """
    plain = ", ".join(f"notindexed={name}" for name in _PLAIN)
    columns = ", ".join((*_PLAIN, "words"))
    made_by = f"CREATE VIRTUAL TABLE {FULL_TEXT} USING fts4({columns}, {plain}, tokenize=unicode61)"
    return Table(FULL_TEXT, made_by, lambda: _rows(catalogue))


def _rows(catalogue: Catalogue) -> Iterator[Row]:
    known: dict[str, str] = {}
    """Of names of places, bodies and codes, which stand in many records, each is taken apart once."""
    for dataset in published(catalogue):
        if dataset.directory.privacy == _OF_ONE:
            for record in catalogue.records[dataset.name].values():
                texts = _texts(catalogue, dataset, record)
                words = " ".join(filter(None, (known.get(each) or _taken_apart(known, each) for each in texts)))
                yield [dataset.name, record.key, record_title(catalogue, record), words]


def _taken_apart(known: dict[str, str], text: str) -> str:
    words = known[text] = " ".join(pairs(text))
    return words


def _texts(catalogue: Catalogue, dataset: Dataset, record: Record) -> Iterator[str]:
    for field in dataset.fields:
        value = record.values[field.name]
        if field.target is not None:
            yield from (record_title(catalogue, each) for each in catalogue.targets(record, field))
        elif isinstance(value, tuple):
            yield from (field.labels.get(each, each) for each in value)
        elif isinstance(value, str):
            yield field.labels.get(value, value)
