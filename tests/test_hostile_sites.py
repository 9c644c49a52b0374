"""Whatever stands in a site's folder, `mingshan check` ends with problems or with records, never with a traceback."""

from __future__ import annotations

import json
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.problem import Problem, problem_order
from generator.model.rule import Severity
from tests.instances import SITES, check, make_site, rules, unprivileged, write

NOTE = "data/notes/n1.yaml"
DECLARATION = "data/notes/dataset.yaml"
TABLE = """name: notes
title: 示例记事
path: notes.csv
schema:
  fields:
    - {name: id, type: string, title: 编号}
    - {name: name, type: string, title: 名称, constraints: {required: true}}
    - {name: tags, type: list, title: 标签}
  primaryKey: [id]
directory: {label: name, privacy: public}
"""
BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{after}: &{after} [{','.join([f'*{before}'] * 9)}]\n"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site", "minimal")


@pytest.fixture
def table(root: Path) -> Path:
    (root / NOTE).unlink()
    write(root, DECLARATION, TABLE)
    return root


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", ["empty-file"]),
        (b"\n \n", ["empty-file"]),
        (b"# \xe6\x97\xa0\n", ["empty-file"]),
        ("name: 示例\n".encode("utf-8-sig"), []),
        ("name: 示例\n".encode("gbk"), ["encoding"]),
        ("name: 示例\n".encode("utf-16"), ["encoding"]),
        ("name: 示例\n".encode("utf-16-le"), ["control-character"]),
        (b"name: \xff\xfe\xfd\n", ["encoding"]),
        (b"name: \x00\n", ["control-character"]),
        (b"name:\tx\n", []),
        (b"\tname: x\n", ["yaml-tab"]),
        (b"name: x\nname: y\n", ["duplicate-key"]),
        (b"name: [\n", ["yaml-syntax"]),
        (b"name: x\n---\nname: y\n", ["yaml-documents"]),
        (b"- name: x\n", ["yaml-shape"]),
        (b"name: {a: b}\n", ["yaml-shape"]),
        (b"? {a: b}\n: x\n", ["yaml-shape"]),
        (BOMB.encode(), ["alias"]),
        (b"name: !!python/object/apply:os.system [ls]\n", ["tag"]),
        (b"name: " + b"[" * 10_000 + b"\n", ["yaml-depth"]),
        (b"name: " + b"x" * 1_000_000 + b"\n", []),
        (b"id: ../../etc/passwd\nname: x\n", ["path-mismatch"]),
        (b"name: <script>alert(1)</script>\n", []),
        (b"name: no\n", []),
        (b"name: ~\n", ["required"]),
    ],
)
def test_a_record_of_any_bytes_is_one_problem_or_none(root: Path, content: bytes, found: list[str]) -> None:
    write(root, NOTE, content)
    assert rules(check(root)) == found


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", ["empty-file"]),
        (b"id,name\n", []),
        (b"\n\n", ["empty-file"]),
        ("编号,名称\nn1,示例\n".encode("gbk"), ["encoding"]),
        ("编号,名称\nn1,示例\n".encode("utf-8-sig"), []),
        ("编号\t名称\nn1\t示例\n".encode("utf-16"), ["encoding", "delimiter"]),
        ("编号\t名称\nn1\t示例\n".encode(), ["delimiter"]),
        (b"id;name\nn1;x\n", ["delimiter"]),
        (b"id,name\rn1,x\r", []),
        (b"id,name\nn1,x,y\n", ["ragged-row"]),
        (b"id,name\nn1\n", ["ragged-row"]),
        (b"id,name,name\nn1,x,y\n", ["duplicate-column"]),
        (b"id,nmae\nn1,x\n", ["unknown-column"]),
        (b"id\nn1\n", ["missing-column"]),
        (b"n1,x\nn2,y\n", ["missing-header"]),
        (b"id,name\nn1,\"x\n", ["unclosed-quote"]),
        (b"id,name\nn1,\x00\n", ["control-character"]),
        (b"id,name\nn1,x\nn1,y\n", ["duplicate-id"]),
        (b"id,name\n../up,x\n<script>,y\n", ["unsafe-key", "unsafe-key"]),
        (b"id,name\nn1," + b"x" * 200_000 + b"\n", []),
        (b"id,name\n,x\n", ["required"]),
        (b"id,name,\nn1,x,\n", []),
    ],
)  # fmt: skip
def test_a_table_of_any_bytes_is_one_problem_a_fault(table: Path, content: bytes, found: list[str]) -> None:
    write(table, "data/notes/notes.csv", content)
    assert sorted(rules(check(table))) == sorted(found)


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"- a\n", b"42\n", b"name: notes\n", b"\x00", b"[", b"\xff\xfe", b"name: &a x\ntitle: *a\n"),
        b"a: {b: 1, b: 2}\n",
        *(b"null\n", b'"text"\n', b"name: [notes]\ntitle: {}\nschema: 5\ndirectory: []\n"),
    ],
)  # fmt: skip
def test_a_declaration_of_any_bytes_is_told_and_nothing_of_its_records(root: Path, content: bytes) -> None:
    write(root, DECLARATION, content)
    found = check(root)
    assert found
    assert {problem.location.file for problem in found} == {DECLARATION}


