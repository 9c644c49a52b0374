"""Folders of ten thousand files, listed and cleared on every build; as plain paths, for `Path` takes thrice as long."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.base.disk import naming

State = tuple[int, int]
"""Size and time of the last change, in ns: a copy keeps both."""


class Listing(NamedTuple):
    """Everything below a folder, by its path from there.

    `files` are the regular ones; `others` are links, which nothing follows, and folders with nothing in them.
    """

    files: dict[str, State]
    others: list[str]


def list_folder(folder: str, kept: Collection[str] = ()) -> Listing:
    """What lies in a folder; `kept` are folders, "name/", and hidden files at its top, that belong to somebody else."""
    found = Listing({}, [])
    _list(folder, "", kept, found)
    return found


def _list(folder: str, prefix: str, kept: Collection[str], found: Listing) -> None:
    is_empty = True
    with os.scandir(folder) as entries:
        for entry in entries:
            name, is_empty = prefix + entry.name, False
            if entry.is_dir(follow_symlinks=False):
                if f"{name}/" not in kept:
                    _list(entry.path, f"{name}/", kept, found)
            elif name in kept:
                continue
            elif entry.is_file(follow_symlinks=False):
                seen = entry.stat(follow_symlinks=False)
                found.files[name] = (seen.st_size, seen.st_mtime_ns)
            else:
                found.others.append(name)
    if is_empty and prefix:
        found.others.append(prefix)


def copy_files(source: Path, target: Path, kept: Collection[str] = ()) -> None:
    """Copy the regular files below a folder, with their times, but those at its top that are `kept`."""
    target.mkdir(parents=True)
    made = {""}
    for name in list_folder(str(source), kept).files:
        parent = name.rpartition("/")[0]
        with naming(path := f"{target}/{name}"):
            if parent not in made:
                os.makedirs(f"{target}/{parent}", exist_ok=True)  # noqa: PTH103 - ten thousand times
                made.add(parent)
            shutil.copy2(f"{source}/{name}", path)


def clear(folder: str, names: Iterable[str]) -> None:
    """Delete files, links and empty folders, "name/", below a folder, and then the folders that are left empty."""
    emptied = set()
    for name in names:
        path = f"{folder}/{name}"
        with suppress(FileNotFoundError):
            if name.endswith("/"):
                os.rmdir(path)  # noqa: PTH106 - names are text, as below
            else:
                os.unlink(path)  # noqa: PTH108
        emptied.add(name.rstrip("/").rpartition("/")[0])
    for name in sorted(emptied - {""}, reverse=True):
        _clear_upwards(folder, name)


def _clear_upwards(folder: str, name: str) -> None:
    while name:
        try:
            os.rmdir(f"{folder}/{name}")  # noqa: PTH106
        except OSError:  # something is left in it, or another way up has been here
            return
        name = name.rpartition("/")[0]


def lay_file(path: Path, content: bytes) -> None:
    """Write a file that nobody reads yet, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
