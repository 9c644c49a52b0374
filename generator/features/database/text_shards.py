"""Shards of full text to the rows of the tables behind it: SQLite makes each shard's inverted list, which is kept.

FTS4 reads any number of lists (segments), so that what was added to one shard leaves those of all others as they are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain, zip_longest
from typing import NamedTuple

from generator.base.cache import Cache
from generator.features.database.stored_values import Stored, row_bytes
from generator.features.database.tables import FullText, TextShard, quoted
from generator.store.digests import short_digest

Numbered = Sequence[tuple[int, bytes]]
_BLOCKS_A_ROW = 4
"""Blocks of a shard are numbered from so many times the number of its first row on: they never meet the next one's."""


class ShadowRows(NamedTuple):
    """Rows by table, each with its number, and the entries of the one index there is."""

    rows: Mapping[str, Numbered]
    of_index: str
    entries: list[bytes]


class _Part(NamedTuple):
    """What one shard adds to each table behind; `totals` are its rows, then its words by column, then its bytes."""

    content: Numbered
    segments: Numbered
    lists: tuple[tuple[Stored, ...], ...]
    sizes: Numbered
    totals: tuple[int, ...]


def shadow_rows(table: FullText, kept: Cache | None) -> ShadowRows:
    """What stands in the tables behind a table of full text."""
    parts = [_part_of(table, shard, kept) for shard in table.shards()]
    lists = [(0, number, *each) for number, each in enumerate(chain.from_iterable(part.lists for part in parts))]
    totals = [sum(each) for each in zip_longest(*(part.totals for part in parts), fillvalue=0)]
    return ShadowRows(
        {
            f"{table.name}_content": [each for part in parts for each in part.content],
            f"{table.name}_segments": [each for part in parts for each in part.segments],
            f"{table.name}_segdir": [(number, row_bytes(each)) for number, each in enumerate(lists, 1)],
            f"{table.name}_docsize": [each for part in parts for each in part.sizes],
            f"{table.name}_stat": [(0, row_bytes((None, b"".join(map(_written, totals)))))] if parts else [],
        },
        f"sqlite_autoindex_{table.name}_segdir_1",
        [row_bytes((*each[:2], number)) for number, each in enumerate(lists, 1)],
    )


def _part_of(table: FullText, shard: TextShard, kept: Cache | None) -> _Part:
    if kept is None:
        return _make(table, shard)
    name = f"text of {table.name} {shard.name}"
    digest = short_digest(f"{table.made_by}\n{shard.first}\n{shard.inputs}")
    known = kept.load(name, digest)
    if isinstance(known, _Part):
        return known
    made = _make(table, shard)
    kept.store(name, digest, made)
    return made


def _make(table: FullText, shard: TextShard) -> _Part:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute(table.made_by)
        before = shard.first * _BLOCKS_A_ROW - 1
        segments, content = quoted(f"{table.name}_segments"), quoted(f"{table.name}_content")
        database.execute(f"INSERT INTO {segments} VALUES (?, x'')", (before,))  # noqa: S608 - named by us
        columns = ", ".join(
            quoted(name) for (name,) in database.execute("SELECT name FROM pragma_table_info(?)", (table.name,))
        )
        marks = ", ".join("?" * (columns.count(",") + 1))
        rows = ((number, *row[:-1], table.words(str(row[-1]))) for number, row in enumerate(shard.rows(), shard.first))
        database.execute("BEGIN")
        database.executemany(
            f"INSERT INTO {quoted(table.name)} (docid, {columns}) VALUES (?, {marks})",  # noqa: S608
            rows,
        )
        database.execute("COMMIT")
        lists = database.execute(
            f"SELECT start_block, leaves_end_block, end_block, root FROM {quoted(f'{table.name}_segdir')}"  # noqa: S608
            " ORDER BY level DESC, idx"
        ).fetchall()
        ((totals,),) = database.execute(f"SELECT value FROM {quoted(f'{table.name}_stat')}").fetchall()  # noqa: S608
        return _Part(
            _numbered(database, content),
            tuple(each for each in _numbered(database, segments) if each[0] != before),
            tuple(lists),
            _numbered(database, quoted(f"{table.name}_docsize")),
            tuple(_read(totals)),
        )


def _numbered(database: sqlite3.Connection, table: str) -> Numbered:
    """All rows; their first column is their number, which is kept as nothing."""
    found = database.execute(f"SELECT * FROM {table} ORDER BY rowid")  # noqa: S608
    return tuple((number, row_bytes((None, *values))) for number, *values in found)


def _read(blob: bytes) -> Iterator[int]:
    """Whole numbers as FTS4 writes them, seven bits a byte, the lowest first."""
    number, shift = 0, 0
    for byte in blob:
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield number
            number, shift = 0, 0


def _written(number: int) -> bytes:
    parts = bytearray()
    while number >= 0x80:
        parts.append(number & 0x7F | 0x80)
        number >>= 7
    parts.append(number)
    return bytes(parts)