@pytest.mark.parametrize(
    "content", [b"", b"- a\n", b"\x00", b"[", b"\xff\xfe\xfd", b"a: &a x\nb: *a\n", "站".encode("gbk")]
)
def test_settings_of_any_bytes_are_told(root: Path, content: bytes) -> None:
    write(root, "mkdocs.yml", content)
    assert {problem.location.file for problem in check(root)} == {"mkdocs.yml"}


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.mkdir()


def _socket(path: Path) -> None:
    os.chdir(path.parent)  # addresses of sockets are short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)


def _out(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def _nowhere(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize("make", [_pipe, _folder, _socket, _out, _nowhere, _loop, _device])
@pytest.mark.parametrize("file", [NOTE, DECLARATION])
def test_what_is_no_plain_file_is_one_problem(
    root: Path, monkeypatch: pytest.MonkeyPatch, file: str, make: Callable[[Path], None]
) -> None:
    monkeypatch.chdir(root)
    (root / file).unlink()
    make(root / file)
    (problem,) = check(root)
    assert (problem.location.file, problem.rule.code) in {
        (file, "symlink"), (file, "unreadable-file"), (file, "unread-file"),
    }  # fmt: skip


@pytest.mark.parametrize("folder", ["data", "content"])
def test_a_folder_that_leads_out_of_the_site_is_one_problem(root: Path, tmp_path: Path, folder: str) -> None:
    shutil.move(root / folder, tmp_path / "outside")
    (root / folder).symlink_to(tmp_path / "outside")
    (problem,) = check(root)
    assert (problem.location.file, problem.severity) == (folder, Severity.ERROR)


def test_a_pipe_among_the_pages_is_one_problem(root: Path) -> None:
    os.mkfifo(root / "content/pipe.md")
    assert rules(check(root)) == ["unreadable-file"]


@pytest.mark.parametrize("file", [NOTE, DECLARATION, "mkdocs.yml", "content/index.md"])
def test_a_file_that_may_not_be_opened_is_one_problem(root: Path, file: str) -> None:
    (root / file).chmod(0)
    with unprivileged(root):
        assert [(each.rule.code, each.location.file) for each in check(root)] == [("unreadable-file", file)]


@pytest.mark.parametrize("file", [NOTE, DECLARATION, "mkdocs.yml"])
def test_fifty_megabytes_are_refused_unread(root: Path, file: str) -> None:
    with (root / file).open("wb") as opened:
        opened.truncate(50 * 1024 * 1024)
    assert [(each.rule.code, each.location.file) for each in check(root)] == [("file-too-large", file)]


def test_a_table_of_very_many_wrong_rows_is_told_in_bounded_words(table: Path) -> None:
    write(table, "data/notes/notes.csv", "id,name\n" + "a/b,x\n" * 5_000)
    assert len(check(table)) < 200


NAMES = [
    "<script>.yaml",
    "a\nb.yaml",
    "a b.yaml",
    "..yaml",
    "con.yaml",
    "\u202egnp.yaml",
    "'.yaml",
    "%2e%2e.yaml",
    "é.yaml",
]


@pytest.mark.parametrize("name", [*NAMES, "x" * 200 + ".yaml", b"\xff\xfe.yaml"])
def test_a_file_of_any_name_is_a_record_or_one_problem(root: Path, name: str | bytes) -> None:
    path = os.fsencode(root / "data/notes/") + (name if isinstance(name, bytes) else os.fsencode(name))
    Path(os.fsdecode(path)).write_text("name: 示例\n", "utf-8")
    found = check(root)
    assert len(found) <= 1
    assert all(each.location.file.isprintable() for each in found)


# Mutations: a valid site with something changed at random.

BASE = SITES / "complete"
DECLARATIONS = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("dataset.yaml"))
DOCUMENTS = {file: yaml.safe_load((BASE / file).read_text("utf-8")) for file in DECLARATIONS}
RECORDS = sorted(
    path.relative_to(BASE).as_posix()
    for path in BASE.glob("data/**/*")
    if path.is_file() and path.relative_to(BASE).as_posix() not in DOCUMENTS
)
KEYS = [
    "name",
    "title",
    "path",
    "schema",
    "fields",
    "type",
    "format",
    "constraints",
    "categories",
    "nested",
    "level",
    "min",
]
WORDS = [*KEYS, "", "clubs", "regions", "id", "date", "list", "{id}.yaml", "../x.csv", "(", "示例", "1"]
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.sampled_from(WORDS)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=3),
    max_leaves=5,
)
BYTES = st.sampled_from(
    [b"\x00", b"\xff", b"\xef\xbb\xbf", b'"', b"'", b",", b";", b"\n", b"\r", b"\t", b": ", b"- ", b"[", b"}", b"&a ",
     b"*a", b"!x ", b"---\n", b"|", b"#", b"NaN", b"1e999", b"-1", b"../", b"<script>", b"2026-02-30", b"\xe2\x80\xa8",
     b'"\\ud800"', "一".encode("gbk"), "，".encode(), b"120101199001011234"]
) | st.binary(max_size=4)  # fmt: skip
TRIES = int(os.environ.get("FUZZ", "40"))
"""`make fuzz` tries more."""
MUTATING = settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=TRIES)


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_site(tmp_path_factory.mktemp("victim"), "complete")


