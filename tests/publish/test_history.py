"""History: what the public saw of some files, commit by commit."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.history import read_blobs, read_versions
from tests.cli.instances import commit, git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "site/data").mkdir(parents=True)
    return tmp_path / "site"


def say(root: Path, text: str) -> None:
    (root / "data/t.csv").write_text(text, "utf-8")
    commit(root.parent)


def told(root: Path, most: int = 9) -> list[str]:
    versions = read_versions(root, ["data"], most)
    blobs = read_blobs(root, [name for version in versions for name in version.blobs.values()])
    return [blobs[version.blobs["data/t.csv"]].decode() for version in versions]


def test_versions_come_oldest_first_below_the_root_of_the_instance(root: Path) -> None:
    for text in ("一", "二\n2", "三"):
        say(root, text)
    assert told(root) == ["一", "二\n2", "三"]


def test_commits_that_touch_something_else_are_no_versions(root: Path) -> None:
    say(root, "一")
    (root / "other.md").write_text("x", "utf-8")
    commit(root.parent)
    assert told(root) == ["一"]


def test_only_the_last_versions_are_read(root: Path) -> None:
    for text in "abcd":
        say(root, text)
    assert told(root, most=2) == ["c", "d"]


def test_what_was_taken_back_on_a_branch_was_public_all_the_same(root: Path) -> None:
    say(root, "a")
    git(root.parent, "checkout", "-q", "-b", "branch")
    say(root, "weak")
    say(root, "a")
    git(root.parent, "checkout", "-q", "-")
    (root / "other.md").write_text("x", "utf-8")
    commit(root.parent)
    git(root.parent, "merge", "-q", "--no-ff", "-m", "merge", "branch")
    assert "weak" in told(root)


def test_without_git_there_is_no_history(root: Path) -> None:
    assert read_versions(root, ["data"], 9) == ()
