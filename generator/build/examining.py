"""The files of an instance to what in them exposes somebody, looked into again only when their content changed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import chain
from pathlib import Path, PurePosixPath
from time import time_ns

from generator.base.cache import Cache
from generator.base.limits import Failure, shared
from generator.build.loading import SETTLING
from generator.build.tracked import is_specimen, read_specimens, tracked_files
from generator.model.passage import Passage, PassageSheet, Picture
from generator.model.problem import Problem
from generator.model.project import Project
from generator.model.suspect import Suspect
from generator.read.attachment_problems import document_overlong, document_too_large
from generator.read.comments import read_comments
from generator.read.file_kinds import PICTURES, TABLE_TEXTS
from generator.read.file_problems import unreadable_file
from generator.read.passages import read_any_text, read_content
from generator.read.picture_files import has_place, picture_size
from generator.read.size_limits import LARGEST_DOCUMENT
from generator.read.text import find_hidden_signs

CONTENT = "content/"
PROSE = frozenset({".md", ".txt", ".csv", ".tsv", ".yaml", ".yml", ".html"})
_DECLARATION = re.compile(r"data/[^/]+/dataset\.yaml")


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in files; `pictures` by file, `files` are all below `content/`, relative to the root."""

    files: frozenset[str]
    pictures: Mapping[str, Picture]
    suspects: tuple[Suspect, ...]
    problems: tuple[Problem, ...]
    examples: tuple[str, ...] = ()
    """What declarations give as examples of offices' telephones and mailboxes."""


@dataclass(frozen=True, slots=True)
class _Look:
    state: tuple[int, int, int] | None
    digest: str
    picture: Picture | None
    suspects: tuple[Suspect, ...]
    problems: tuple[Problem, ...]


def examine_files(project: Project, records: Collection[str], converted: tuple[str, ...], cache: Cache) -> Examined:
    """Look into every tracked file; of `records`, whose cells are looked at where they are read, at names and comments.

    Pictures below the folders `converted` lose on publishing what a camera wrote into them.
    """
    stored = cache.load("examined", "")
    before: Mapping[str, _Look] = stored if isinstance(stored, dict) else {}
    root, patterns = project.root, read_specimens(project.root)
    tracked = tracked_files(root, (project.site, project.cache))
    files = tuple(file for file in tracked if not is_specimen(file, patterns))
    looks = {file: _look(root, file, before.get(file), file in records) for file in files}
    if looks != before:
        cache.store("examined", "", looks)
    return Examined(
        frozenset(file for file in files if file.startswith(CONTENT)),
        {file: look.picture for file, look in looks.items() if look.picture},
        tuple(chain.from_iterable(_suspects(look, converted) for look in looks.values())),
        tuple(chain.from_iterable(look.problems for look in looks.values())),
        tuple(chain.from_iterable(_examples(root, file) for file in files if _DECLARATION.fullmatch(file))),
    )


def _examples(root: Path, file: str) -> Iterator[str]:
    try:
        lines = read_any_text((root / file).read_bytes()).split("\n")
    except OSError:  # told of where the file is looked into
        return
    yield from (line for line in lines if line.lstrip(" -{").startswith("example:"))


def examine_content(data: bytes, file: str) -> tuple[tuple[Suspect, ...], tuple[Problem, ...]]:
    """The same for content that lies in no folder: an earlier version, a message."""
    from generator.check.personal.suspects import find_passage_suspects  # what only changed files need

    items = read_content(data, file)
    passages = (item for item in items if isinstance(item, Passage | PassageSheet))
    problems = tuple(item for item in items if isinstance(item, Problem))
    hidden = find_hidden_signs(read_any_text(data), file) if PurePosixPath(file).suffix.lower() in PROSE else ()
    return tuple(find_passage_suspects(file, passages)), (*problems, *hidden)


def _suspects(look: _Look, converted: tuple[str, ...]) -> Iterator[Suspect]:
    from generator.check.personal.pictures import find_picture_suspects

    yield from look.suspects
    is_kept = look.picture is not None and not look.picture.file.startswith(converted)
    yield from find_picture_suspects(look.picture, is_published_as_it_is=is_kept)


def _look(root: Path, file: str, before: _Look | None, is_record: bool) -> _Look:
    began = time_ns()
    try:
        seen = (root / file).stat()
        state = (seen.st_mtime_ns, seen.st_size, seen.st_ino)
        if before is not None and before.state == state and is_record == before.digest.startswith("record"):
            return before
        if is_record and PurePosixPath(file).suffix.lower() in TABLE_TEXTS:
            return _look_into_record(b"", file, None, "record")
        if seen.st_size > LARGEST_DOCUMENT:
            return _Look(state, "", None, (), (document_too_large(file, LARGEST_DOCUMENT),))
        data = (root / file).read_bytes()
    except OSError:
        return _Look(None, "", None, (), (unreadable_file(file),))
    settled = state if max(seen.st_mtime_ns, seen.st_ctime_ns) < began - SETTLING else None
    digest = ("record " if is_record else "") + blake2b(data, digest_size=16).hexdigest()
    if before is not None and before.digest == digest:
        return replace(before, state=settled)
    return (
        _look_into_record(data, file, settled, digest) if is_record else _look_into(root, data, (file, settled, digest))
    )


def _look_into_record(data: bytes, file: str, settled: tuple[int, int, int] | None, digest: str) -> _Look:
    from generator.check.personal.suspects import find_passage_suspects

    name = Passage("文件名", PurePosixPath(file).stem.replace("_", " "))
    comments = read_comments(read_any_text(data), file)
    return _Look(settled, digest, None, tuple(find_passage_suspects(file, (name, *comments))), ())


def _measure(path: Path) -> tuple[int, int, bool]:
    """Runs in the process with limits."""
    return (*picture_size(path), has_place(path))


def _look_into(root: Path, data: bytes, known: tuple[str, tuple[int, int, int] | None, str]) -> _Look:
    file, settled, digest = known
    suspects, problems = examine_content(data, file)
    is_picture = PurePosixPath(file).suffix.lower() in PICTURES and not problems
    measured = shared().call(_measure, root / file) if is_picture else None
    if isinstance(measured, Failure):
        problems, measured = (*problems, document_overlong(file, is_picture=True)), None
    picture = Picture(file, digest, *measured) if measured else None
    return _Look(settled, digest, picture, suspects, problems)
