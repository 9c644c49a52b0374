"""A project's data folder to checked records, reading again only the files whose content changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from hashlib import blake2b
from itertools import chain, pairwise
from pathlib import Path
from time import time_ns
from typing import NamedTuple

from generator.base.cache import Cache, pack
from generator.base.cores import count_cores
from generator.base.house import engine_root
from generator.base.parallel import begin_beside, map_in_processes, runs
from generator.base.shelf import Shelf, unpack_results
from generator.base.workers import Workers
from generator.build.checking_elsewhere import check_elsewhere
from generator.check.duplicates_and_counts import check_dataset, find_unexpected_size, without_repeats
from generator.check.national_changes import find_changes
from generator.model.dataset import Dataset
from generator.model.problem import Problem
from generator.model.record import Record
from generator.model.rule import Severity
from generator.model.suspect import Suspect
from generator.model.table import Locate, RawTable
from generator.read.declarations import FILE_NAME
from generator.read.file_problems import former_copies_here
from generator.read.former_copies import file_digest, without_copies
from generator.read.positions import locator
from generator.read.sources import SourceFile, find_sources
from generator.read.tables import bounded, read_tables

_FILES_WORTH_A_PROCESS = 200
_FILES_A_PROCESS, _BYTES_A_PROCESS = 1_000, 2_000_000
"""What is read and checked in one go: typed values take twenty times as much memory as a file."""
ROWS_WORTH_A_PROCESS = 5_000
SETTLING = 2_000_000_000
"""Nanoseconds after which a change of a file surely shows in its times."""

Checked = tuple[tuple[Record, ...], tuple[Problem, ...], tuple[Suspect, ...]]


@dataclass(frozen=True, slots=True)
class Loaded:
    """All checked records by dataset, and the faults found on the way."""

    records: Mapping[str, tuple[Record, ...]]
    problems: tuple[Problem, ...]
    failed: Mapping[str, frozenset[str]]
    """Keys of records that exist but have errors of their own."""
    unnamed: frozenset[str]
    """Datasets some of whose records are missing or failed and could not even be named."""
    suspects: tuple[Suspect, ...] = ()
    """Places that seem to expose somebody."""
    files: frozenset[str] = frozenset()
    """Every file that was read, whether or not it gave a record."""

    def excuses(self, dataset: str, key: str) -> bool:
        """Whether a reference to nothing may be meant for a record that failed its own checks."""
        return dataset in self.unnamed or key in self.failed.get(dataset, ())


class _Seen(NamedTuple):
    """How to tell that a file is still the same: quickly by its state, surely by the digest of its content."""

    state: tuple[int, int, int] | None
    digest: str


class _FileResult(NamedTuple):
    """What a file of this digest gave."""

    digest: str
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    suspects: tuple[Suspect, ...]


@dataclass(frozen=True, slots=True)
class _Family:
    """A dataset whose files are read together with the rows nested in them."""

    root: Path
    dataset: Dataset
    children: tuple[Dataset, ...]
    is_national: bool = False

    @property
    def name(self) -> str:
        """What its results are kept under."""
        return f"national/{self.dataset.name}" if self.is_national else self.dataset.name

    @property
    def members(self) -> tuple[Dataset, ...]:
        return (self.dataset, *self.children)

    @property
    def digest(self) -> str:
        return _digest("\n".join(each.digest for each in self.members).encode())


def load_records(root: Path, datasets: tuple[Dataset, ...], cache: Cache, workers: Workers | None = None) -> Loaded:
    """Read and check every dataset; `cache` answers for files whose content it has seen, `workers` for many others."""
    families = tuple(_families(root, datasets))
    begun = [_begin(family, cache, workers) for family in families]
    parts = [finish() for finish in begun]
    records = _merge(parts)
    locate = locator(root)
    problems = [problem for part in parts for problem in part.problems]
    problems += _changes(families, parts, locate)
    unnamed = frozenset(chain.from_iterable(part.unnamed for part in parts))
    failed: dict[str, frozenset[str]] = {}
    for part in parts:
        failed |= {name: failed.get(name, frozenset()) | keys for name, keys in part.failed.items()}
    cut_off: set[str] = set()
    for dataset in datasets:
        found = records.get(dataset.name, ())
        problems.extend(check_dataset(dataset, found, locate))
        if dataset.name not in unnamed and not failed.get(dataset.name):
            unexpected = tuple(find_unexpected_size(dataset, len(found), locate))
            problems.extend(unexpected)
            cut_off |= {dataset.name} if unexpected else set()
    unique = {name: without_repeats(found) for name, found in records.items()}
    suspects = tuple(chain.from_iterable(part.suspects for part in parts))
    files = frozenset(chain.from_iterable(part.files for part in parts))
    return Loaded(unique, tuple(problems), _with_repeats(failed, records, unique), unnamed | cut_off, suspects, files)


def _changes(families: Sequence[_Family], parts: Sequence[Loaded], locate: Locate) -> Iterator[Problem]:
    """What an instance's own records change of the national ones, whose family comes just before theirs."""
    for (family, national), (_, own) in pairwise(zip(families, parts, strict=True)):
        if family.is_national:
            name = family.dataset.name
            yield from find_changes(family.dataset, national.records[name], own.records[name], locate)


