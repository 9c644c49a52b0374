"""What was written to what a power cut leaves: on the disk, not in memory that is to be written some day."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path


def settle(folder: Path) -> None:
    """Return when everything below a folder lies on the disk, its names too; a disk that fails says so here.

    One call for the whole file system where there is one: to wait for ten thousand files one by one takes a minute.
    """
    sync = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if sync is None:
        _settle_each(folder)
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        if sync(opened):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(opened)


def settle_names(folder: Path) -> None:
    """Return when the names in this folder (what was renamed, created, deleted) lie on the disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _settle_each(folder: Path) -> None:
    for place, _, names in os.walk(folder, topdown=False):
        for name in names:
            settle_names(Path(place, name))  # a file is opened and waited for just as a folder is
        settle_names(Path(place))
