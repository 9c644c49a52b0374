"""A dataset's folder to the files its rows stand in, and the problems of those that cannot be read."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.model.dataset import Dataset
from generator.model.problem import Problem
from generator.model.signs import is_safe_name
from generator.read.file_problems import (
    file_too_large,
    missing_file,
    unknown_kind,
    unread_file,
    unreadable_file,
    unsafe_name,
)
from generator.read.names_in_messages import shown_path
from generator.read.paths import path_pattern
from generator.read.repository_problems import leads_out
from generator.read.size_limits import LARGEST_DATA, MEGABYTE

_NOT_DATA = re.compile(r"\..*|~\$.*|dataset\.yaml|Thumbs\.db|desktop\.ini", re.IGNORECASE)
_NOTES = re.compile(r".*\.md", re.IGNORECASE)
"""Beside tables, Markdown is notes for those who fill them in."""
_WORKBOOK = re.compile(r".*\.(xlsx?|xlsm|xlsb|et|ods|numbers)", re.IGNORECASE)


class SourceFile(NamedTuple):
    """One file of a dataset: `file` is relative to the root, `columns` come from its path.

    `state` (size, times of the last change of content and of anything, in ns) is the same while the file is.
    """

    file: str
    columns: Mapping[str, str]
    state: tuple[int, int, int]


def find_sources(root: Path, dataset: Dataset) -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """The dataset's files in order of their paths; nested datasets have none of their own."""
    if dataset.directory.nesting or not dataset.path:
        return (), ()
    pattern, folder = path_pattern(dataset.path), dataset.records_folder
    if (dataset.directory.source or dataset.is_national) and not (root / folder).exists():
        return (), ()
    found: list[SourceFile | Problem] = []
    unread: list[str] = []
    for item in _walk(root, folder, pattern.depth):
        if isinstance(item, Problem):
            found.append(item)
        elif (columns := pattern.match(item.file.removeprefix(f"{folder}/"))) is not None:
            found.append(_measure(item, columns))
        elif not _stands_aside(dataset, item.file):
            unread.append(item.file)
    sources = sorted((item for item in found if isinstance(item, SourceFile)), key=lambda source: source.file)
    problems = [item for item in found if isinstance(item, Problem)]
    problems += _find_unread(dataset, sorted(unread))
    if pattern.is_one_file and not sources and not problems and not dataset.is_national:
        problems.append(missing_file(dataset))
    return tuple(sources), tuple(problems)


def _stands_aside(dataset: Dataset, file: str) -> bool:
    """Articles have their pictures and documents beside them, tables have notes."""
    return bool(_NOTES.fullmatch(file)) != (dataset.directory.body is not None)


class _Entry(NamedTuple):
    file: str
    entry: os.DirEntry[str]


def _walk(root: Path, folder: str, depth: int) -> Iterator[_Entry | Problem]:
    """All that may be data, and the folders below the deepest level that the path knows; never through links."""
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except OSError:
        yield unreadable_file(shown_path(folder))
        return
    for entry in entries:
        file = f"{folder}/{entry.name}"
        is_folder = entry.is_dir(follow_symlinks=False)
        if _NOT_DATA.fullmatch(entry.name) or (is_folder and Path(entry.path, "dataset.yaml").exists()):
            continue
        if not is_safe_name(entry.name):
            yield unsafe_name(file)
        elif entry.is_symlink() and not leads_inside(root, Path(entry.path)):
            yield leads_out(file)
        elif is_folder and depth:
            yield from _walk(root, file, depth - 1)
        else:
            yield _Entry(file, entry)


def _measure(item: _Entry, columns: Mapping[str, str]) -> SourceFile | Problem:
    """Size and time of a file; what is not a file or is too large is a problem."""
    try:
        status = item.entry.stat()
    except OSError:
        return unreadable_file(item.file)
    fault = find_file_fault(item.file, status)
    return fault or SourceFile(item.file, columns, (status.st_size, status.st_mtime_ns, status.st_ctime_ns))


def find_file_fault(file: str, status: os.stat_result) -> Problem | None:
    """What keeps us from opening it: a pipe or a folder would never end, a huge file is a mistake."""
    if not stat.S_ISREG(status.st_mode):
        return unreadable_file(file)
    largest = LARGEST_DATA.get(os.path.splitext(file)[1].lower(), MEGABYTE)  # noqa: PTH122 - ten thousand times
    return file_too_large(file, status.st_size, largest) if status.st_size > largest else None


def leads_inside(root: Path, link: Path) -> bool:
    """Whether a link ends at a file of the project's own data."""
    try:
        target = link.resolve()
        return target.is_file() and target.is_relative_to((root / "data").resolve())
    except (OSError, RuntimeError):
        return False


def _find_unread(dataset: Dataset, files: list[str]) -> Iterator[Problem]:
    workbooks = [file for file in files if _WORKBOOK.fullmatch(file)]
    yield from map(unknown_kind, workbooks)
    if others := [file for file in files if file not in workbooks]:
        yield unread_file(dataset, others)
