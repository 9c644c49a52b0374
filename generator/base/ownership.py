"""The cache's folder to one that nobody but us wrote into: what a change or a stranger's copy brings is not read.

Besides sealed values it holds what programs drew (frames, the index, its script), which goes into the site as it is.
"""

from __future__ import annotations

import fcntl
import secrets
import shutil
import time
from pathlib import Path
from typing import IO

from generator.base.cache import owner_mark

BUILD_LOCK = "lock"
_MARK = "owner"
_TRIES, _WAIT = 10, 0.02


def own_folder(folder: Path) -> Path | None:
    """The folder, emptied unless it bears our mark; None while somebody with another key is building in it.

    Where it cannot be emptied, it is one below it that nobody knew of.
    """
    if _is_ours(folder):
        return folder
    try:
        if folder.is_symlink():
            return unknown_folder(folder)
        folder.mkdir(exist_ok=True)
        with (folder / BUILD_LOCK).open("a") as lock:
            if not _is_free(lock, folder):
                return None
            if not _is_ours(folder):
                _empty(folder)
                (folder / _MARK).write_text(owner_mark(), "ascii")
    except OSError:
        return unknown_folder(folder) if folder.is_dir() else folder
    return folder


def _is_free(lock: IO[str], folder: Path) -> bool:
    """Whether nobody builds there; whoever only marks the folder as ours is waited for."""
    for _ in range(_TRIES):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if _is_ours(folder):
                return True
            time.sleep(_WAIT)
        else:
            return True
    return False


def _empty(folder: Path) -> None:
    for each in folder.iterdir():
        if each.is_dir() and not each.is_symlink():
            shutil.rmtree(each)
        elif each.name != BUILD_LOCK:
            each.unlink(missing_ok=True)


def unknown_folder(folder: Path) -> Path:
    """A folder below this one, in which nothing can lie."""
    return folder / secrets.token_hex(16)


def _is_ours(folder: Path) -> bool:
    try:
        return (folder / _MARK).read_bytes() == owner_mark().encode()
    except OSError:
        return False
