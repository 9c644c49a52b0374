"""The `dataset.yaml` files under `data/` to plain documents that check can judge."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from generator.base.house import NATIONAL, engine_root
from generator.model.declaration import RawDeclaration
from generator.model.problem import Problem
from generator.read.file_problems import no_datasets, unreadable_file
from generator.read.names_in_messages import shown_path
from generator.read.repository_problems import leads_out
from generator.read.sources import find_file_fault, leads_inside
from generator.read.text import decode
from generator.read.yaml_nodes import compose_mapping
from generator.read.yaml_values import find_value_faults, typed

FILE_NAME = "dataset.yaml"
_FOLDER = "data"


def read_declarations(root: Path) -> tuple[tuple[RawDeclaration, ...], tuple[Problem, ...]]:
    """All declarations in order of their folders; of a broken one at least the name, and its problem."""
    if (root / _FOLDER).is_symlink():
        return (), (leads_out(_FOLDER),)
    folders, closed = _declared_folders(root)
    found = [item for folder in folders for item in read_declaration(root, folder)]
    declarations = tuple(item for item in found if isinstance(item, RawDeclaration))
    problems = (*(unreadable_file(folder) for folder in closed), *(item for item in found if isinstance(item, Problem)))
    return declarations, problems if found or problems else (no_datasets(_FOLDER, FILE_NAME),)


def read_national(copies: Mapping[str, str]) -> tuple[tuple[RawDeclaration, ...], tuple[Problem, ...]]:
    """The declarations shipped with the engine.

    `copies`: in which folder an instance has a copy of one (name to folder); its own records stand there.
    """
    root = engine_root()
    folders, _ = _declared_folders(root, NATIONAL)
    found = [item for folder in folders for item in read_declaration(root, folder)]
    read = (item for item in found if isinstance(item, RawDeclaration))
    declarations = tuple(
        replace(one, folder=copies.get(one.name, f"{_FOLDER}/{one.name}"), is_national=True) for one in read
    )
    return declarations, tuple(item for item in found if isinstance(item, Problem))


def _declared_folders(root: Path, top: str = _FOLDER) -> tuple[list[str], list[str]]:
    """The folders with a declaration, and those that cannot be opened."""
    closed: list[str] = []

    def note(error: OSError) -> None:
        closed.extend([shown_path(Path(error.filename).relative_to(root).as_posix())] if error.filename else [])

    walk = os.walk(root / top, onerror=None if not (root / top).exists() else note)
    declared = (Path(folder) for folder, folders, files in walk if FILE_NAME in (*folders, *files))
    return sorted(folder.relative_to(root).as_posix() for folder in declared), closed


def read_declaration(root: Path, folder: str) -> Iterator[RawDeclaration | Problem]:
    """The declaration of one folder, typed as JSON is: dates, `no` and `0120` stay text."""
    file = f"{folder}/{FILE_NAME}"
    data = _bytes(root, file)
    document, problems = (None, (data,)) if isinstance(data, Problem) else _document(data, file)
    yield from problems
    digest = blake2b(data, digest_size=16).hexdigest() if isinstance(data, bytes) else ""
    yield RawDeclaration(folder.rpartition("/")[2], folder, file, document, digest)


def _bytes(root: Path, file: str) -> bytes | Problem:
    path = root / file
    if path.is_symlink() and not leads_inside(root, path):
        return leads_out(file)
    try:
        return find_file_fault(shown_path(file), path.stat()) or path.read_bytes()
    except OSError:
        return unreadable_file(shown_path(file))


def _document(data: bytes, file: str) -> tuple[Mapping[str, Any] | None, tuple[Problem, ...]]:
    text, problems = decode(data, file)
    if text is None:
        return None, problems
    node = compose_mapping(text, file)
    if isinstance(node, Problem):
        return None, (*problems, node)
    faults = tuple(find_value_faults(node, file))
    return None if faults else typed(node), (*problems, *faults)
