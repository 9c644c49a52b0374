"""A work tree to the files in it that git keeps or would keep, less the specimens of the engine's own repository."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from generator.base.git import ask_git

SPECIMENS = "tests/specimens.txt"
"""In the engine's own repository: files that hold invented numbers on purpose, reviewed line by line."""
_OURS = "generator/check/personal"
_MADE = frozenset({".git", ".mingshan", ".venv", "node_modules", "__pycache__", "site"})


def tracked_files(root: Path, made: tuple[Path, ...] = ()) -> tuple[str, ...]:
    """Paths below the root, sorted: what git tracks or would with the next commit; all where there is no git.

    None of the folders that we `made`.
    """
    listed = ask_git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    names = [name for name in listed.split("\0") if name] or list(_walk(root, ""))
    ours = tuple(f"{folder.relative_to(root).as_posix()}/" for folder in made if folder.is_relative_to(root))
    return tuple(sorted({name for name in names if not name.startswith(ours) and _is_plain(root / name)}))


def read_specimens(root: Path, base: str = "HEAD") -> tuple[str, ...]:
    """Patterns of files that are not examined: as the base has them, so that a change cannot excuse itself."""
    if not (root / _OURS).is_dir():
        return ()
    listed = ask_git(root, "show", f"{base}:./{SPECIMENS}")
    return tuple(line for line in listed.splitlines() if line and not line.startswith("#"))


def is_specimen(file: str, patterns: tuple[str, ...]) -> bool:
    """Whether a pattern names the file; `*` stands for anything."""
    return any(fnmatchcase(file, pattern) for pattern in patterns)


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
