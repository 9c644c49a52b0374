"""The `dataset.yaml` files under `data/` to plain documents that check can judge."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from generator.model.declaration import RawDeclaration
from generator.model.problem import Location, Problem, Severity
from generator.read.names import shown_path
from generator.read.sources import leads_inside, leads_out
from generator.read.text import decode, unreadable
from generator.read.yaml_nodes import compose_mapping
from generator.read.yaml_values import find_value_faults, typed

FILE_NAME = "dataset.yaml"


def read_declarations(root: Path) -> tuple[tuple[RawDeclaration, ...], tuple[Problem, ...]]:
    """All declarations in order of their folders; broken ones are problems and the rest goes on."""
    found = [item for folder in _declared_folders(root) for item in read_declaration(root, folder)]
    declarations = tuple(item for item in found if isinstance(item, RawDeclaration))
    problems = tuple(item for item in found if isinstance(item, Problem))
    return declarations, problems if found else (_no_datasets(),)


def _declared_folders(root: Path) -> list[str]:
    return sorted(
        Path(folder).relative_to(root).as_posix() for folder, _, files in os.walk(root / "data") if FILE_NAME in files
    )


def read_declaration(root: Path, folder: str) -> Iterator[RawDeclaration | Problem]:
    """The declaration of one folder, typed as JSON is: dates, `no` and `0120` stay text."""
    file = f"{folder}/{FILE_NAME}"
    if (root / file).is_symlink() and not leads_inside(root, root / file):
        yield leads_out(file)
        return
    try:
        data = (root / file).read_bytes()
    except OSError:
        yield unreadable(shown_path(file))
        return
    text, problems = decode(data, file)
    yield from problems
    if text is None:
        return
    node = compose_mapping(text, file)
    if isinstance(node, Problem):
        yield node
        return
    faults = list(find_value_faults(node, file))
    yield from faults
    if not faults:
        digest = blake2b(data, digest_size=16).hexdigest()
        yield RawDeclaration(folder.rpartition("/")[2], folder, file, typed(node), digest)


def _no_datasets() -> Problem:
    """A project without a single declaration has nothing to show."""
    return Problem(
        "no-datasets",
        Severity.WARNING,
        Location("data"),
        f"data/ 里没有任何数据集声明（{FILE_NAME}）。",
        "运行 mingshan init 建立一个可用的示例，再照着改。",
    )
