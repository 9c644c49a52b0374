"""Tables to the bytes of one SQLite file, the same on every machine.

SQLite makes each table, holds it to its key and makes the full text, in memory; the pages are written here. Those of a
table whose rows are what they were are kept, and so is the full text of each shard.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing

from generator.base.cache import Cache
from generator.features.database.described import described
from generator.features.database.full_text import full_text
from generator.features.database.stored_values import Stored, row_bytes
from generator.features.database.tables import FullText, Row, Table, quoted, tables
from generator.features.database.text_shards import shadow_rows
from generator.features.database.tree_pages import HEAD_BYTES, PAGE_BYTES, PageRun, Pages
from generator.features.database.views import views
from generator.features.database.volumes import narrowed_to
from generator.model.page import Download
from generator.model.source import Source
from generator.store.digests import short_digest

_MAGIC = b"SQLite format 3\0"
_FORMAT, _UTF_8 = 4, 1


def database_file(source: Source, download: Download) -> bytes:
    """Everything that is given away, or one volume of it."""
    catalogue = narrowed_to(source.catalogue, download.key)
    every: Iterable[Table | FullText] = (*tables(catalogue), *described(source), full_text(catalogue))
    kept = source.kept.below(download.key) if source.kept and download.key else source.kept
    return write_tables(every, views(catalogue), kept)


def write_tables(every: Iterable[Table | FullText], views: Iterable[str], kept: Cache | None = None) -> bytes:
    """The file; a row that breaks a key raises `sqlite3.IntegrityError`."""
    pages, roots, statements = Pages(), dict[str, int](), list[str]()
    for table in every:
        statements.append(table.made_by)
        if isinstance(table, Table):
            roots |= pages.add_run(_run_of(table, kept))
        else:
            roots |= _add_full_text(pages, table, kept)
    return _closed(pages, roots, (*statements, *views))


def _run_of(table: Table, kept: Cache | None) -> PageRun:
    """The pages of a table and its index; as they were kept, where its rows are made from the same."""
    if kept is None:
        return _pages_of(table.made_by, table.name, table.rows())
    inputs = table.inputs() if table.inputs else repr(list(table.rows()))
    name, digest = f"pages of {table.name}", short_digest(f"{table.made_by}\n{inputs}")
    known = kept.load(name, digest)
    if isinstance(known, PageRun):
        return known
    made = _pages_of(table.made_by, table.name, table.rows())
    kept.store(name, digest, made)
    return made


def _pages_of(made_by: str, table: str, rows: Iterable[Row]) -> PageRun:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("BEGIN")
        database.execute(made_by)
        _fill(database, table, rows)
        database.execute("COMMIT")
        pages = Pages()
        made = database.execute("SELECT type, name, tbl_name FROM sqlite_master").fetchall()
        return pages.run({name: _add(pages, database, type_, name, of) for type_, name, of in made})


def _add(pages: Pages, database: sqlite3.Connection, type_: str, name: str, of: str) -> int:
    return pages.add_table(_rows(database, name)) if type_ == "table" else pages.add_index(_entries(database, name, of))


def _fill(database: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    (columns,) = database.execute("SELECT count(*) FROM pragma_table_info(?)", (table,)).fetchone()
    marks = ", ".join("?" * columns)
    database.executemany(f"INSERT INTO {quoted(table)} VALUES ({marks})", rows)  # noqa: S608 - declared


def _add_full_text(pages: Pages, table: FullText, kept: Cache | None) -> Mapping[str, int]:
    """The tables behind a table of full text, joined of what each shard of it is known to need."""
    made = shadow_rows(table, kept)
    roots = {name: pages.add_table(made.rows[name]) for name in made.rows}
    return roots | {made.of_index: pages.add_index(made.entries)}


def _closed(pages: Pages, roots: Mapping[str, int], statements: Iterable[str]) -> bytes:
    """With the first page, which says where each table and index begins."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        for each in statements:
            database.execute(each)
        made = database.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    schema = [row_bytes((type_, name, of, roots.get(name, 0), sql)) for type_, name, of, sql in made]
    pages.add_table(enumerate(schema, 1), first=True)
    written = b"".join(pages.all)
    return _head(len(pages.all)) + written[HEAD_BYTES:]


def _rows(database: sqlite3.Connection, name: str) -> Iterator[tuple[int, bytes]]:
    """Every row with its number; the column that is that number is kept as nothing."""
    columns = database.execute("SELECT type, pk FROM pragma_table_info(?) ORDER BY cid", (name,)).fetchall()
    keys = [at for at, (_, key) in enumerate(columns) if key]
    own = keys[0] if len(keys) == 1 and columns[keys[0]][0] == "INTEGER" else None
    for number, *values in database.execute(f"SELECT rowid, * FROM {quoted(name)} ORDER BY rowid"):  # noqa: S608
        if own is not None:
            values[own] = None
        yield number, row_bytes(values)


def _entries(database: sqlite3.Connection, name: str, of: str) -> list[bytes]:
    """The columns of an index with the numbers of their rows, as SQLite orders them."""
    columns = database.execute("SELECT name FROM pragma_index_info(?) ORDER BY seqno", (name,)).fetchall()
    listed = ", ".join(quoted(column) for (column,) in columns)
    asked = f"SELECT {listed}, rowid FROM {quoted(of)} ORDER BY {listed}, rowid"  # noqa: S608
    found: Iterable[tuple[Stored, ...]] = database.execute(asked)
    return [row_bytes(each) for each in found]


def _head(count: int) -> bytes:
    """A file that was changed once, by no release of SQLite in particular."""
    head = _MAGIC + struct.pack(">H6B", PAGE_BYTES, 1, 1, 0, 64, 32, 32)
    head += struct.pack(">12I", 1, count, 0, 0, 1, _FORMAT, 0, 0, _UTF_8, 0, 0, 0)
    return head.ljust(92, b"\0") + struct.pack(">2I", 1, 0)
