"""Files from anywhere to a folder that shall hold exactly these."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from generator.base.folders import State, clear, list_folder
from generator.publish.manifest import replace_file


def mirror_files(target: Path, files: Mapping[str, str], texts: Mapping[str, str]) -> None:
    """Copy files from their paths and write texts where they differ, in the given order; then delete all others.

    A copy keeps its original's time, so size and time tell whether one was copied before.
    """
    target.mkdir(parents=True, exist_ok=True)
    found = list_folder(str(target))
    clear(str(target), found.others)
    for name, path in files.items():
        _bring(path, f"{target}/{name}", found.files.get(name))
    for name, text in texts.items():
        write_changed(target / name, text)
    clear(str(target), (name for name in found.files if name not in files and name not in texts))


def _bring(path: str, target: str, known: State | None) -> None:
    """What only seems to differ, because it was made again, is given the new time and not written again."""
    seen = os.stat(path)  # noqa: PTH116 - ten thousand times
    size, modified = seen.st_size, seen.st_mtime_ns
    if known == (size, modified):
        return
    data = Path(path).read_bytes()
    if known is None or known[0] != size or Path(target).read_bytes() != data:
        replace_file(Path(target), data)
    os.utime(target, ns=(modified, modified))


def write_changed(path: Path, text: str) -> bool:
    """Write a text where the file says something else; tells whether it did."""
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    replace_file(path, text)
    return True