def _places(document: Any, trail: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if trail:
        yield trail
    inner = (
        document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else ()
    )
    for key, value in inner:
        yield from _places(value, (*trail, key))


PLACES = {file: sorted(_places(document), key=str) for file, document in DOCUMENTS.items()}


def _check_mutant(victim: Path, file: str, content: bytes) -> tuple[Problem, ...]:
    write(victim, file, content)
    try:
        found = check(victim)
    finally:
        shutil.copy(BASE / file, victim / file)
    assert list(found) == sorted(found, key=problem_order)
    assert all(problem.message.strip() and problem.hint.strip() for problem in found)
    assert "199001011234" not in "".join(problem.message + problem.hint for problem in found)
    return found


@MUTATING
@given(st.data())
def test_a_declaration_changed_anywhere_to_anything_is_problems_or_datasets(victim: Path, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(DECLARATIONS))
    document = deepcopy(DOCUMENTS[file])
    *way, last = data.draw(st.sampled_from(PLACES[file]))
    place = document
    for step in way:
        place = place[step]
    if data.draw(st.booleans()):
        place[last] = data.draw(JSON)
    else:
        del place[last]
    found = _check_mutant(victim, file, json.dumps(document, ensure_ascii=False).encode("utf-8", "replace"))
    assert len(found) <= 12


@MUTATING
@given(st.data())
def test_a_record_with_bytes_changed_anywhere_is_problems_or_records(victim: Path, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from([*RECORDS, "mkdocs.yml", "content/index.md"]))
    content = (BASE / file).read_bytes()
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(content)))
        content = content[:start] + data.draw(BYTES) + content[start + data.draw(st.integers(0, 8)) :]
    _check_mutant(victim, file, content)
