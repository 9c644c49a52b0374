"""Many files of records to the jobs of other machines, which check copies of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.base.folders import lay_file
from generator.base.parallel import runs
from generator.base.workers import Workers
from generator.read.sources import SourceFile

_FILES_A_JOB = 100
"""A second or two."""

CheckCopies = Callable[[Path, Sequence[SourceFile]], bytes]
"""Checks files below a folder; an importable function of plain values, or one with some of them given."""


class FarFiles(NamedTuple):
    """Files for another machine to check: how, which, and the bytes of these and of what lies beside them, by path."""

    check: CheckCopies
    sources: Sequence[SourceFile]
    contents: Mapping[str, bytes]


def check_elsewhere(
    check: CheckCopies,
    files: tuple[Path, Sequence[SourceFile], tuple[str, ...]],
    workers: Workers,
    describe: Callable[[Sequence[SourceFile]], str],
) -> list[bytes]:
    """What other machines give, in the order of the files.

    `files` are the folder, what is to be checked below it, and what else whoever checks looks into. The bytes of a job
    are read when somebody is free for it.
    """
    root, sources, beside = files
    declared = dict(_contents(root, beside))
    parts = (sources[run] for run in runs(len(sources), -(-len(sources) // _FILES_A_JOB)))
    jobs = (
        FarFiles(check, part, {**declared, **dict(_contents(root, (each.file for each in part)))}) for part in parts
    )
    done = dict(workers.run(check_there, jobs, lambda job: describe(job.sources)))
    return [done[place] for place in sorted(done)]


def check_there(job: FarFiles) -> bytes:
    """Runs on another machine, on copies: where a problem stands in a file is looked up in them."""
    with TemporaryDirectory(prefix="mingshan-checking-") as folder:
        for name, content in job.contents.items():
            lay_file(Path(folder, name), content)
        return job.check(Path(folder), job.sources)


def _contents(root: Path, files: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    for file in files:
        with suppress(OSError):  # whoever checks finds that it cannot be read
            yield file, (root / file).read_bytes()
