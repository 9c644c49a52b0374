"""A mirrored folder holds exactly what it is told to, and what stands is not written again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.publish.mirror import mirror_files


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    origin = tmp_path / "origin"
    origin.mkdir()
    (origin / "a").write_text("one")
    return origin


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "target"


def tree(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_files_are_copied_texts_written_and_strangers_deleted(origin: Path, target: Path, tmp_path: Path) -> None:
    mirror_files(target, {"x/a": str(origin / "a"), "old/a": str(origin / "a")}, {"t.json": "{}"})
    (target / "stranger").write_text("s")
    (target / "link").symlink_to(tmp_path)
    mirror_files(target, {"x/a": str(origin / "a")}, {"t.json": "[]"})
    assert tree(target) == {"x/a": "one", "t.json": "[]"}
    assert sorted(each.name for each in target.iterdir()) == ["t.json", "x"]


def test_a_link_in_the_place_of_a_file_is_not_written_through(origin: Path, target: Path, tmp_path: Path) -> None:
    target.mkdir()
    outside = tmp_path / "outside"
    outside.write_text("kept")
    (target / "a").symlink_to(outside)
    mirror_files(target, {"a": str(origin / "a")}, {})
    assert tree(target) == {"a": "one"}
    assert outside.read_text() == "kept"


@pytest.mark.parametrize("told", ["two", "three"])
def test_what_changed_is_copied_whether_or_not_its_size_tells(origin: Path, target: Path, told: str) -> None:
    mirror_files(target, {"a": str(origin / "a")}, {})
    (origin / "a").write_text(told)
    os.utime(origin / "a", ns=(1, 1))
    mirror_files(target, {"a": str(origin / "a")}, {})
    assert tree(target) == {"a": told}


def test_what_was_made_again_as_it_was_is_not_written(origin: Path, target: Path) -> None:
    mirror_files(target, {"a": str(origin / "a")}, {})
    before = (target / "a").stat().st_ino
    os.utime(origin / "a", ns=(5, 5))
    mirror_files(target, {"a": str(origin / "a")}, {})
    after = (target / "a").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before, 5)


def test_a_file_that_somebody_altered_is_mended(origin: Path, target: Path) -> None:
    mirror_files(target, {"a": str(origin / "a")}, {})
    (target / "a").write_text("eno")
    mirror_files(target, {"a": str(origin / "a")}, {})
    assert tree(target) == {"a": "one"}
