"""The file is whole, holds what people wrote, finds each word of two characters, and has the same bytes anywhere."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.cache import Cache
from generator.features.database import volumes
from generator.features.database.full_text import FULL_TEXT
from generator.features.database.tables import FullText, Table, TextShard
from generator.features.database.writing import database_file, write_tables
from generator.model.page import Download
from generator.model.source import Source
from tests.demonstration import TODAY, checked, opened
from tests.repositories import make_instance

ASKED = Download("", "sqlite", ())


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_instance(tmp_path_factory.mktemp("database") / "instance")


@pytest.fixture(scope="module")
def source(root: Path) -> Source:
    found = checked(root)
    return Source(found.catalogue, found.plan, opened(root).settings, TODAY, {})


@pytest.fixture(scope="module")
def database(source: Source) -> Iterator[sqlite3.Connection]:
    with closing(opened_bytes(database_file(source, ASKED))) as connection:
        yield connection


def opened_bytes(content: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    return connection


def test_sqlite_finds_the_file_whole_and_every_key_known(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    keys = database.execute("SELECT count(*) FROM sqlite_master, pragma_foreign_key_list(name)").fetchone()
    assert keys[0] > 50
    with pytest.raises(sqlite3.IntegrityError):
        database.executescript("PRAGMA foreign_keys = ON; INSERT INTO projects_groups VALUES ('p2026-001', 'nobody')")


def test_rows_say_what_people_wrote(root: Path, database: sqlite3.Connection) -> None:
    written = {file.stem: file.read_text("utf-8") for file in (root / "data/projects").glob("p*.yaml")}
    rows = dict(database.execute("SELECT id, name FROM projects"))
    assert rows == {key: re.findall(r"^name: (.*)$", text, re.M)[0] for key, text in written.items()}
    for key, text in written.items():
        groups = re.findall(r"[\w-]+", re.findall(r"^groups: \[(.*)\]$", text, re.M)[0])
        joined = database.execute("SELECT groups FROM projects_groups WHERE projects_id = ?", (key,))
        assert [each for (each,) in joined] == groups
        named = database.execute("SELECT organization_name, status_label FROM projects_named WHERE id = ?", (key,))
        assert all(re.search("[一-鿿]", cell) for cell in named.fetchone())


def test_every_word_of_two_characters_is_found(root: Path, database: sqlite3.Connection) -> None:
    words = {
        (file.stem, run[at : at + 2])
        for file in (root / "data/projects").glob("p*.yaml")
        for line in re.findall(r"^(?:name|summary): (.*)$", file.read_text("utf-8"), re.M)
        for run in re.findall("[一-鿿]+", line)
        for at in range(len(run) - 1)
    }
    assert len(words) >= 15
    asked = f"SELECT record FROM {FULL_TEXT} WHERE dataset = 'projects' AND words MATCH ?"
    assert not [each for each in words if (each[0],) not in database.execute(asked, (each[1],)).fetchall()]
    longer = [database.execute(asked, (phrase,)).fetchall() for phrase in ('"重病 病家 家庭"', '"重病 家庭"')]
    assert longer == [[("p2026-001",)], []]


def test_nothing_that_is_not_public_is_in_it(database: sqlite3.Connection) -> None:
    names = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    assert {"projects", "supply", "windows"} <= names
    assert not {"reviewers", "privacy_exceptions", "change_reasons"} & names


def test_another_day_is_the_same_file(source: Source) -> None:
    later = replace(source, day=TODAY + timedelta(days=9))
    assert database_file(later, ASKED) == database_file(source, ASKED)


LINES = tuple((f"示例{at}", at * at - 5000, at / 8 if at % 2 else None, "长" * (at * 7 % 5000)) for at in range(300))
SAME_BYTES = "b7240e44b6659054856ae2d755fc49b184636a8283bddda0fe8fb8b627faea5e"
"""What SQLite 3.40.1 and 3.54.1 give: their own files of these tables differ."""


def test_the_bytes_hang_on_no_release_of_sqlite() -> None:
    things = Table(
        "things", "CREATE TABLE things (a TEXT, b INT, c NUMERIC, d TEXT, PRIMARY KEY (d, a))", lambda: LINES
    )
    shards = [TextShard("", 1, "", lambda: [(each[3],) for each in LINES])]
    words = FullText("words", "CREATE VIRTUAL TABLE words USING fts4(a)", lambda: shards, lambda text: " ".join(text))
    content = write_tables((things, words), ("CREATE VIEW seen AS SELECT a FROM things",))
    assert sha256(content).hexdigest() == SAME_BYTES
    with closing(opened_bytes(content)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert tuple(connection.execute("SELECT * FROM things")) == LINES
        assert connection.execute("SELECT count(*) FROM seen").fetchone() == (300,)


def test_what_was_kept_of_other_rows_changes_no_byte(tmp_path: Path) -> None:
    kept = Cache(tmp_path)

    def content(rows: list[tuple[str, str]], cache: Cache | None) -> bytes:
        shards = [
            TextShard(str(at), (at << 8) + 1, repr(rows[at::7]), partial(rows.__getitem__, slice(at, None, 7)))
            for at in range(7)
            if rows[at::7]
        ]
        words = FullText("words", "CREATE VIRTUAL TABLE words USING fts4(n, a, notindexed=n)", lambda: shards, " ".join)
        more = Table("more", "CREATE TABLE more (n TEXT PRIMARY KEY, a TEXT)", lambda: rows)
        first = Table("first", "CREATE TABLE first (n TEXT)", lambda: [[each[0]] for each in rows])
        return write_tables((first, more, words), (), cache)

    before = [(f"示例{at}", "长话短说"[at % 3 :] * (at * 11 % 900)) for at in range(400)]
    for rows in (before, [*before[:9], ("另一个", "新增"), *before[9:]], before[100:], before[:3], [], before):
        written = content(rows, kept)
        assert written == content(rows, None)
        with closing(opened_bytes(written)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
            found = connection.execute("SELECT n FROM words WHERE words MATCH '短' ORDER BY n").fetchall()
            assert found == sorted((name,) for name, text in rows if "短" in text)


def test_what_was_kept_before_an_edit_changes_no_byte(source: Source, tmp_path: Path) -> None:
    catalogue, kept = source.catalogue, Cache(tmp_path)
    name = catalogue.roles["organization"]
    known = dict(catalogue.records[name])
    key, record = next(iter(known.items()))
    other = {field: "换过的名称" if field in ("name", "summary") else value for field, value in record.values.items()}
    gone = dict(list(known.items())[1:])
    for records in (known, {**known, key: record._replace(values=other, digest="other")}, gone, known):
        edited = replace(source, catalogue=replace(catalogue, records={**catalogue.records, name: records}))
        assert database_file(replace(edited, kept=kept), ASKED) == database_file(replace(edited, kept=None), ASKED)


cells = st.none() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text(max_size=40)
long_texts = st.integers(0, 9000).map(lambda size: "字a"[size % 2] * size)


@given(st.lists(st.tuples(st.text(min_size=1, max_size=1500), cells | long_texts), unique_by=lambda each: each[0]))
def test_any_rows_come_back(rows: list[tuple[str, object]]) -> None:
    rows = [each for each in rows if "\0" not in each[0]]
    table = Table("t", "CREATE TABLE t (k TEXT PRIMARY KEY, v)", lambda: rows)  # type: ignore[arg-type,return-value]
    with closing(opened_bytes(write_tables((table,), ()))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT * FROM t ORDER BY rowid").fetchall() == rows


@pytest.mark.parametrize(("count", "length"), [(0, 4), (1, 400), (90, 400), (20_000, 4), (5_000, 400), (2_000, 1_100)])
def test_trees_of_every_height_are_whole(count: int, length: int) -> None:
    table = Table("t", "CREATE TABLE t (k TEXT PRIMARY KEY)", lambda: ([f"{at:0{length}}"] for at in range(count)))
    with closing(opened_bytes(write_tables((table,), ()))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        asked = "SELECT count(*) FROM t WHERE k IN (SELECT k FROM t)"
        assert connection.execute(asked).fetchone() == (count,)


def test_volumes_hold_each_record_of_a_place_once_and_what_has_none_everywhere(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(volumes, "MOST_IN_A_DATABASE", 2)
    found = checked(root)
    source = Source(found.catalogue, found.plan, opened(root).settings, TODAY, {})
    planned = [each for each in found.plan.downloads if each.format == "sqlite"]
    assert len(planned) > 1 and len({each.address for each in planned}) == len(planned)
    projects: list[str] = []
    for each in planned:
        with closing(opened_bytes(database_file(source, each))) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            projects += [key for (key,) in connection.execute("SELECT id FROM projects")]
            (categories,) = connection.execute("SELECT count(*) FROM categories").fetchone()
            assert categories == len(found.catalogue.records["categories"])
    assert sorted(projects) == sorted(found.catalogue.records["projects"])
