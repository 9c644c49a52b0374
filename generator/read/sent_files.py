"""A file that somebody sent to its bytes, or the problem of what is no file or too large to have been filled in."""

from __future__ import annotations

import stat
from pathlib import Path

from generator.model.problem import Location, Problem
from generator.model.problems import UNREADABLE_FILE
from generator.read.problems import FILE_TOO_LARGE
from generator.read.text import unreadable

_MEGABYTE = 1024 * 1024
_LARGEST = 50 * _MEGABYTE
LARGEST_TABLE = 20 * _MEGABYTE
"""A table that somebody sent to be taken over; what the bureau holds itself may be larger."""


def read_sent_file(path: Path, name: str, most: int = _LARGEST) -> bytes | Problem:
    """The bytes of a regular file that messages call `name`; devices and pipes may never end and are not opened."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return _no_file(name)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError):
        return unreadable(name)
    return data if len(data) <= most else _too_large(name, most)


def _no_file(name: str) -> Problem:
    """A device or a pipe where a file is wanted."""
    return Problem(
        UNREADABLE_FILE,
        Location(name),
        "这不是普通的文件（是设备、管道或文件夹），没有读取。",
        "写电脑上保存好的文件的位置。",
    )


def _too_large(name: str, most: int) -> Problem:
    """A file this large is not a table that people filled in."""
    return Problem(
        FILE_TOO_LARGE,
        Location(name),
        f"文件超过 {most // _MEGABYTE} MB，没有读取。",
        "检查是不是选错了文件；表里有图片的，请删去图片再存一份。",
    )
