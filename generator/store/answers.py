"""The file of what was read to answer: SQLite, only text and numbers in it; damaged, it is as if there were none."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from generator.base.reads import Read
from generator.store.parcel import IDS, KeptAnswer

FILE = "answers.sqlite"
VERSION = 1
_PATIENCE = 2.0
"""Seconds for which somebody else may be reading; only one build writes at a time."""
_TABLES = """
    CREATE TABLE about (base TEXT NOT NULL);
    CREATE TABLE read (id INTEGER PRIMARY KEY, name TEXT NOT NULL, value TEXT NOT NULL);
    CREATE TABLE answer (
        name TEXT PRIMARY KEY, mark TEXT NOT NULL, reads BLOB NOT NULL, changed BLOB NOT NULL
    ) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """`base` stands for what every answer depends on; a read's number is its place, its value stands beside it.

    `answers` are those of files, by address, and those to questions, by the question as JSON.
    """

    base: str
    reads: tuple[Read, ...] = ()
    values: tuple[str, ...] = ()
    answers: Mapping[str, KeptAnswer] = field(default_factory=dict)


def name_of(read: Read) -> str:
    """A read as it is written."""
    return json.dumps(read, ensure_ascii=False, separators=(",", ":"))


def read_answers(folder: Path, base: str | None = None) -> Kept:
    """What was kept of answers on this base, or on any; nothing where it was another, or the file cannot be read."""
    try:
        with closing(sqlite3.connect(f"file:{folder / FILE}?mode=ro", uri=True)) as store:
            return _read(store, base)
    except (sqlite3.Error, ValueError, TypeError):
        return Kept(base or "")


def _read(store: sqlite3.Connection, wanted: str | None) -> Kept:
    version = store.execute("PRAGMA user_version").fetchone()[0]
    if version != VERSION:
        raise ValueError("another version wrote this")
    ((base,),) = store.execute("SELECT base FROM about").fetchall()
    if wanted not in (None, base):
        return Kept(wanted or "")
    rows = store.execute("SELECT id, name, value FROM read ORDER BY id").fetchall()
    names = json.loads(f"[{','.join(name for _, name, _ in rows)}]")
    found = store.execute("SELECT name, mark, reads, changed FROM answer")
    answers = {
        name: KeptAnswer(mark, *(_numbers(each, len(rows)) for each in numbers)) for name, mark, *numbers in found
    }
    if [number for number, _, _ in rows] != list(range(len(rows))):
        raise ValueError("a read is missing")
    return Kept(base, tuple(map(tuple, names)), tuple(value for _, _, value in rows), answers)


def _numbers(written: bytes, known: int) -> array[int]:
    numbers = array(IDS, written)
    if numbers and max(numbers) >= known:
        raise ValueError("an answer names a read that is not there")
    return numbers


def keep_answers(folder: Path, old: Kept, new: Kept) -> None:
    """Keep what is new; a file that cannot be written is done without, as if nothing had been kept."""
    file = folder / FILE
    try:
        if not (old.reads and _extends(old, new) and file.exists()):
            file.unlink(missing_ok=True)
            old = Kept(new.base)
        with closing(sqlite3.connect(file, timeout=_PATIENCE)) as store, store:
            _write(store, old, new)
    except (sqlite3.Error, OSError):
        file.unlink(missing_ok=True)


def _extends(old: Kept, new: Kept) -> bool:
    return old.base == new.base and new.reads[: len(old.reads)] == old.reads


def _write(store: sqlite3.Connection, old: Kept, new: Kept) -> None:
    if not old.reads:
        store.executescript(f"{_TABLES} PRAGMA user_version = {VERSION};")
        store.execute("INSERT INTO about VALUES (?)", (new.base,))
    store.executemany("INSERT OR REPLACE INTO read VALUES (?, ?, ?)", _other_reads(old, new))
    gone = [(name,) for name in old.answers if name not in new.answers]
    store.executemany("DELETE FROM answer WHERE name = ?", gone)
    fresh = ((name, *each) for name, each in new.answers.items() if old.answers.get(name) != each)
    store.executemany("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?)", fresh)


def _other_reads(old: Kept, new: Kept) -> Iterable[tuple[int, str, str]]:
    for number, (read, value) in enumerate(zip(new.reads, new.values, strict=True)):
        if number >= len(old.reads) or old.values[number] != value:
            yield number, name_of(read), value
