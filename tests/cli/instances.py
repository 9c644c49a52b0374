"""Small instances for verbs: the house's codelists and declared tables, without any records of its own."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from generator.cli import main

HOUSE = Path(__file__).parents[2]


def make_instance(root: Path) -> Path:
    """An instance with all codelists and empty statistics and ledgers."""
    for folder in ("codes", "statistics", "needs"):
        shutil.copytree(HOUSE / "data" / folder, root / "data" / folder, ignore=_without_figures)
    shutil.copy(HOUSE / "mkdocs.yml", root)
    (root / "content").mkdir()
    (root / ".gitignore").write_text(".mingshan/\nsite/\n", "utf-8")
    return root


def _without_figures(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if "/codes" not in folder and name.endswith(".csv")}


def mingshan(*words: object) -> subprocess.CompletedProcess[str]:
    """Run the command as people do, but in this process: a new one takes a second to begin."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    typed = ["mingshan", *map(str, words)]
    code: object = None
    with patch("sys.argv", typed), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as ended:
            code = ended.code
    assert isinstance(code, int)
    return subprocess.CompletedProcess(typed, code, _written(out), _written(err))


def _written(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def mingshan_anew(*words: object) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "from generator.cli import main; main()", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
    )


def git(root: Path, *words: str) -> None:
    """Run git as somebody who has a name, on a day before all that tests call today."""
    who = {"NAME": "示例", "EMAIL": "a@example.org", "DATE": "2026-11-20T12:00:00+0800"}
    named = {f"GIT_{role}_{name}": value for role in ("AUTHOR", "COMMITTER") for name, value in who.items()}
    subprocess.run(["git", *words], cwd=root, env={**named, **os.environ}, check=True, capture_output=True)


def commit(root: Path) -> None:
    """Everything in a new commit."""
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", "x")