def _merge(parts: Iterable[Loaded]) -> Mapping[str, tuple[Record, ...]]:
    """The records of all files; an instance's own, which come after national ones, stand in place of those."""
    merged: dict[str, tuple[Record, ...]] = {}
    for part in parts:
        for name, found in part.records.items():
            own = {each.key for each in found} if name in merged else ()
            merged[name] = (*(each for each in merged.get(name, ()) if each.key not in own), *found)
    return merged


def _with_repeats(
    failed: Mapping[str, frozenset[str]],
    records: Mapping[str, tuple[Record, ...]],
    unique: Mapping[str, tuple[Record, ...]],
) -> Mapping[str, frozenset[str]]:
    """Records left out because another has their key count as failed."""
    return {
        name: failed[name] | frozenset(each.key for each in found) if len(found) > len(unique[name]) else failed[name]
        for name, found in records.items()
    }


def _families(root: Path, datasets: tuple[Dataset, ...]) -> Iterator[_Family]:
    house = engine_root()
    for dataset in datasets:
        if dataset.directory.nesting is None:
            nested = (each for each in datasets if each.directory.nesting)
            children = tuple(each for each in nested if each.directory.nesting.dataset == dataset.name)  # type: ignore[union-attr]
            if dataset.takes_national and (house / dataset.national_folder).is_dir():
                yield _Family(house, _shipped(dataset), children, is_national=True)
            yield _Family(root, dataset, children)


def _shipped(dataset: Dataset) -> Dataset:
    """The dataset as it lies in the engine: its records stand beside their declaration."""
    directory = replace(dataset.directory, source=None)
    return replace(dataset, folder=dataset.national_folder, directory=directory)


@dataclass(frozen=True, slots=True)
class _Shipped:
    """A family of the engine's own files, the same in every project; told apart by all that its records depend on."""

    digest: str
    states: tuple[tuple[str, tuple[int, int, int]], ...]
    family: _Family = field(compare=False)
    cache: Cache = field(compare=False)


def _begin(family: _Family, cache: Cache, workers: Workers | None) -> Callable[[], Loaded]:
    """Begin with the files that changed; what is given back finishes."""
    if not family.is_national:
        return partial(_load_family, _begin_family(family, cache)._replace(workers=workers), cache)
    sources, _ = find_sources(family.root, family.dataset)
    states = tuple((each.file, each.state) for each in sources)
    return partial(_load_shipped, _Shipped(family.digest, states, family, cache))


@lru_cache(maxsize=16)
def _load_shipped(shipped: _Shipped) -> Loaded:
    """Kept for the next build of this process, of whatever project: thousands of lines, and nobody edits them."""
    return _load_family(_begin_family(shipped.family, shipped.cache), shipped.cache)


class _Begun(NamedTuple):
    """A family whose files were looked at: which are as they were `seen` before, and what began to check the others."""

    family: _Family
    sources: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]
    states: Shelf[_Seen]
    seen: Mapping[str, _Seen]
    checking: Callable[[], list[bytes]]
    began: int
    workers: Workers | None = None


