"""Whatever the bytes: rows and problems come back, never an exception."""

import csv
import io
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.signs import HIDDEN_SIGNS
from generator.read.positions import locator
from generator.read.text import decode
from tests.read.factory import Reading, project, windows

SHARED_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
YAML_WORDS = st.sampled_from(
    ["name", "id", "groups", "disclosures", ": ", ":", "- ", "\n", "  ", "\t", "[", "]", "{", "}", ",", "&a ", "*a",
     "!x ", "'", '"', "\\", "|", ">", "#", "---", "%", "?", "~", "一", "\ufeff", "\x85", "\u2028", "\x00", "<<"]
)  # fmt: skip
CSV_WORDS = st.sampled_from(
    ["id", "窗口名称", "groups", ",", ";", "\t", '"', '""', "\n", "\r", "\r\n", " ", "一", "\x00"]
)  # fmt: skip
SEEN = st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"])
WORDS = st.text(SEEN).map(str.strip).filter(lambda text: not HIDDEN_SIGNS.search(text))


def locate_all(root: Path, reading: Reading) -> None:
    locate = locator(root)
    for table in reading.tables:
        for origin in table.origins:
            assert all(locate(origin, column).file == origin.file for column in table.columns)
    assert all(problem.message and problem.hint for problem in reading.problems)


@SHARED_FOLDER
@given(st.binary() | st.text().map(str.encode) | st.lists(YAML_WORDS).map(lambda words: "".join(words).encode()))
def test_any_bytes_are_a_record_or_problems(tmp_path: Path, data: bytes) -> None:
    reading = project(tmp_path, data)
    assert reading.records or reading.problems
    locate_all(tmp_path, reading)


@SHARED_FOLDER
@given(st.binary() | st.lists(CSV_WORDS).map(lambda words: "".join(words).encode()))
def test_any_bytes_are_a_table_or_problems(tmp_path: Path, data: bytes) -> None:
    locate_all(tmp_path, windows(tmp_path, data))


@SHARED_FOLDER
@given(st.lists(CSV_WORDS).map("".join), st.sampled_from(["gbk", "utf-16", "utf-8-sig"]))
def test_a_table_reads_the_same_in_each_encoding(tmp_path: Path, tail: str, encoding: str) -> None:
    text = "id,窗口名称,note\nw1,示例慈善组织,一\n" + tail
    assert windows(tmp_path, text.encode(encoding)).records == windows(tmp_path, text).records


@SHARED_FOLDER
@given(st.lists(st.tuples(WORDS, WORDS)))
def test_what_csv_writes_is_read_back(tmp_path: Path, rows: list[tuple[str, str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([("id", "name", "note"), *((f"w{n}", *row) for n, row in enumerate(rows))])
    reading = windows(tmp_path, text.getvalue())
    assert reading.problems == ()
    assert [(record["name"], record["note"]) for record in reading.records] == [(a or None, b or None) for a, b in rows]


@SHARED_FOLDER
@given(WORDS, st.lists(WORDS.filter(bool), min_size=1))
def test_what_yaml_writes_is_read_back(tmp_path: Path, name: str, groups: list[str]) -> None:
    reading = project(tmp_path, yaml.safe_dump({"id": "p1", "name": name, "groups": groups}, allow_unicode=True))
    assert (reading.problems, reading.records[0]["groups"]) == ((), groups)


@given(st.binary(max_size=200))
def test_any_bytes_decode_or_say_why(data: bytes) -> None:
    text, problems = decode(data, "a.csv")
    assert text is not None or problems
