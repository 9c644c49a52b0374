"""`mingshan new`: a file in the right place, or the reason why not; nothing that exists is written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Mingshan
from tests.instances import check, files_of, rules
from tests.repositories import make_instance

CLEAN, PROBLEMS = 0, 1


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_instance(tmp_path / "instance")


REFUSED = {
    "kind-unknown": ("示例种类", "x1"),
    "file-exists": ("project", "p2026-001"),
    "path-incomplete": ("supply", "001"),
    "unsafe-key": ("project", "../p2026-002"),
}


@pytest.mark.parametrize("rule", REFUSED)
def test_what_cannot_be_begun_is_told_and_nothing_is_written(rule: str, root: Path, mingshan: Mingshan) -> None:
    before = files_of(root / "data")
    said = mingshan("new", *REFUSED[rule], "--root", root)
    assert (said.code, said.out.count("["), files_of(root / "data") == before) == (PROBLEMS, 1, True)
    assert f"[{rule}]" in said.out


def test_an_unknown_kind_is_answered_with_those_that_there_are(root: Path, mingshan: Mingshan) -> None:
    assert "projects（慈善项目）" in mingshan("new", "示例种类", "x1", "--root", root).out


def test_a_path_that_wants_more_is_answered_with_the_words_to_add(root: Path, mingshan: Mingshan) -> None:
    assert "--set division=…" in mingshan("new", "supply", "001", "--root", root).out


def test_a_new_project_asks_for_what_must_be_filled_in(root: Path, mingshan: Mingshan) -> None:
    said = mingshan("new", "慈善项目", "p2026-002", "--root", root)
    assert (said.code, "data/projects/p2026-002.yaml" in said.out) == (CLEAN, True)
    assert set(rules(check(root))) == {"required"}


def test_a_row_is_added_to_the_table_it_belongs_to(root: Path, mingshan: Mingshan) -> None:
    words = ("--set", "period=2026H2", "--set", "division=990101", "--set", "name=示例新资源")
    table = root / "data/supply/2026H2/990101.csv"
    before = table.read_text("utf-8")
    said = mingshan("new", "supply", "099", *words, "--root", root)
    assert (said.code, table.read_text("utf-8").startswith(before)) == (CLEAN, True)
    assert "示例新资源" in table.read_text("utf-8").removeprefix(before)
