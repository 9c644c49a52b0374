"""Pages that MkDocs would print wrong or not at all are told by file and line, before it is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.trust import Trust
from generator.read.content_pages import check_page

GOOD = "---\ntitle: 如何求助\ndescription: 先到哪里问。\n---\n\n# 如何求助\n"


def told(tmp_path: Path, data: bytes) -> list[tuple[str, int | None]]:
    (tmp_path / "help.md").write_bytes(data)
    return [(each.rule.code, each.location.line) for each in check_page(tmp_path, "help.md", Trust())]


@pytest.mark.parametrize(
    "text", [GOOD, GOOD.replace("\n", "\r\n"), "# 标题\n", "", "---\n\n分隔线\n\n---\n", "---\n---\n\n文\n"]
)
def test_good_pages_have_nothing_against_them(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, text.encode()) == []
    assert told(tmp_path, text.encode("utf-8-sig")) == []


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-16"])
def test_a_page_in_another_encoding_is_an_error_of_the_page(encoding: str, tmp_path: Path) -> None:
    assert told(tmp_path, GOOD.encode(encoding)) == [("encoding", None)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (GOOD.replace("title: ", "title：").replace("description: ", "description："), 2),
        ("---\n标题：如何求助\n---\n\n# 如何求助\n", 2),
        ("---\ntitle：如何求助\n\n# 如何求助\n", 1),
    ],
)
def test_a_colon_of_the_wrong_width_is_told_and_not_printed_to_the_public(text: str, line: int, tmp_path: Path) -> None:
    assert told(tmp_path, text.encode()) == [("front-matter", line)]


def test_one_wrong_colon_of_two_is_told_too(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD.replace("title: ", "title：").encode()) == [("yaml-syntax", 2)]


def test_marks_of_a_conflict_are_called_by_their_name(tmp_path: Path) -> None:
    data = f"{GOOD}\n<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> fork\n".encode()
    assert told(tmp_path, data) == [("conflict-mark", 8)]
    shown = data.replace(b"<<<<<<<", b"```text\n<<<<<<<") + b"```\n"
    assert told(tmp_path, shown) == []
    assert told(tmp_path, f"{GOOD}\n标题\n=======\n\n正文\n".encode()) == []
