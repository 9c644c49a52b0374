"""A small working instance in a git repository of its own, as `mingshan init` makes it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from generator.base.house import house_folder
from generator.exchange.starter_site import create_example

IDENTITY = ("-c", "user.name=示例", "-c", "user.email=example@example.org", "-c", "commit.gpgsign=false")


def git(root: Path, *words: str) -> str:
    """What git prints."""
    done = subprocess.run(["git", *IDENTITY, *words], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def make_instance(root: Path) -> Path:
    """The starter in a repository with one commit on `main`."""
    assert not create_example(house_folder(), root)
    git(root, "init", "-q", "-b", "main")
    commit(root, "begin")
    return root


def commit(root: Path, message: str) -> str:
    """Commit everything; gives the commit's name."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message)
    return git(root, "rev-parse", "HEAD")


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Replace a text that must be there."""
    text = (root / file).read_text("utf-8")
    assert old in text, (file, old)
    (root / file).write_text(text.replace(old, new), "utf-8")
