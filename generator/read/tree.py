"""The files that git keeps to those among them that are no plain files, or not the same on every machine."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.base.git import ask_git
from generator.model.problem import Location, Problem
from generator.model.trust import NEVER_TRUSTED, Trust
from generator.read.names_in_messages import shown_path
from generator.read.repository_problems import (
    attributes_refused,
    cache_tracked,
    case_collision,
    link_in_tree,
    submodule,
)

CACHE_FOLDER = ".mingshan"
_ATTRIBUTES, _MODULES = ".gitattributes", ".gitmodules"
_LINK, _MODULE = "120000", "160000"
_MADE = frozenset({".git", CACHE_FOLDER, ".venv", "node_modules", "__pycache__", "site"})
_READ = ("data", "content", "theme", ".github")
"""Where files are looked for in a folder that no git keeps."""
_LARGEST = 100_000
_JOINED, _LINES = "merge=union", ".csv"
"""Lines that two people added are both kept: it hides nothing, and twice the same line is found by checking."""


class TreeEntry(NamedTuple):
    """One path below the root, with the mode git keeps it under; empty where git does not know it yet."""

    path: str
    mode: str = ""


def find_tree_faults(root: Path, trust: Trust) -> Iterator[Problem]:
    """Links, repositories inside the repository, attributes that hide changes, names that differ in case only."""
    entries = tuple(_entries(root))
    for entry in entries:
        name = PurePosixPath(entry.path).name
        if entry.mode == _LINK or (root / entry.path).is_symlink():
            yield link_in_tree(entry.path)
        elif entry.mode == _MODULE or name == _MODULES or entry.path.endswith("/"):
            yield submodule(entry.path)
        elif name == _ATTRIBUTES:
            yield from _find_attribute_faults(root, entry.path, trust)
    yield from _find_collisions(entry.path for entry in entries)


def find_tracked_cache(root: Path) -> tuple[Problem, ...]:
    """What was worked out before must not come with a change: whoever wrote it would be believed unread.

    However it is spelt: on many machines it is the same folder.
    """
    listed = ask_git(root, "ls-files", "-z", "--", f":(icase){CACHE_FOLDER}").split("\0")
    if not listed[0]:
        return ()
    return (cache_tracked(listed[0], CACHE_FOLDER),)


def _entries(root: Path) -> Iterator[TreeEntry]:
    listed = ask_git(root, "ls-files", "--stage", "-z").split("\0")
    others = ask_git(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    new = [name for name in others if name and name.partition("/")[0] not in _MADE]
    yield from (TreeEntry(path, about[:6]) for about, _, path in (each.partition("\t") for each in listed) if path)
    yield from map(TreeEntry, new)
    if not any(listed) and not new:
        yield from (TreeEntry(each.name) for each in sorted(root.iterdir()) if each.name not in _MADE)
        yield from (TreeEntry(path) for folder in _READ for path in _walk(root, folder))


def _walk(root: Path, folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if name not in _MADE)
        here = Path(place)
        linked = (name for name in folders if (here / name).is_symlink())
        yield from ((here / name).relative_to(root).as_posix() for name in (*sorted(names), *linked))


def _find_attribute_faults(root: Path, file: str, trust: Trust) -> Iterator[Problem]:
    try:
        text = (root / file).read_bytes()[:_LARGEST].decode("utf-8", "replace")
    except OSError:
        return
    for at, line in enumerate(text.splitlines(), start=1):
        pattern, *words = line.split() if line.strip() and not line.lstrip().startswith("#") else [""]
        words = [word for word in words if not (word == _JOINED and pattern.endswith(_LINES))]
        named = {word.lstrip("-!").partition("=")[0] for word in words}
        refused = sorted(name for name in named if name not in trust.attributes or name in NEVER_TRUSTED["attributes"])
        if refused or line.startswith("[attr]"):
            yield attributes_refused(Location(shown_path(file), at), refused)


def _find_collisions(paths: Iterable[str]) -> Iterator[Problem]:
    """Folders too: `Data/a` and `data/b` become one folder on many machines."""
    seen: dict[str, str] = {}
    collided: set[str] = set()
    for path in paths:
        parts = path.rstrip("/").split("/")
        for depth in range(1, len(parts) + 1):
            here = "/".join(parts[:depth])
            known = seen.setdefault(unicodedata.normalize("NFC", here).casefold(), here)
            if known != here and here not in collided:
                collided.add(here)
                yield case_collision(here, known)
                break
