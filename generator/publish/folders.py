"""Folders of ten thousand files, listed and cleared on every build; as plain paths, for `Path` takes thrice as long."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator

State = tuple[int, int]
"""Size and time of the last change, in ns: a copy keeps both."""


def file_state(path: str) -> State | None:
    """The state of a regular file; nothing for links, folders and what is not there."""
    try:
        seen = os.lstat(path)
    except OSError:
        return None
    return (seen.st_size, seen.st_mtime_ns) if stat.S_ISREG(seen.st_mode) else None


def list_files(folder: str, prefix: str = "") -> Iterator[tuple[str, State]]:
    """Every regular file below a folder, by its path from there; links are not followed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from list_files(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                seen = entry.stat(follow_symlinks=False)
                yield prefix + entry.name, (seen.st_size, seen.st_mtime_ns)


def sweep(folder: str, wanted: Collection[str], kept: Collection[str] = (), prefix: str = "") -> bool:
    """Delete what is not wanted, strangers and symbolic links too; true when the folder is left empty.

    `kept` are whole folders, "name/", and hidden files at the top, that belong to somebody else.
    """
    empty = True
    with os.scandir(folder) as entries:
        for entry in entries:
            name = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if f"{name}/" not in kept and sweep(entry.path, wanted, kept, f"{name}/"):
                    os.rmdir(entry.path)  # noqa: PTH106 - scandir gives text paths
                    continue
            elif (name not in wanted and name not in kept) or entry.is_symlink():
                os.unlink(entry.path)  # noqa: PTH108 - likewise
                continue
            empty = False
    return empty