def _begin_family(family: _Family, cache: Cache) -> _Begun:
    """A few changed files are checked while the results of all others come out of the cache, which takes as long."""
    began = time_ns()
    sources, problems = find_sources(family.root, family.dataset)
    if family.dataset.is_national and not family.is_national:
        sources, problems = _own_sources(family, sources, problems)
    states: Shelf[_Seen] = Shelf(cache, f"seen-{family.name}", family.digest)
    found = ((each.file, _recognise(family.root, each, states.results.get(each.file), began)) for each in sources)
    seen = {file: known for file, known in found if known}
    stale = [source for source in sources if source.file not in seen]
    is_beside = 0 < len(stale) < _FILES_WORTH_A_PROCESS <= len(seen)
    check = partial(_check_all, family, stale if is_beside else ())
    return _Begun(
        family, sources, problems, states, seen, begin_beside(check, _describe(stale)) if is_beside else check, began
    )


def _own_sources(
    family: _Family, sources: tuple[SourceFile, ...], problems: tuple[Problem, ...]
) -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """Of what an instance has beside the engine's own: copies of former editions are told of and not read."""
    own = without_copies(family.root, sources)
    copied = len(sources) - len(own)
    former = (former_copies_here(family.dataset.folder, copied),) if copied else ()
    return own, (*problems, *former)


def _load_family(begun: _Begun, cache: Cache) -> Loaded:
    family, sources, states = begun.family, begun.sources, begun.states
    shelf: Shelf[_FileResult] = Shelf(cache, f"records-{family.name}", family.digest)
    known = {file: result for file, result in shelf.results.items() if _is_of(result, begun.seen.get(file))}
    fresh: dict[str, _FileResult] = unpack_results(begun.checking())
    unknown = [each for each in sources if each.file not in known and each.file not in fresh]
    packed = _check_all(family, unknown, begun.workers)
    fresh |= unpack_results(packed)
    results = {each.file: known.get(each.file) or fresh[each.file] for each in sources}
    shelf.put(results, fresh, () if known else packed)
    seen = {each.file: begun.seen.get(each.file) or _see(each, results[each.file], begun.began) for each in sources}
    states.put(seen, {file: each for file, each in seen.items() if each != states.results.get(file)}, ())
    return _collect(family, sources, results, begun.problems)


def _recognise(root: Path, source: SourceFile, seen: _Seen | None, began: int) -> _Seen | None:
    """What is known of a file from an earlier run, when it is still what it was then."""
    if seen is None or seen.state == source.state:
        return seen
    same = file_digest(root / source.file) == seen.digest
    return seen._replace(state=_settled(source, began)) if same else None


def _is_of(result: _FileResult, seen: _Seen | None) -> bool:
    return seen is not None and result.digest == seen.digest


def _see(source: SourceFile, result: _FileResult, began: int) -> _Seen:
    return _Seen(_settled(source, began), result.digest)


def _settled(source: SourceFile, began: int) -> tuple[int, int, int] | None:
    """A file that was written a moment ago may be written again without its times telling."""
    return source.state if source.state[2] < began - SETTLING else None


def _check_all(family: _Family, sources: Sequence[SourceFile], workers: Workers | None = None) -> list[bytes]:
    """Many files are shared out between the cores as they are; a few large ones are shared out by rows.

    Results come packed: the processes that made them pack them side by side, and so they are stored.
    """
    if workers and len(sources) >= _FILES_WORTH_A_PROCESS:
        return _check_elsewhere(family, sources, workers)
    cores, groups = count_cores(), tuple(_groups(sources))
    if len(groups) < cores:
        return [pack(_check_files(family, group, cores)) for group in groups]
    return map_in_processes(partial(_check_packed, family), groups, _describe)


