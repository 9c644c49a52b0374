"""Records to the table of full text: what each says, as pairs of characters, for no tokenizer of SQLite knows words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zlib import crc32

from generator.base.pairs import pairs
from generator.features.database.tables import FullText, Row, Shard, published
from generator.model.catalogue import Catalogue
from generator.model.dataset import GIVEN_AWAY, Dataset
from generator.model.facets import record_title
from generator.model.record import Record

FULL_TEXT = "mingshan_search"
_OF_ONE, *_ = GIVEN_AWAY
"""What `privacy` says of datasets whose rows are things; those of aggregates are numbers and codes."""
_PLAIN = ("dataset", "record", "title")
"""Columns that are carried and not searched."""
ROWS_A_SHARD = 1_000
"""At most, on the average: the more, the more is made again after an edit; the fewer, the larger the file."""
_ROOM, _SHARDS = 14, 12
"""Bits: so many rows may a shard have, so many shards a dataset; rows keep their numbers while others come and go."""


def full_text(catalogue: Catalogue) -> FullText:
    """`words` is searched: 护理服务 is 护理 理服 服务 务, so each word of two characters is one of them.

    A longer word is a phrase of its pairs, in double quotes: "护理 理服 服务". FTS4, for what FTS5 writes is other
    bytes in another release of SQLite.
    """
    plain = ", ".join(f"notindexed={name}" for name in _PLAIN)
    columns = ", ".join((*_PLAIN, "words"))
    made_by = f"CREATE VIRTUAL TABLE {FULL_TEXT} USING fts4({columns}, {plain}, tokenize=unicode61)"
    return FullText(FULL_TEXT, made_by, lambda: _shards(catalogue), _taken_apart)


def _shards(catalogue: Catalogue) -> Iterator[Shard]:
    """Each dataset's records, spread by their keys over as many parts (1, 2, 4 …) as keep them small."""
    wanted = (each for each in published(catalogue) if each.directory.privacy == _OF_ONE)
    for place, dataset in enumerate(wanted):
        records = catalogue.records[dataset.name].values()
        count = _parts(len(records))
        parts: list[list[Row]] = [[] for _ in range(count)]
        for record in records:
            row = [dataset.name, record.key, record_title(catalogue, record), _said(catalogue, dataset, record)]
            parts[crc32(record.key.encode()) % count].append(row)
        for number, rows in enumerate(parts):
            first = (place << _SHARDS | number) << _ROOM
            if rows:
                yield Shard(f"{dataset.name} {number}", first + 1, rows)


def _parts(rows: int) -> int:
    count = 1
    while count < 1 << _SHARDS and count * ROWS_A_SHARD < rows:
        count *= 2
    return count


def _said(catalogue: Catalogue, dataset: Dataset, record: Record) -> str:
    return "\n".join(filter(None, _texts(catalogue, dataset, record)))


def _taken_apart(text: str) -> str:
    return " ".join(pairs(text))


def _texts(catalogue: Catalogue, dataset: Dataset, record: Record) -> Iterable[str]:
    for field in dataset.fields:
        value = record.values[field.name]
        if field.target is not None:
            yield from (record_title(catalogue, each) for each in catalogue.targets(record, field))
        elif isinstance(value, tuple):
            yield from (field.labels.get(each, each) for each in value)
        elif isinstance(value, str):
            yield field.labels.get(value, value)
