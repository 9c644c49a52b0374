"""Records to the table of full text: what each says, as pairs of characters, for no tokenizer of SQLite knows words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple
from zlib import crc32

from generator.base.pairs import pairs
from generator.features.database.tables import FullText, Row, TextShard, inputs_of, published
from generator.model.catalogue import Catalogue
from generator.model.dataset import GIVEN_AWAY, Dataset
from generator.model.facets import record_title
from generator.model.record import Record
from generator.store.digests import short_digest

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


def _shards(catalogue: Catalogue) -> Iterator[TextShard]:
    """Each dataset's records, spread by their keys over as many parts (1, 2, 4 …) as keep them small."""
    wanted = (each for each in published(catalogue) if each.directory.privacy == _OF_ONE)
    called = cache(partial(_called, catalogue))
    for place, dataset in enumerate(wanted):
        records = catalogue.records[dataset.name].values()
        count, readers = _parts(len(records)), _readers(catalogue, dataset)
        named = [called(each.target) for each in dataset.references if each.target]
        parts: list[list[Record]] = [[] for _ in range(count)]
        for record in records:
            parts[crc32(record.key.encode()) % count].append(record)
        for number, part in enumerate(parts):
            first = (place << _SHARDS | number) << _ROOM
            if part:
                inputs = "\n".join((inputs_of(dataset, part), *named))
                rows = partial(_rows, catalogue, dataset, part, readers)
                yield TextShard(f"{dataset.name} {number}", first + 1, inputs, rows)


def _rows(catalogue: Catalogue, dataset: Dataset, part: Iterable[Record], readers: Iterable[_Reader]) -> list[Row]:
    return [[dataset.name, each.key, record_title(catalogue, each), _said(each, readers)] for each in part]


def _called(catalogue: Catalogue, dataset: str) -> str:
    """A digest of what all records of a dataset are called: whoever names them says that."""
    lines = [f"{each.key}\t{record_title(catalogue, each)}" for each in catalogue.records[dataset].values()]
    return short_digest("\n".join(lines))


def _parts(rows: int) -> int:
    count = 1
    while count < 1 << _SHARDS and count * ROWS_A_SHARD < rows:
        count *= 2
    return count


def _taken_apart(text: str) -> str:
    return " ".join(pairs(text))


class _Reader(NamedTuple):
    """What is told of one field: the `title` of what it names, or else the label of a code, or what is written."""

    field: str
    title: Callable[[str], str] | None
    labels: Mapping[str, str]


def _readers(catalogue: Catalogue, dataset: Dataset) -> tuple[_Reader, ...]:
    return tuple(
        _Reader(each.name, _titles(catalogue, each.target) if each.target else None, each.labels)
        for each in dataset.fields
    )


def _titles(catalogue: Catalogue, dataset: str) -> Callable[[str], str]:
    """What records are called, by their keys; nothing where there is none. Each is asked for once."""
    records = catalogue.records[dataset]

    @cache
    def title(key: str) -> str:
        return record_title(catalogue, records[key]) if key in records else ""

    return title


def _said(record: Record, readers: Iterable[_Reader]) -> str:
    return "\n".join(filter(None, _texts(record, readers)))


def _texts(record: Record, readers: Iterable[_Reader]) -> Iterator[str]:
    values = record.values
    for field, title, labels in readers:
        value = values[field]
        if value is None:
            continue
        if type(value) is str:
            yield title(value) if title else labels.get(value, value)
        elif isinstance(value, tuple):
            yield from (title(each) if title else labels.get(each, each) for each in value)
        elif title:
            yield title(str(value))
