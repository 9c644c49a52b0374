"""A file that somebody sent to its bytes, or the problem of what is no file or too large to have been filled in."""

from __future__ import annotations

import stat
from pathlib import Path

from generator.model.problem import Problem
from generator.read.file_problems import not_a_file, sent_file_too_large, unreadable_file
from generator.read.size_limits import LARGEST_SENT


def read_sent_file(path: Path, name: str, most: int = LARGEST_SENT) -> bytes | Problem:
    """The bytes of a regular file that messages call `name`; devices and pipes may never end and are not opened."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return not_a_file(name)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError):
        return unreadable_file(name)
    return data if len(data) <= most else sent_file_too_large(name, most)
