"""Tables to the bytes of one SQLite file, the same on every machine.

SQLite makes the tables, holds them to their keys and makes the full text, in memory; the pages are written here.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Iterator
from contextlib import closing

from generator.features.database.described import described
from generator.features.database.full_text import full_text
from generator.features.database.stored_values import Stored, row_bytes
from generator.features.database.tables import Table, quoted, tables
from generator.features.database.tree_pages import HEAD_BYTES, PAGE_BYTES, Pages
from generator.features.database.views import views
from generator.model.page import Download
from generator.model.source import Source

_MAGIC = b"SQLite format 3\0"
_FORMAT, _UTF_8 = 4, 1


def database_file(source: Source, _download: Download) -> bytes:
    """Everything that is given away."""
    catalogue = source.catalogue
    every = (*tables(catalogue), *described(source), full_text(catalogue))
    return write_tables(every, views(catalogue))


def write_tables(every: Iterable[Table], views: Iterable[str]) -> bytes:
    """The file; a row that breaks a key raises `sqlite3.IntegrityError`."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("BEGIN")
        for table in every:
            database.execute(table.made_by)
            _fill(database, table)
        for view in views:
            database.execute(view)
        database.execute("COMMIT")
        return _packed(database)


def _fill(database: sqlite3.Connection, table: Table) -> None:
    (columns,) = database.execute("SELECT count(*) FROM pragma_table_info(?)", (table.name,)).fetchone()
    marks = ", ".join("?" * columns)
    database.executemany(f"INSERT INTO {quoted(table.name)} VALUES ({marks})", table.rows())  # noqa: S608 - declared


def _packed(database: sqlite3.Connection) -> bytes:
    """The same tables, page after page."""
    pages, schema = Pages(), list[bytes]()
    made = database.execute("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master").fetchall()
    for type_, name, of, root, sql in made:
        own = 0
        if root and type_ == "table":
            own = pages.add_table(_rows(database, name))
        elif root:
            own = pages.add_index(_entries(database, name, of))
        schema.append(row_bytes((type_, name, of, own, sql)))
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
