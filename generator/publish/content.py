"""The folder of prose to the files MkDocs may see and the addresses their pages will have."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from generator.model.problem import Problem
from generator.model.signs import is_safe_name
from generator.publish.content_problems import (
    content_link,
    content_place,
    content_type,
    content_unreadable,
    unsafe_content_name,
)

CONTENT_FOLDER = "content"
_PAGE = ".md"
ATTACHMENTS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".pdf", ".csv", ".xlsx", ".docx", ".zip", ".txt")
"""No `.html`, `.js` or `.svg`: they could run scripts from our own address, past the Content-Security-Policy."""
_SEARCH_INDEX = "pagefind/"
INDEXES = ("index", "README")
"""MkDocs shows these at the folder's own address."""


@dataclass(frozen=True, slots=True)
class Content:
    """One file that people wrote, relative to `content/`; `address` is None for attachments."""

    file: str
    address: str | None

    @property
    def place(self) -> str:
        """Where it stands on the site, attachments too."""
        return self.file if self.address is None else self.address

    @property
    def source(self) -> str:
        """The file, relative to the project's root."""
        return f"{CONTENT_FOLDER}/{self.file}"


def find_content(root: Path, records: tuple[str, ...] = ()) -> tuple[tuple[Content, ...], tuple[Problem, ...]]:
    """Every file of `content/` that may be published, sorted; links and types that may carry scripts are problems.

    `records` are folders (relative to the root) whose articles are records of a dataset, which MkDocs never sees.
    """
    if (root / CONTENT_FOLDER).is_symlink():
        return (), (content_link(CONTENT_FOLDER),)
    files = sorted(
        file for file in _files(root / CONTENT_FOLDER) if not f"{CONTENT_FOLDER}/{file}".startswith(_below(records))
    )
    refused = {f"{CONTENT_FOLDER}/{file}": problem for file in files for problem in _check_file(root, file)}
    content = tuple(Content(file, _address(file)) for file in files)
    return tuple(each for each in content if each.source not in refused), tuple(refused.values())


def _below(folders: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{folder}/" for folder in folders)


def _files(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        linked = [each for each in folders if Path(place, each).is_symlink()]
        folders[:] = [each for each in folders if not each.startswith(".") and each not in linked]
        for name in (*names, *linked):
            if not name.startswith("."):
                yield Path(place, name).relative_to(folder).as_posix()


def _check_file(root: Path, file: str) -> Iterator[Problem]:
    path, place = root / CONTENT_FOLDER / file, f"{CONTENT_FOLDER}/{file}"
    if not all(map(is_safe_name, file.split("/"))):
        yield unsafe_content_name(place.encode("utf-8", "replace").decode())
    elif path.is_symlink():
        yield content_link(place)
    elif not _opens(path):
        yield content_unreadable(place)
    elif file.startswith(_SEARCH_INDEX):
        yield content_place(place, _SEARCH_INDEX)
    elif path.suffix.lower() not in (_PAGE, *ATTACHMENTS):
        yield content_type(place, (_PAGE, *ATTACHMENTS))


def _opens(path: Path) -> bool:
    """Whether this is a file at all (a pipe would never end) that we may read."""
    try:
        with path.open("rb") if path.is_file() else nullcontext():
            return path.is_file()
    except OSError:
        return False


def _address(file: str) -> str | None:
    stem, dot, ending = file.rpartition(".")
    if dot + ending != _PAGE:
        return None
    folder, slash, name = stem.rpartition("/")
    return f"{folder}{slash}" if name in INDEXES else f"{stem}/"
