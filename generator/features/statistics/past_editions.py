"""The ledger and git become everything that was public before, or a problem for each edition that nobody can see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.exchange.workbook_grids import SUFFIXES
from generator.features.statistics.ledger import (
    ROLE,
    EditionKind,
    KnownCells,
    LedgerEntry,
    digest_of,
    digests_ever,
    digests_of,
    find_unexplained,
    find_unlisted,
    known_already,
    read_ledger,
    recall,
)
from generator.features.statistics.ledger_problems import (
    edition_lost,
    edition_only_seen,
    edition_unexplained,
    edition_unlisted,
    edition_without_table,
    editions_erased,
    history_partial,
    kept_unlisted,
    old_edition_unlisted,
)
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.publish.history import is_whole, read_blob_names, read_blobs, read_versions

KEPT_EDITIONS = "kept_editions"
"""Beside the ledger: the bytes of editions that no file holds any more, each under its digest."""
Contents = Mapping[str, bytes]
"""Files as they lie on disk, or lay in an old commit, by path."""


@dataclass(frozen=True, slots=True)
class PastEditions:
    """Every earlier release, what cannot be undone, and what could not be seen."""

    releases: tuple[Contents, ...]
    problems: tuple[Problem, ...] = ()
    known: KnownCells = field(default_factory=dict)


def find_past(
    root: Path, catalogue: Catalogue, folders: Mapping[str, str], contents: Contents, history: int
) -> PastEditions:
    """What was public before `contents`; `folders` are those of the tables, by name.

    Of a ledger everything is looked at, without one the last states (`history`) in git; with 0 neither.
    """
    entries = read_ledger(catalogue)
    if entries is None:
        old = old_contents(root, tuple(folders.values()), history)
        whole = is_whole(root) and len(old) < max(history, 1)
        return PastEditions(tuple(old), () if whole else tuple(map(history_partial, sorted(contents)[:1])))
    kept = kept_folder(catalogue)
    known = {digest: data for data in contents.values() for digest in digests_of(data)}

    def bytes_of(digest: str) -> bytes | None:
        return known.get(digest) or _read_kept(root / kept, digest)

    recalled = recall(entries, folders, bytes_of)
    home = _ledger_folder(catalogue)
    problems = (
        *(edition_unlisted(path) for path in find_unlisted(entries, folders, contents)),
        *(edition_lost(home, each.name) for each in recalled.lost),
        *(edition_without_table(home, each.name, each.table) for each in recalled.homeless),
        *(edition_unexplained(home, each.name) for each in find_unexplained(entries)),
        *_find_old_unlisted(root, home, entries, folders),
        *(kept_unlisted(path) for path in _kept_without_line(root, kept, digests_ever(catalogue))),
        *_find_erased(home, entries),
    )
    return PastEditions(recalled.releases if history else (), problems, known_already(entries))


def kept_folder(catalogue: Catalogue) -> str:
    """Where bytes of earlier editions lie."""
    return (PurePosixPath(_ledger_folder(catalogue)).parent / KEPT_EDITIONS).as_posix()


def _ledger_folder(catalogue: Catalogue) -> str:
    dataset = catalogue.dataset_with(ROLE)
    return dataset.records_folder if dataset else ""


def _read_kept(folder: Path, digest: str) -> bytes | None:
    """Believed only where its digest is the one it is kept under."""
    for suffix in (".csv", *sorted(SUFFIXES)) if digest else ():
        file = folder / f"{digest}{suffix}"
        if file.is_file() and digest in digests_of(data := file.read_bytes()):
            return data
    return None


def _find_erased(home: str, entries: Iterable[LedgerEntry]) -> Iterator[Problem]:
    if count := sum(each.kind is EditionKind.ERASED for each in entries):
        yield editions_erased(home, count)


def _kept_without_line(root: Path, kept: str, listed: Collection[str]) -> Iterator[str]:
    """Kept bytes that are what their name says, and of which no line speaks."""
    for file in sorted((root / kept).glob("*")):
        if is_sheet(file.name) and file.stem not in listed and file.stem in digests_of(file.read_bytes()):
            yield f"{kept}/{file.name}"


def _find_old_unlisted(
    root: Path, home: str, entries: Iterable[LedgerEntry], folders: Mapping[str, str]
) -> Iterator[Problem]:
    seen = {each.digest: each.name for each in entries if each.kind is EditionKind.SEEN}
    counts: Counter[str] = Counter()
    for path, data in old_unlisted(root, entries, folders):
        if (digest := digest_of(data)) in seen:
            yield edition_only_seen(home, seen[digest])
        else:
            counts[path] += 1
    yield from (old_edition_unlisted(path, count) for path, count in sorted(counts.items()))


def old_unlisted(root: Path, entries: Iterable[LedgerEntry], folders: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """What git remembers of the tables, and no entry says that it was published."""
    listed = {each.digest for each in entries if each.kind is EditionKind.PUBLISHED}
    names = {name: path for name, path in read_blob_names(root, tuple(folders.values())).items() if is_sheet(path)}
    for name, data in read_blobs(root, names).items():
        if digest_of(data) not in listed:
            yield names[name], data


def old_contents(root: Path, paths: Sequence[str], most: int) -> list[Contents]:
    """The last states of some files that git remembers, oldest first."""
    versions = read_versions(root, paths, most)
    blobs = read_blobs(root, (name for version in versions for name in version.blobs.values()))
    return [
        {path: blobs[name] for path, name in version.blobs.items() if name in blobs and is_sheet(path)}
        for version in versions
    ]


def is_sheet(path: str) -> bool:
    """Whether a file may hold a table."""
    return PurePosixPath(path).suffix.lower() in (".csv", *SUFFIXES)
