"""The file of answers: what was kept is read back, and whatever is not as we wrote it counts for nothing."""

from __future__ import annotations

import sqlite3
from array import array
from contextlib import closing
from pathlib import Path

import pytest

from generator.store.answers import FILE, Kept, keep_answers, read_answers
from generator.store.parcel import KeptAnswer

DAY, RECORD, QUESTION = (
    ("day",),
    ("record", "clubs", "音乐\n社"),
    ("question", "module.name", '["甲",{"day":"2026-01-01"}]'),
)
FIRST = Kept(
    "base",
    (DAY, RECORD),
    ("2026-01-01", "digest"),
    {"clubs/": KeptAnswer("mark", array("I", (0, 1))), "about/": KeptAnswer("other", array("I"))},
)
SECOND = Kept(
    "base",
    (DAY, RECORD, QUESTION),
    ("2026-01-02", "digest", "answer"),
    {"clubs/": KeptAnswer("mark", array("I", (2,))), "new/": KeptAnswer("new", array("I", (1, 2)))},
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which something was kept, and something else after it."""
    keep_answers(tmp_path, Kept("base"), FIRST)
    assert read_answers(tmp_path, "base") == FIRST
    keep_answers(tmp_path, FIRST, SECOND)
    return tmp_path


def test_what_was_kept_is_read_back_on_the_same_base_only(folder: Path) -> None:
    assert read_answers(folder, "base") == SECOND
    assert read_answers(folder, "another") == Kept("another")
    assert read_answers(folder / "nowhere", "base") == Kept("base")


def test_another_base_begins_anew(folder: Path) -> None:
    anew = FIRST.__class__("another", FIRST.reads, FIRST.values, FIRST.answers)
    keep_answers(folder, Kept("another"), anew)
    assert read_answers(folder, "another") == anew and read_answers(folder, "base") == Kept("base")


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0 and nonsense" * 40, b"\x80\x05}q\x00."])
def test_a_damaged_file_is_as_if_there_were_none(folder: Path, content: bytes) -> None:
    (folder / FILE).write_bytes(content)
    assert read_answers(folder, "base") == Kept("base")
    keep_answers(folder, Kept("base"), SECOND)
    assert read_answers(folder, "base") == SECOND


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM read WHERE id = 1",
        "DROP TABLE answer",
        "UPDATE answer SET reads = X'FFFFFFFF'",
        "UPDATE answer SET reads = X'FF'",
        "UPDATE read SET name = 'os.system'",
        "PRAGMA user_version = 99",
    ],
)
def test_a_file_with_something_missing_or_foreign_counts_for_nothing(folder: Path, change: str) -> None:
    with closing(sqlite3.connect(folder / FILE)) as store, store:
        store.execute(change)
    assert read_answers(folder, "base") == Kept("base")


def test_two_at_once_leave_one_of_both(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE)) as reading:
        reading.execute("BEGIN")
        reading.execute("SELECT * FROM answer").fetchone()
        keep_answers(folder, SECOND, FIRST)
    assert read_answers(folder, "base") in (FIRST, SECOND, Kept("base"))
