"""A file, a folder or a zip that somebody sent to the files in it, within limits of number and size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.base.zip_faults import ZipError
from generator.model.problem import Problem
from generator.read.packages import Unsafe, read_archive
from generator.read.sent_files import read_sent_file
from generator.read.size_limits import LARGEST_UNPACKED

MOST_FILES = 5_000


class BundleError(Exception):
    """Nothing of it is read; the text says why, in plain Chinese."""


def read_bundle(source: Path, kinds: Iterable[str]) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """The files of these kinds (`.json`) by their path in the folder or zip; links that lead out are not followed."""
    endings = frozenset(kinds)
    if source.is_dir():
        return _read_folder(source, endings)
    data = read_sent_file(source, source.name)
    if isinstance(data, Problem):
        return {}, (data,)
    if source.suffix.lower() != ".zip":
        return {source.name: data}, ()
    return _unpacked(data, endings), ()


def _read_folder(folder: Path, endings: frozenset[str]) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    inside = folder.resolve()
    files = [
        file
        for file in sorted(folder.rglob("*"))
        if file.suffix.lower() in endings and file.is_file() and file.resolve().is_relative_to(inside)
    ]
    if len(files) > MOST_FILES or sum(file.stat().st_size for file in files) > LARGEST_UNPACKED:
        raise BundleError("文件夹里的文件太多或者太大")
    names = {file.relative_to(folder).as_posix(): file for file in files}
    read = {name: read_sent_file(file, name) for name, file in names.items()}
    problems = tuple(each for each in read.values() if isinstance(each, Problem))
    return {name: each for name, each in read.items() if isinstance(each, bytes)}, problems


def _unpacked(data: bytes, endings: frozenset[str]) -> Mapping[str, bytes]:
    found: dict[str, bytes] = {}
    try:
        for member in read_archive(data):
            if isinstance(member, Unsafe):
                raise BundleError(member.why)
            if Path(member.name).suffix.lower() in endings:
                found[member.name] = member.data
    except ZipError as error:
        raise BundleError("压缩包打不开：已损坏、有密码，或者解开以后太大") from error
    return found
