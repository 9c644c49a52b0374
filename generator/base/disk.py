"""A failure of the disk to one that says which file it was."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike, fspath

REFUSALS = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EFBIG: "文件超出了系统允许的大小",
    errno.EIO: "磁盘出错",
}
"""What a disk says that takes no more, whoever asks, and the words for it."""
_SAID = re.compile(r"\[Errno (\d+)\]|\(os error (\d+)\)")
_QUOTED = re.compile(r"[\"']([^\"']+)[\"']")


@contextmanager
def naming(path: str | PathLike[str]) -> Iterator[None]:
    """A disk that is full says so when something is written, and then it names no file."""
    try:
        yield
    except OSError as error:
        if error.filename is None or error.filename2 is not None:  # who copies is told of the file that is read first
            error.filename = fspath(path)
            error.filename2 = None
        raise


def refuse_unwritten(said: str, folder: str | PathLike[str]) -> None:
    """Raise what another program says the disk told it; it worked in `folder`, and names its file or does not."""
    for line in said.splitlines():
        if (found := _SAID.search(line)) and (number := int(found[1] or found[2])) in REFUSALS:
            named = _QUOTED.findall(line[found.end() :])
            file = os.path.join(folder, named[-1]) if named else fspath(folder)  # noqa: PTH118 - either may be text
            raise OSError(number, os.strerror(number), file)
