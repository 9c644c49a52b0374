"""A work tree to the files in it that git keeps or would keep, less the specimens of the engine's own repository."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from fnmatch import translate
from functools import cache
from pathlib import Path

from generator.base.git import ask_git

SPECIMENS = "tests/specimens.txt"
"""In the engine's own repository: files that hold invented numbers on purpose, reviewed line by line."""
_OURS = "generator/check/personal"
_MADE = frozenset({".git", ".mingshan", ".venv", "node_modules", "__pycache__", "site"})


def tracked_files(root: Path, made: tuple[Path, ...] = ()) -> tuple[str, ...]:
    """Paths below the root, sorted: what git tracks or would with the next commit; all where there is no git.

    What the engine `made` itself and nobody has committed is no part of it, even where no `.gitignore` says so.
    """
    ours = tuple(f"{folder.relative_to(root).as_posix()}/" for folder in made if folder.is_relative_to(root))
    tracked = _list(root, "--cached")
    new = [name for name in _list(root, "--others", "--exclude-standard") if name.partition("/")[0] not in _MADE]
    untracked = new if tracked or new else _walk(root, "")
    names = {*tracked, *(name for name in untracked if not name.startswith(ours))}
    return tuple(sorted(name for name in names if _is_plain(root / name)))


def read_specimens(root: Path, base: str = "HEAD") -> tuple[str, ...]:
    """Patterns of files that are not examined: as the base has them, so that a change cannot excuse itself."""
    if not (root / _OURS).is_dir():
        return ()
    listed = ask_git(root, "show", f"{base}:./{SPECIMENS}")
    return tuple(line for line in listed.splitlines() if line and not line.startswith("#"))


def is_specimen(file: str, patterns: tuple[str, ...]) -> bool:
    """Whether a pattern names the file; `*` stands for anything."""
    return bool(_any_of(patterns).fullmatch(file))


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(translate, patterns)) or r"(?!)")


def _list(root: Path, *which: str) -> list[str]:
    return [name for name in ask_git(root, "ls-files", "-z", *which).split("\0") if name]


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _walk(root: Path, folder: str) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(root / folder), key=lambda each: each.name)
    except OSError:
        return
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.is_file(follow_symlinks=False):
            yield path
        elif entry.is_dir(follow_symlinks=False) and entry.name not in _MADE:
            yield from _walk(root, path)
