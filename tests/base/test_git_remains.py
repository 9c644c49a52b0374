"""What a rewritten clone still holds: nobody says that nothing is left who could not look."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.git_remains import find_remains
from generator.base.git_rewriting import Unwanted
from generator.base.lost_work import WorkLost
from tests.repositories import commit, git

WORD = Unwanted((), ("示例词",))


def test_where_git_does_not_answer_nothing_is_called_gone(tmp_path: Path) -> None:
    with pytest.raises(WorkLost):
        find_remains(tmp_path, WORD, lambda _: ())


def test_nor_where_an_object_cannot_be_read(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "one.txt").write_text("别的", "utf-8")
    commit(tmp_path, "one")
    assert find_remains(tmp_path, WORD, lambda _: ()) == ()
    blob = git(tmp_path, "rev-parse", "HEAD:one.txt")
    stored = tmp_path / ".git/objects" / blob[:2] / blob[2:]
    stored.chmod(0o644)
    stored.write_bytes(b"damaged")
    with pytest.raises(WorkLost):
        find_remains(tmp_path, WORD, lambda _: ())