def _groups(sources: Sequence[SourceFile]) -> Iterator[Sequence[SourceFile]]:
    """So many that a process holds little at once, and that all cores end at about the same time."""
    few = max(1, -(-len(sources) // count_cores())) if len(sources) >= _FILES_WORTH_A_PROCESS else len(sources)
    group: list[SourceFile] = []
    held = 0
    for source in sources:
        size = source.state[0]
        if group and (held + size > _BYTES_A_PROCESS or len(group) >= min(few, _FILES_A_PROCESS)):
            yield group
            group, held = [], 0
        group.append(source)
        held += size
    if group:
        yield group


def _check_elsewhere(family: _Family, sources: Sequence[SourceFile], workers: Workers) -> list[bytes]:
    declared = tuple(f"{each.folder}/{FILE_NAME}" for each in family.members)
    return check_elsewhere(partial(_check_copies, family), (family.root, sources, declared), workers, _describe)


def _check_copies(family: _Family, root: Path, sources: Sequence[SourceFile]) -> bytes:
    return _check_packed(replace(family, root=root), sources)


def _check_packed(family: _Family, sources: Sequence[SourceFile]) -> bytes:
    return pack(_check_files(family, sources, 1))


def _describe(sources: Sequence[SourceFile]) -> str:
    return f"检查 {len(sources)} 个文件（从 {sources[0].file} 起）"


def _check_files(family: _Family, sources: Sequence[SourceFile], cores: int) -> Mapping[str, _FileResult]:
    digests = {source.file: file_digest(family.root / source.file) for source in sources}
    tables, problems = read_tables(family.root, family.dataset, family.children, tuple(sources))
    members = {each.name: each for each in family.members}
    checked = [part for table in tables for part in _check_rows(family.root, members[table.dataset], table, cores)]
    records: dict[str, list[Record]] = {source.file: [] for source in sources}
    faults: dict[str, list[Problem]] = {source.file: [] for source in sources}
    suspects: dict[str, list[Suspect]] = {source.file: [] for source in sources}
    for record in chain.from_iterable(part[0] for part in checked):
        records[record.origin.file].append(record)
    for problem in chain(problems, chain.from_iterable(part[1] for part in checked)):
        faults[problem.location.file].append(problem)
    for suspect in chain.from_iterable(part[2] for part in checked):
        suspects[suspect.problem.location.file].append(suspect)
    return {
        file: _FileResult(digest, tuple(records[file]), bounded(faults[file], file), tuple(suspects[file]))
        for file, digest in digests.items()
    }


def _check_rows(root: Path, dataset: Dataset, table: RawTable, cores: int) -> list[Checked]:
    parts = [
        RawTable(table.dataset, table.columns, table.rows[run], table.origins[run])
        for run in runs(len(table.rows), min(cores, -(-len(table.rows) // ROWS_WORTH_A_PROCESS)))
    ]
    return map_in_processes(partial(_check_part, root, dataset), parts, _describe_rows)


def _describe_rows(part: RawTable) -> str:
    return f"检查 {len(part.rows)} 行（从 {part.origins[0].file} 起）"


def _check_part(root: Path, dataset: Dataset, part: RawTable) -> Checked:
    from generator.check.personal.suspects import find_suspects  # what only changed files need: names, places, numbers
    from generator.check.tables import check_table  # and Frictionless, see `declaring`

    locate = locator(root)
    return (*check_table(dataset, part, locate), find_suspects(dataset, part, locate))


def _collect(
    family: _Family, sources: Iterable[SourceFile], results: Mapping[str, _FileResult], problems: tuple[Problem, ...]
) -> Loaded:
    records: dict[str, list[Record]] = {each.name: [] for each in family.members}
    for record in chain.from_iterable(result.records for result in results.values()):
        records[record.dataset].append(record)
    faults = (*problems, *chain.from_iterable(result.problems for result in results.values()))
    failed, complete = _failed_keys(family, sources, faults)
    return Loaded(
        records={name: tuple(found) for name, found in records.items()},
        problems=faults,
        failed={each.name: failed for each in family.members},
        unnamed=frozenset() if complete else frozenset(each.name for each in family.members),
        suspects=tuple(chain.from_iterable(result.suspects for result in results.values())),
        files=frozenset(results),
    )


def _failed_keys(
    family: _Family, sources: Iterable[SourceFile], problems: Iterable[Problem]
) -> tuple[frozenset[str], bool]:
    """Keys of records with errors, by the problem's own word or by the file's name; and whether all could be named."""
    named = {source.file: _key_from_path(family.dataset, source) for source in sources}
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    keys = [problem.record or named.get(problem.location.file) for problem in errors]
    return frozenset(key for key in keys if key), all(keys)


def _key_from_path(dataset: Dataset, source: SourceFile) -> str | None:
    parts = [source.columns.get(name) for name in dataset.primary_key]
    return "/".join(part for part in parts if part) if all(parts) else None


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()
