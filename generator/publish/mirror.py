"""Files from anywhere to a folder that shall hold exactly these."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.publish.manifest import replace_file


def mirror_files(target: Path, files: Mapping[str, Path | str]) -> None:
    """Copy the files, or write their text, in the given order where they differ; then delete all others."""
    for name, origin in files.items():
        if isinstance(origin, Path):
            _copy_changed(origin, target / name)
        else:
            write_changed(target / name, origin)
    _sweep(target, files.keys())


def _copy_changed(source: Path, target: Path) -> None:
    if _state(source) != _state(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_name(f"{target.name}.new")
        shutil.copy2(source, fresh)
        fresh.replace(target)


def _state(path: Path) -> tuple[int, int] | None:
    """A copy keeps its original's time, so size and time tell whether one was copied before."""
    if not path.is_file() or path.is_symlink():
        return None
    state = path.stat()
    return state.st_size, state.st_mtime_ns


def write_changed(path: Path, text: str) -> bool:
    """Write a text where the file says something else; tells whether it did."""
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    replace_file(path, text)
    return True


def _sweep(folder: Path, wanted: Iterable[str]) -> None:
    kept = frozenset(wanted)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in kept:
            path.unlink()
