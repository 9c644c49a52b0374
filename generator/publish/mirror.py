"""Files from anywhere to a folder that shall hold exactly these."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.publish.folders import file_state, sweep
from generator.publish.manifest import replace_file


def mirror_files(target: Path, files: Mapping[str, Path | str]) -> None:
    """Copy the files, or write their text, in the given order where they differ; then delete all others."""
    for name, origin in files.items():
        if isinstance(origin, Path):
            _copy_changed(str(origin), f"{target}/{name}")
        else:
            write_changed(target / name, origin)
    sweep(str(target), files.keys())


def _copy_changed(source: str, target: str) -> None:
    """A copy keeps its original's time, so size and time tell whether one was copied before."""
    if file_state(source) != file_state(target):
        fresh = Path(f"{target}.new")
        fresh.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, fresh)
        fresh.replace(target)


def write_changed(path: Path, text: str) -> bool:
    """Write a text where the file says something else; tells whether it did."""
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    replace_file(path, text)
    return True
