"""An instance to the problems that were found in it last time, when nothing they come from has changed since."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from pathlib import Path
from time import time_ns

from generator.base.cache import Cache
from generator.base.folders import list_folder
from generator.base.git import ask_git
from generator.base.house import NATIONAL, engine_root
from generator.build.loading import SETTLING
from generator.build.strays import is_skipped
from generator.model.problem import Problem, has_errors
from generator.model.project import Project
from generator.publish.manifest import manifest_state
from generator.publish.revisions import data_tags

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


def remember_site(project: Project, say: Callable[[str], None], build: Callable[[], Problems]) -> Problems:
    """What `build` found when it last made the site; not made again while nothing that it comes from is another.

    Nor while the site lies there as it was left: with what nobody built in it, it is built again.
    """
    began = time_ns()
    cache, state = Cache(project.cache / "verdict"), _state_of_site(project, began)
    known = cache.load("site", state) if state else None
    if isinstance(known, tuple) and known[0] == _lying(project):
        say(f"没有变化：{project.site}")
        return known[1]  # type: ignore[no-any-return]
    found = build()
    if state and not has_errors(found) and state == _state_of_site(project, began):
        cache.store("site", state, (_lying(project), found))
    return found


def _state_of_site(project: Project, began: int) -> str:
    """All that a check looks at, how pages look, and the releases of the data, which are tags."""
    parts = (_state(project, began), _state_of(project, str(project.theme), began))
    return "\n".join((*parts, repr(data_tags(project.root)))) if all(parts) else ""


def _lying(project: Project) -> str:
    """A digest of what lies in the site, and of what the engine knows of it."""
    if not project.site.is_dir():
        return ""
    found = list_folder(str(project.site))
    lines = (f"{name}\0{size} {changed}" for name, (size, changed) in sorted(found.files.items()))
    return _digest((*lines, *sorted(found.others), repr(manifest_state(project))))


def _state(project: Project, began: int) -> str:
    """A digest of all that a check looks at; nothing where a change might not show in it.

    That is where a link leads out of sight or a folder is closed, and where a file is so new that it may be written
    again at the same time.
    """
    house = engine_root() / NATIONAL
    own, shipped = _state_of(project, str(project.root), began), _state_of(project, str(house), began)
    if not (own and (shipped or not house.is_dir())):
        return ""
    return _digest((_text(project), *_history(project.root), own, shipped))


def _state_of(project: Project, folder: str, began: int) -> str:
    """A digest of the files in a folder; nothing where it is not there, either."""
    parts = []
    try:
        for path, is_link, changed, line in _files(project, folder):
            if is_link or changed > began - SETTLING:
                return ""
            parts.append(f"{path}\0{line}")
    except OSError:
        return ""
    return _digest(parts)


def _text(value: object) -> str:
    """The same in every process: the members of a set stand in another order in each."""
    if is_dataclass(value):
        return f"{type(value).__name__}({','.join(_text(getattr(value, each.name)) for each in fields(value))})"
    if isinstance(value, frozenset):
        return f"{{{','.join(sorted(map(_text, value)))}}}"
    if isinstance(value, Mapping):
        return f"{{{','.join(f'{_text(key)}:{_text(each)}' for key, each in value.items())}}}"
    return f"({','.join(map(_text, value))})" if isinstance(value, tuple) else repr(value)


def _digest(parts: Iterable[str]) -> str:
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
