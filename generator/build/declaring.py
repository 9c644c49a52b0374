"""A project's declarations to datasets, judged again only when one of them changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import cast

from generator.base.cache import Cache
from generator.base.house import house_folder
from generator.model.dataset import Dataset
from generator.model.declaration import EXTENDS, RawDeclaration
from generator.model.problem import Problem
from generator.read.declarations import read_declarations, read_national
from generator.read.extended import extend_declarations, shipped_declaration
from generator.read.former_copies import set_copies_aside
from generator.read.positions import locator

Declared = tuple[tuple[Dataset, ...], tuple[Problem, ...]]


def load_datasets(root: Path, cache: Cache) -> Declared:
    """Read and check every declaration; `cache` answers when all of them are as they were."""
    read, unread = read_declarations(root)
    own, copies = set_copies_aside(read)
    national, misread = read_national(copies)
    raw = (*extend_declarations(own), *national)
    digest = blake2b("\n".join(f"{one.file} {one.folder} {one.digest}" for one in raw).encode()).hexdigest()
    declared = cast("Declared | None", cache.load("declarations", digest))
    if declared is None:
        # Frictionless takes a tenth of a second to import, a rebuild after an edit has one second.
        from generator.check.declarations import check_declarations
        from generator.check.extensions import find_behind

        datasets, faults = check_declarations(raw, locator(root))
        behind = (find_behind(one, base, locator(root)) for one, base in _copies(root, own))
        declared = datasets, (*faults, *(problem for each in behind for problem in each))
        cache.store("declarations", digest, declared)
    datasets, misdeclared = declared
    return datasets, (*unread, *misread, *misdeclared)


def _copies(root: Path, own: Iterable[RawDeclaration]) -> Iterator[tuple[RawDeclaration, RawDeclaration]]:
    """Whole declarations under a name that the engine has one of too, and the engine's; its own are no copies."""
    written = (one for one in own if root != house_folder() and EXTENDS not in (one.document or {}))
    yield from ((one, base) for one in written if (base := shipped_declaration(one.name)))
