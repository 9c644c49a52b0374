"""Small instances for verbs: the house's codelists and declared tables, without any records of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[2]


def make_instance(root: Path) -> Path:
    """An instance with all codelists and empty statistics and ledgers."""
    for folder in ("codes", "statistics", "needs"):
        shutil.copytree(HOUSE / "data" / folder, root / "data" / folder, ignore=_without_figures)
    shutil.copy(HOUSE / "mkdocs.yml", root)
    (root / "content").mkdir()
    return root


def _without_figures(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if "/codes" not in folder and name.endswith(".csv")}


def mingshan(*words: object) -> subprocess.CompletedProcess[str]:
    """Run the command as people do."""
    return subprocess.run(
        [sys.executable, "-c", "from generator.cli import main; main()", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
    )


def git(root: Path, *words: str) -> None:
    """Run git as somebody who has a name."""
    named = {"GIT_AUTHOR_NAME": "示例", "GIT_AUTHOR_EMAIL": "a@example.org"}
    named |= {"GIT_COMMITTER_NAME": "示例", "GIT_COMMITTER_EMAIL": "a@example.org"}
    subprocess.run(["git", *words], cwd=root, env={**os.environ, **named}, check=True, capture_output=True)


def commit(root: Path) -> None:
    """Everything in a new commit."""
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", "x")
