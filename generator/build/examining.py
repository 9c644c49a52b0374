"""The files people hand in to what in them exposes somebody, looked into again only when their content changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from pathlib import Path, PurePosixPath

from generator.base.cache import Cache
from generator.model.passage import Passage, Picture
from generator.model.problem import Problem
from generator.model.suspect import Suspect
from generator.read.passages import PICTURES, read_passages
from generator.read.pictures import has_place, picture_size
from generator.read.text import unreadable

_CONTENT = "content"
_NAMED = ("data", _CONTENT)
"""Folders whose files' names are looked at; what stands in tables and records is looked at where they are read."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in files; `pictures` by file, `files` are all below `content/`, relative to the root."""

    files: frozenset[str]
    pictures: Mapping[str, Picture]
    suspects: tuple[Suspect, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Look:
    digest: str
    picture: Picture | None
    suspects: tuple[Suspect, ...]
    problems: tuple[Problem, ...]


def examine_files(root: Path, read_elsewhere: Iterable[str], cache: Cache) -> Examined:
    """Look into every file below `content/` but those that are records, and at every file's name."""
    stored = cache.load("examined", "")
    before: Mapping[str, _Look] = stored if isinstance(stored, dict) else {}
    files = tuple(_files(root, _CONTENT))
    records = frozenset(read_elsewhere)
    looks = {file: _look(root, file, before.get(file)) for file in files if file not in records}
    if looks != before:
        cache.store("examined", "", looks)
    names = _examine_names((file for folder in _NAMED for file in _files(root, folder) if file not in looks), cache)
    return Examined(
        frozenset(files),
        {file: look.picture for file, look in looks.items() if look.picture},
        (*chain.from_iterable(look.suspects for look in looks.values()), *chain.from_iterable(names)),
        tuple(chain.from_iterable(look.problems for look in looks.values())),
    )


def _look(root: Path, file: str, before: _Look | None) -> _Look:
    try:
        digest = blake2b((root / file).read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return _Look("", None, (), (unreadable(file),))
    if before is not None and before.digest == digest:
        return before
    from generator.check.personal.pictures import find_picture_suspects
    from generator.check.personal.suspects import (
        find_passage_suspects,  # what only changed files need: names, places, numbers
    )

    items = read_passages(root, file)
    problems = tuple(item for item in items if isinstance(item, Problem))
    is_picture = PurePosixPath(file).suffix.lower() in PICTURES and not problems
    picture = Picture(file, digest, *picture_size(root / file), has_place(root / file)) if is_picture else None
    passages = (item for item in items if isinstance(item, Passage))
    suspects = (*find_passage_suspects(file, passages), *find_picture_suspects(picture))
    return _Look(digest, picture, suspects, problems)


def _examine_names(files: Iterable[str], cache: Cache) -> Iterable[tuple[Suspect, ...]]:
    stored = cache.load("named", "")
    before: Mapping[str, tuple[Suspect, ...]] = stored if isinstance(stored, dict) else {}
    names = {file: before[file] if file in before else _named(file) for file in files}
    if names != before:
        cache.store("named", "", names)
    return names.values()


def _named(file: str) -> tuple[Suspect, ...]:
    from generator.check.personal.suspects import find_passage_suspects

    return tuple(find_passage_suspects(file, (Passage("文件名", PurePosixPath(file).stem.replace("_", " ")),)))


def _files(root: Path, folder: str) -> Iterator[str]:
    """Regular files, sorted; links and hidden files are left out, as they are when publishing."""
    try:
        entries = sorted(os.scandir(root / folder), key=lambda each: each.name)
    except OSError:
        return
    files = [each.name for each in entries if each.is_file(follow_symlinks=False)]
    yield from (f"{folder}/{name}" for name in files if not name.startswith((".", "~$")))
    for entry in entries:
        if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
            yield from _files(root, f"{folder}/{entry.name}")
