"""A folder as it is now, to which tests that change it go back: quicker than to build what is in it again."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NamedTuple


class _Kept(NamedTuple):
    """What a path was: bytes, a link's target, or nothing of its own (a folder)."""

    content: bytes | str | None
    mode: int
    time: int


class Kept:
    """Every file, link and folder below a folder, with its bytes and times.

    What is still the same stays untouched, so that whatever tells files by inode and time knows them again.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known = {path: _look(path) for path in _below(root)}

    def restore(self) -> None:
        """Take away what was added, and put back what was changed or deleted."""
        for path in reversed(_below(self._root)):
            known = self._known.get(path)
            if known is None or _kind(path) is not type(known.content):
                shutil.rmtree(path) if _kind(path) is type(None) else path.unlink()
        for path, known in self._known.items():
            if not os.path.lexists(path) or _look(path) != known:
                _put_back(path, known)


def _below(root: Path) -> list[Path]:
    """Folders before what is in them."""
    return sorted(root.rglob("*"))


def _kind(path: Path) -> type:
    return str if path.is_symlink() else type(None) if path.is_dir() else bytes


def _look(path: Path) -> _Kept:
    kind, state = _kind(path), path.lstat()
    if kind is str:
        return _Kept(str(path.readlink()), 0, 0)
    content = None if kind is type(None) else path.read_bytes()
    return _Kept(content, state.st_mode, 0 if content is None else state.st_mtime_ns)


def _put_back(path: Path, known: _Kept) -> None:
    if isinstance(known.content, str):
        path.unlink(missing_ok=True)
        path.symlink_to(known.content)
        return
    if known.content is None:
        path.mkdir(exist_ok=True)
    else:
        path.write_bytes(known.content)
        os.utime(path, ns=(known.time, known.time))
    path.chmod(known.mode)
