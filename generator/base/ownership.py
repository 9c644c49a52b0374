"""The cache's folder to one that nobody but us wrote into: what a change or a stranger's copy brings is not read.

Besides sealed values it holds what programs drew (frames, the index, its script), which goes into the site as it is.
"""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path

from generator.base.cache import owner_mark

BUILD_LOCK = "lock"
_MARK = "owner"


def own_folder(folder: Path) -> Path:
    """The folder, emptied unless it bears our mark; where it cannot be emptied, one below it that nobody knew of."""
    if _is_ours(folder):
        return folder
    try:
        if folder.is_symlink():
            return unknown_folder(folder)
        folder.mkdir(exist_ok=True)
        for each in folder.iterdir():
            if each.is_dir() and not each.is_symlink():
                shutil.rmtree(each)
            elif each.name != BUILD_LOCK:
                each.unlink(missing_ok=True)
        (folder / _MARK).write_text(owner_mark(), "ascii")
    except OSError:
        return unknown_folder(folder) if folder.is_dir() else folder
    return folder


def unknown_folder(folder: Path) -> Path:
    """A folder below this one, in which nothing can lie."""
    return folder / secrets.token_hex(16)


def _is_ours(folder: Path) -> bool:
    try:
        return (folder / _MARK).read_bytes() == owner_mark().encode()
    except OSError:
        return False
