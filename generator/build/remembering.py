"""An instance to the problems that were found in it last time, when nothing they come from has changed since."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from time import time_ns

from generator.base.cache import Cache
from generator.base.git import ask_git
from generator.base.house import NATIONAL, engine_root
from generator.build.loading import SETTLING
from generator.build.strays import is_skipped
from generator.model.problem import Problem
from generator.model.project import Project

Problems = tuple[Problem, ...]


def remember_problems(project: Project, find: Callable[[], Problems]) -> Problems:
    """What `find` finds in the instance; not asked again while no file, setting, day or commit is another."""
    began = time_ns()
    cache, state = Cache(project.cache / "verdict"), _state(project, began)
    known = cache.load("problems", state) if state else None
    if isinstance(known, tuple):
        return known
    found = find()
    if state and state == _state(project, began):
        cache.store("problems", state, found)
    return found


def _state(project: Project, began: int) -> str:
    """A digest of all that a check looks at; nothing where a change might not show in it.

    That is where a link leads out of sight or a folder is closed, and where a file is so new that it may be written
    again at the same time.
    """
    parts = [repr(project), *_history(project.root)]
    house = engine_root() / NATIONAL
    shipped = _files(project, str(house)) if house.is_dir() else ()
    try:
        for path, is_link, changed, line in chain(_files(project, str(project.root)), shipped):
            if is_link or changed > began - SETTLING:
                return ""
            parts.append(f"{path}\0{line}")
    except OSError:
        return ""
    return blake2b("\n".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _history(root: Path) -> tuple[str, str]:
    """Statistics are held against earlier ones: which commit is the newest, and how far back a shallow copy goes."""
    newest, _, shallow = ask_git(root, "rev-parse", "HEAD", "--git-path", "shallow").strip().partition("\n")
    try:
        return newest, (root / shallow).read_text("utf-8") if shallow else ""
    except OSError:
        return newest, ""


def _files(project: Project, folder: str) -> Iterator[tuple[str, bool, int, str]]:
    """Each file and folder: its path, whether it is a link, when it last changed, and all that tells its state."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            if entry.is_dir(follow_symlinks=False):
                if not is_skipped(Path(entry.path), project):
                    yield entry.path, False, 0, ""
                    yield from _files(project, entry.path)
            else:
                seen = entry.stat(follow_symlinks=False)
                line = f"{seen.st_mode} {seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}"
                yield entry.path, entry.is_symlink(), max(seen.st_mtime_ns, seen.st_ctime_ns), line
