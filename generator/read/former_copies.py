"""Files that new sites once got copied and nobody has changed since: what the engine ships stands in their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from generator.base.house import NATIONAL, engine_root
from generator.model.declaration import EXTENDS, RawDeclaration
from generator.read.sources import SourceFile


class OwnDeclarations(NamedTuple):
    """What an instance declares itself, and where it keeps copies of what is national: name to folder."""

    own: tuple[RawDeclaration, ...]
    copies: Mapping[str, str]


def set_copies_aside(declared: Iterable[RawDeclaration]) -> OwnDeclarations:
    """Tell declarations of an instance's own from untouched copies of former editions of the engine's.

    A copy of what a bureau keeps itself says no more than that it extends the engine's.
    """
    raw = tuple(declared)
    copied = [one for one in raw if one.digest in _former()]
    national = {one.name: one.folder for one in copied if (engine_root() / NATIONAL / one.name).is_dir()}
    own = (replace(one, document={EXTENDS: one.name}) if one in copied else one for one in raw)
    return OwnDeclarations(tuple(one for one in own if one.name not in national), national)


def without_copies(root: Path, sources: Iterable[SourceFile]) -> tuple[SourceFile, ...]:
    """The files in which an instance says something of its own; one that cannot be read is told of when it is."""
    return tuple(each for each in sources if file_digest(root / each.file) not in _former())


def only_copies(root: Path, sources: Iterable[SourceFile]) -> tuple[SourceFile, ...]:
    """The others: files that say what the engine said once."""
    return tuple(each for each in sources if file_digest(root / each.file) in _former())


@cache
def _former() -> frozenset[str]:
    lines = (engine_root() / NATIONAL / "former.csv").read_text("utf-8").splitlines()
    return frozenset(line.partition(",")[0] for line in lines[1:])


def file_digest(file: Path) -> str:
    """Tells what a file says from what it said before; nothing for one that cannot be opened: reading it says so."""
    try:
        return blake2b(file.read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""
