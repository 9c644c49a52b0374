"""The files of supply entries in git to what each entry said of its places, commit by commit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.base.git import ask_git
from generator.features.statistics.neighbours.supply import Places, without_repeats
from generator.model.dataset import Dataset
from generator.model.grids import add_columns
from generator.model.record import Record
from generator.publish.history import read_blobs, read_versions
from generator.read.grids import decode_grid
from generator.read.paths import path_pattern

_MOST = 400
"""States of the folder that are looked at; more than any half-year has."""
_FIELDS = ("quota", "quota_unit", "quota_left", "places_left", "status")

Stories = Mapping[str, tuple[Places, ...]]
"""By the key of the entry, what it said, oldest first."""


def places_of(record: Record) -> Places:
    """What an entry says today."""
    return _places([record.values.get(name) for name in _FIELDS])


def read_stories(root: Path, dataset: Dataset) -> Stories:
    """What every entry ever said of its places, as far as this copy of the history goes."""
    folder = dataset.records_folder
    versions = read_versions(root, (folder,), _MOST)
    blobs = {(path, name) for version in versions for path, name in version.blobs.items() if path.endswith(".csv")}
    contents = read_blobs(root, sorted(name for _, name in blobs))
    read = {(path, name): dict(_entries(dataset, path, contents[name])) for path, name in blobs if name in contents}
    stories: dict[str, list[Places]] = {}
    for version in versions:
        for file in version.blobs.items():
            for key, said in read.get(file, {}).items():
                stories.setdefault(key, []).append(said)
    return {key: tuple(without_repeats(said)) for key, said in stories.items()}


def told_numbers(stories: Stories) -> Mapping[str, tuple[int, ...]]:
    """How many were helped by what entries of old said was left, in order: everybody knows these numbers for good."""
    found = {
        key: tuple(
            dict.fromkeys(
                max(0, each.quota - each.left)
                for each in said
                if each.is_of_people and each.quota is not None and each.left is not None
            )
        )
        for key, said in stories.items()
    }
    return {key: numbers for key, numbers in found.items() if numbers}


def last_change(root: Path, dataset: Dataset) -> str:
    """The last commit that touched the entries; the stories are the same as long as it is."""
    return ask_git(root, "log", "--full-history", "-1", "--format=%H", "HEAD", "--", dataset.records_folder).strip()


def _entries(dataset: Dataset, path: str, data: bytes) -> Iterator[tuple[str, Places]]:
    """A row that cannot be read, or that has no key, says nothing."""
    pattern = path_pattern(dataset.path)
    grid, _ = decode_grid(data, path)
    columns = pattern.match(path.removeprefix(f"{dataset.records_folder}/"))
    if grid is None or columns is None:
        return
    whole = add_columns(grid, columns)
    own = dict(dataset.directory.standard)
    at = {name: whole.header.index(name) for name in whole.header}
    if not all(name in at for name in dataset.primary_key):
        return
    for row in whole.rows:
        key = "/".join(row.cells[at[name]] for name in dataset.primary_key)
        named = (own.get(name, name) for name in _FIELDS)
        yield key, _places([row.cells[at[name]] if name in at else None for name in named])


def _places(cells: Sequence[object]) -> Places:
    quota, unit, left, word, status = cells
    return Places(_whole(quota), str(unit or ""), _whole(left), str(word or ""), str(status or ""))


def _whole(value: object) -> int | None:
    text = str(value).strip() if value is not None else ""
    return int(text) if text.isascii() and text.isdigit() else None
