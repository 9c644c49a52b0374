"""A failure of the disk to one that says which file it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike, fspath


@contextmanager
def naming(path: str | PathLike[str]) -> Iterator[None]:
    """A disk that is full says so when something is written, and then it names no file."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = fspath(path)
        raise
