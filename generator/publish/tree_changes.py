"""A revision and the files as they lie there to every path that differs, with both contents."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.git import ask_git
from generator.publish.history import read_blobs

_NONE = "0" * 6
_LINK, _MODULE = "120000", "160000"
_MADE = frozenset({".git", ".mingshan", ".venv", "node_modules", "__pycache__", "site"})
MOST_READ = 2_000
"""Files whose contents are compared; of more nobody reads sentences, they are named one by one."""
_LARGEST = 30 * 1024 * 1024


class TreeChange(NamedTuple):
    """One path from the top of the repository; contents are None where there is none or it is no plain file."""

    path: str
    old_mode: str
    new_mode: str
    before: bytes | None
    after: bytes | None

    @property
    def is_plain(self) -> bool:
        """Whether both ends are plain files or nothing, of the same permissions."""
        plain = {_NONE, "100644", "100755"}
        return {self.old_mode, self.new_mode} <= plain and (
            _NONE in (self.old_mode, self.new_mode) or self.old_mode == self.new_mode
        )

    @property
    def is_new(self) -> bool:
        """Nothing was there."""
        return self.old_mode == _NONE

    @property
    def is_gone(self) -> bool:
        """Nothing is there any more."""
        return self.new_mode == _NONE


class TreeChanges(NamedTuple):
    """All paths, sorted; `prefix` leads from the top of the repository to the root, `undone` only history knows.

    `is_dirty`: something lies here that no commit holds.
    """

    prefix: str
    changes: tuple[TreeChange, ...]
    undone: tuple[str, ...]
    is_dirty: bool


def read_tree_changes(root: Path, fork: str, newest: str) -> TreeChanges:
    """The whole difference, wherever in the repository: what is not looked for cannot be told."""
    prefix = ask_git(root, "rev-parse", "--show-prefix").rstrip("\n")
    top = Path(ask_git(root, "rev-parse", "--show-toplevel").rstrip("\n") or root)
    words = ("diff", "--raw", "--no-abbrev", "--no-renames", "--ignore-submodules=none", "-z", "--end-of-options")
    found = {path: about for about, path in _pairs(ask_git(top, *words, fork, "--"))}
    listed = ask_git(top, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    new = [name.rstrip("/") for name in listed if name and not _is_made(name.removeprefix(prefix))]
    paths = sorted({*found, *new})
    old = {path: found[path].split()[2] for path in paths[:MOST_READ] if path in found}
    blobs = read_blobs(top, [name for name in old.values() if set(name) != {"0"}])
    changes = tuple(
        TreeChange(
            path,
            found[path].lstrip(":").split()[0] if path in found else _NONE,
            _mode_of(found.get(path, ""), top / path),
            blobs.get(old.get(path, "")),
            _content(top / path) if path in paths[:MOST_READ] else None,
        )
        for path in paths
    )
    undone = sorted(name.encode("utf-8", "replace").decode() for name in {*_touched(top, fork, newest)} - {*paths})
    is_dirty = bool(new or ask_git(top, "diff", "--name-only", "HEAD", "--"))
    return TreeChanges(prefix, changes, tuple(undone), is_dirty)


def _pairs(listed: str) -> Iterator[Sequence[str]]:
    words = listed.split("\0")
    yield from zip(words[::2], words[1::2], strict=False)


def _is_made(name: str) -> bool:
    return name.partition("/")[0] in _MADE


def _mode_of(about: str, path: Path) -> str:
    """What git says, but for a link that it does not know yet."""
    if about:
        return about.split()[1]
    try:
        mode = path.lstat().st_mode
    except OSError:
        return _NONE
    return _LINK if stat.S_ISLNK(mode) else "100644" if stat.S_ISREG(mode) else _MODULE


def _content(path: Path) -> bytes | None:
    try:
        seen = path.lstat()
        if stat.S_ISLNK(seen.st_mode):
            return os.fsencode(path.readlink())
        return path.read_bytes() if stat.S_ISREG(seen.st_mode) and seen.st_size <= _LARGEST else None
    except OSError:
        return None


def _touched(top: Path, fork: str, newest: str) -> Iterator[str]:
    """Every path that some commit on the way changed, merges too: what is taken back stays in the history."""
    words = ("log", "-m", "--name-only", "--no-renames", "-z", "--format=%x01", f"{fork}..{newest}")
    for entry in ask_git(top, *words).split("\x01")[1:]:
        yield from (name.removeprefix("\n") for name in entry.split("\0") if name.strip("\n"))
