"""The bureau's key: found, drawn, and kept with raw data out of every repository."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from os.path import normpath
from pathlib import Path

from generator.features.statistics.layouts import Layout
from generator.features.statistics.ledger import EditionKind, read_ledger
from generator.features.statistics.problems import (
    key_in_repository,
    key_into_repository,
    key_missing,
    key_of_another,
    key_of_demonstrations,
    no_key,
    raw_in_repository,
)
from generator.features.statistics.protect.keys import Key, new_key_text, read_key
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.model.project import Project
from generator.publish.history import find_work_tree


def find_key(project: Project, file: Path | None) -> tuple[Key | None, tuple[Problem, ...]]:
    """The bureau's key, or why it cannot be used."""
    if file is None:
        return None, (key_missing(),)
    key = read_key(file.read_text("utf-8", "replace"))
    if key is None:
        return None, (no_key(file.name),)
    if key.demonstration and not project.settings.demonstration:
        return None, (key_of_demonstrations(file.name),)
    if not key.demonstration and is_inside(project, file):
        return None, (key_in_repository(file.name),)
    return key, ()


def make_key(project: Project, file: Path) -> tuple[Problem, ...]:
    """Draw a key and write it where only its owner can read it; never over another file, never into a repository."""
    if is_inside(project, file):
        return (key_into_repository(file.name),)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
        out.write(new_key_text())
    return ()


def is_inside(project: Project, file: Path) -> bool:
    """Whether a file lies in the instance or in any git work tree, under its name or where a link leads."""
    places = {Path(normpath(file.absolute())), file.resolve()}  # with its .. every neighbour would lie inside
    trees = [project.root, *(tree for each in places if (tree := find_work_tree(each.parent)))]
    return any(each.is_relative_to(tree.resolve()) for each in places for tree in trees)


def find_raw_inside(project: Project, raw: Path) -> tuple[Problem, ...]:
    """Raw data may lie neither in the instance nor in any git work tree: one careless `git add` would publish it."""
    return (raw_in_repository(raw.name),) if is_inside(project, raw) else ()


def find_another_key(
    catalogue: Catalogue, key: Key, file: Path | None, layout: Layout, years: Collection[str]
) -> Iterator[Problem]:
    """What was published of the same table in the same year with a key of another name."""
    for entry in read_ledger(catalogue) or ():
        year = entry.file[:4]
        is_same = entry.table == layout.name and entry.kind is EditionKind.PUBLISHED and year in years
        if is_same and entry.key_name not in ("", key.name):
            yield key_of_another(file.name if file else "", layout.title, year, entry.key_name)
            return
