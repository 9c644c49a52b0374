"""What editors and git are told before anything is sent to anybody."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.repositories import commit, edit, git, make_instance

HOUSE = Path(__file__).parents[1]


def test_the_hook_refuses_a_commit_while_the_data_have_errors(tmp_path: Path) -> None:
    root = make_instance(tmp_path / "instance")
    shutil.copytree(HOUSE / ".githooks", root / ".githooks")
    (root / ".venv").symlink_to(HOUSE / ".venv")
    (root / ".git/info/exclude").write_text(".venv\n")
    git(root, "config", "core.hooksPath", ".githooks")
    edit(root, "data/projects/p2026-001.yaml", "status: running", "status: planned")
    commit(root, "a good change")
    edit(root, "data/projects/p2026-001.yaml", "status: planned", "status: rnning")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        commit(root, "a bad change")
    assert "[enum]" in refused.value.stdout + refused.value.stderr
