"""Published statistics, today's and those in git history, to what an attacker finds in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from generator.base.cache import Cache
from generator.base.limits import LimitedProcess
from generator.base.parallel import Spread, map_in_processes
from generator.exchange.workbook_grids import SUFFIXES, decode_workbook
from generator.features.statistics.audit.places import Places, find_audit_problems
from generator.features.statistics.audit.weaknesses import Demand, Weakness, WeaknessKind
from generator.features.statistics.cells import Cell
from generator.features.statistics.inference import choose_layout
from generator.features.statistics.labels import make_label
from generator.features.statistics.layouts import Layout, find_layouts, layouts_digest
from generator.features.statistics.ledger import ROLE, KnownCells
from generator.features.statistics.ledger_problems import LEDGER_RULES, edition_unread
from generator.features.statistics.neighbours.contained import Least, find_least
from generator.features.statistics.past_editions import Contents, PastEditions, find_past, old_contents
from generator.features.statistics.published import READING_RULES, PublishedTable, read_published
from generator.model.catalogue import Catalogue
from generator.model.grid import Grid
from generator.model.grids import add_columns
from generator.model.problem import Location, Problem, has_errors
from generator.model.project import Project
from generator.model.tabulation import Tabulation
from generator.publish.history import find_work_tree
from generator.read.grids import decode_grid
from generator.read.paths import PathPattern, path_pattern
from generator.read.sent_files import read_sent_file
from generator.read.sources import find_sources

if TYPE_CHECKING:
    from generator.features.statistics.audit.audit import AuditCase, Examine

HISTORY = 20
"""So many earlier states are held against the newest one."""

_NONE = Tabulation((), ())
_TOLD_RULES = READING_RULES | frozenset(LEDGER_RULES)
"""Faults that the audit alone finds while it reads."""
_OF_TIME = frozenset(
    {WeaknessKind.DIFFERENCE, WeaknessKind.REVISION, WeaknessKind.CORRECTION, WeaknessKind.STORY, WeaknessKind.PAST}
)
"""What only editions of several dates, or other records, tell."""
Arrange = Callable[[Grid], tuple[Grid, Layout]]
"""Tells how a sheet is laid out."""


class Home(NamedTuple):
    """How the sheets of a declared table are laid out, and what the path of each says of all its rows."""

    layout: Layout
    pattern: PathPattern


@dataclass(frozen=True, slots=True)
class Audited:
    """What was found, how cells are called and where they stand, and what could not be read."""

    weaknesses: tuple[Weakness, ...]
    layouts: tuple[Layout, ...]
    places: Places
    problems: tuple[Problem, ...]


def audit_catalogue(
    project: Project, catalogue: Catalogue, known: Sequence[Problem], spread: Spread
) -> tuple[Problem, ...]:
    """What an attacker finds, as a part of checking; nothing while tables or codelists have errors of their own."""
    layouts = find_layouts(catalogue)
    axes = {axis for layout in layouts for axis in (catalogue.datasets[layout.name].directory.tabulation or _NONE).axes}
    codelists = {*(axis.codes for axis in axes if axis.codes), *(each.codes for axis in axes for each in axis.also)}
    names = {*(layout.name for layout in layouts), *codelists, *catalogue.named_all((ROLE,))}
    folders = tuple(f"{catalogue.datasets[name].records_folder}/" for name in names)
    if has_errors(tuple(each for each in known if each.location.file.startswith(folders))):
        return ()
    audited = audit_project(project, catalogue, spread=spread)
    return (*(each for each in audited.problems if each.rule in _TOLD_RULES), *explain(audited))


def audit_project(
    project: Project,
    catalogue: Catalogue,
    history: int = HISTORY,
    spread: Spread = map_in_processes,
    erased: Sequence[Path] = (),
) -> Audited:
    """Attack all statistics of an instance; what was attacked before is not attacked again.

    Editions that were `erased` by law lie outside and are read on the bureau's own machine alone: nothing of them or of
    what they tell is kept.
    """
    layouts = find_layouts(catalogue)
    homes = {catalogue.datasets[layout.name].records_folder: _home(catalogue, layout) for layout in layouts}
    contents = {file: (project.root / file).read_bytes() for file in _files(project.root, catalogue, layouts)}
    folders = {home.layout.name: folder for folder, home in homes.items()}
    past = find_past(project.root, catalogue, folders, contents, history)
    if not contents and not past.releases and not erased:
        return Audited((), (), {}, past.problems)
    least = find_least(catalogue)
    cache, digest = Cache(project.cache / "audit"), _digest(project, layouts, contents, past, least)
    if erased:
        return _with_erased(project, catalogue, (*past.releases, contents), erased)
    stored = cache.load("audit", digest)
    if isinstance(stored, Audited):
        return stored
    audited = _audit([*past.releases, contents], _declared(homes), demand_of(project), spread, least)
    seen = (each for each in audited.weaknesses if not _is_known(each, past.known))
    audited = replace(audited, weaknesses=tuple(seen), problems=(*past.problems, *audited.problems))
    cache.store("audit", digest, audited)
    return audited


def _with_erased(
    project: Project, catalogue: Catalogue, releases: Sequence[Contents], erased: Sequence[Path]
) -> Audited:
    read = {name_below(file, project.root): read_sent_file(file, file.name) for file in erased}
    unread = tuple(data for data in read.values() if isinstance(data, Problem))
    first = [{name: data} for name, data in read.items() if isinstance(data, bytes)]
    arrange = declared_or_chosen(project, catalogue, project.root)
    audited = _audit([*first, *releases], arrange, demand_of(project), map_in_processes, find_least(catalogue))
    return replace(audited, problems=(*unread, *audited.problems))


def _is_known(weakness: Weakness, cells: KnownCells) -> bool:
    """Whether editions told it before, and no new one tells more: that cannot be undone."""
    ranges = cells.get((weakness.table, str(weakness.cell)), ()) if weakness.kind in _OF_TIME else ()
    return any(
        weakness.low <= low and (weakness.high is None or (high is not None and high <= weakness.high))
        for low, high in ranges
    )


def audit_files(project: Project, catalogue: Catalogue, files: Sequence[Path], history: int) -> Audited:
    """Attack any files, whoever made them, together with what git remembers of them."""
    top = _common_work_tree(files) or project.root
    read = {(name := name_below(file, top)): read_sent_file(file, name) for file in files}
    contents = {name: data for name, data in read.items() if isinstance(data, bytes)}
    unread = tuple(data for data in read.values() if isinstance(data, Problem))
    tracked = [name for name in contents if not name.startswith("/")]
    arrange = declared_or_chosen(project, catalogue, top)
    releases = [*old_contents(top, tracked, history), contents]
    audited = _audit(releases, arrange, demand_of(project), map_in_processes)
    return replace(audited, problems=(*unread, *audited.problems))


def declared_or_chosen(project: Project, catalogue: Catalogue, top: Path) -> Arrange:
    """A file in a dataset's folder is laid out as declared, any other as it looks; names are below `top`."""
    layouts = find_layouts(catalogue)
    homes = {
        name_below(project.root / catalogue.datasets[layout.name].records_folder, top): _home(catalogue, layout)
        for layout in layouts
    }
    declared = _declared(homes)

    def arrange(grid: Grid) -> tuple[Grid, Layout]:
        is_declared = any(grid.file.startswith(f"{folder}/") for folder in homes)
        return declared(grid) if is_declared else choose_layout(grid, layouts)

    return arrange


def explain(audited: Audited) -> tuple[Problem, ...]:
    """The weaknesses as problems of the files, in words."""
    return tuple(find_audit_problems(audited.weaknesses, make_label(audited.layouts), audited.places))


def demand_of(project: Project) -> Demand:
    """What the instance's settings ask for."""
    return Demand(project.settings.smallest_count, project.settings.dominance_percent)


def read_sheet(process: LimitedProcess, data: bytes, name: str) -> tuple[Grid | None, tuple[Problem, ...]]:
    """A sheet in either of the forms people keep tables in."""
    is_workbook = PurePosixPath(name).suffix.lower() in SUFFIXES
    return decode_workbook(process, data, name) if is_workbook else decode_grid(data, name)


def _audit(
    releases: Sequence[Contents], arrange: Arrange, demand: Demand, spread: Spread, least: Least | None = None
) -> Audited:
    with LimitedProcess() as process:
        reader = _Reader(process, arrange)
        read = [reader.read_release(contents) for contents in releases]
    newest, layouts, problems = read[-1]
    unread = Counter(each.location.file for _, _, faults in read[:-1] for each in set(faults) - set(problems))
    problems = (*problems, *(edition_unread(file, rows) for file, rows in sorted(unread.items())))
    places = {(each.table.name, cell): place for each in newest for cell, place in each.places.items()}
    shown = [[each.table for each in published if each.table.observations] for published, _, _ in read]
    from generator.features.statistics.audit.audit import (
        audit,  # brings numpy and the solver, which a site without figures spares
    )

    def side_by_side(examine: Examine, cases: Sequence[AuditCase]) -> list[list[Weakness]]:
        return spread(examine, cases, lambda case: f"攻击统计表 {case.title}")

    before = [tables for tables in shown[:-1] if tables]
    weaknesses = audit([*before, shown[-1]], demand, side_by_side, least) if before or shown[-1] else ()
    known = {each.name: each for _, of, _ in read for each in of} | {each.name: each for each in layouts}
    for published, _, _ in reversed(read[:-1]):
        places |= _withdrawn(weaknesses, places, published)
    return Audited(weaknesses, tuple(known.values()), places, problems)


def _withdrawn(
    weaknesses: Iterable[Weakness], places: Mapping[tuple[str, Cell], Location], before: Iterable[PublishedTable]
) -> Places:
    """The files that cells stood in which stand nowhere now."""
    tables = {each.table.name: each for each in before}
    return {
        (each.table, each.cell): Location(place.file)
        for each in weaknesses
        if (each.table, each.cell) not in places
        and (table := tables.get(each.table))
        and (place := table.places.get(each.cell))
    }


class _Sheet(NamedTuple):
    grid: Grid
    layout: Layout


class _Reader:
    """Reads a file once, and a table once, in however many releases they stand unchanged."""

    def __init__(self, process: LimitedProcess, arrange: Arrange) -> None:
        self._process, self._arrange = process, arrange
        self._sheets: dict[tuple[str, bytes], tuple[_Sheet | None, tuple[Problem, ...]]] = {}
        self._tables: dict[tuple[tuple[str, bytes], ...], PublishedTable] = {}

    def read_release(
        self, contents: Contents
    ) -> tuple[tuple[PublishedTable, ...], tuple[Layout, ...], tuple[Problem, ...]]:
        """All tables of one release; sheets of one layout are one table."""
        files: dict[str, list[tuple[str, bytes]]] = {}
        layouts: dict[str, Layout] = {}
        problems: list[Problem] = []
        for file in contents.items():
            sheet, faults = self._read_sheet(file)
            problems += faults
            if sheet is not None:
                layouts[sheet.layout.name] = sheet.layout
                files.setdefault(sheet.layout.name, []).append(file)
        published = tuple(self._read_table(tuple(of), layouts[name]) for name, of in files.items())
        of_tables = (fault for each in published for fault in each.problems)
        return published, tuple(layouts.values()), (*problems, *of_tables)

    def _read_sheet(self, file: tuple[str, bytes]) -> tuple[_Sheet | None, tuple[Problem, ...]]:
        if file not in self._sheets:
            grid, faults = read_sheet(self._process, file[1], file[0])
            self._sheets[file] = (None if grid is None else _Sheet(*self._arrange(grid)), faults)
        return self._sheets[file]

    def _read_table(self, files: tuple[tuple[str, bytes], ...], layout: Layout) -> PublishedTable:
        if files not in self._tables:
            grids = (sheet.grid for file in files if (sheet := self._read_sheet(file)[0]) is not None)
            self._tables[files] = read_published(grids, layout)
        return self._tables[files]


def _home(catalogue: Catalogue, layout: Layout) -> Home:
    return Home(layout, path_pattern(catalogue.datasets[layout.name].path))


def _declared(homes: Mapping[str, Home]) -> Arrange:
    """A dataset's sheets are laid out as it declares."""

    def arrange(grid: Grid) -> tuple[Grid, Layout]:
        folder, home = next(each for each in homes.items() if grid.file.startswith(f"{each[0]}/"))
        match = home.pattern.match(grid.file.removeprefix(f"{folder}/"))
        return add_columns(grid, match or {}), home.layout

    return arrange


def _files(root: Path, catalogue: Catalogue, layouts: Iterable[Layout]) -> Iterable[str]:
    for layout in layouts:
        yield from (source.file for source in find_sources(root, catalogue.datasets[layout.name])[0])


def _common_work_tree(files: Sequence[Path]) -> Path | None:
    tops = {find_work_tree(file.resolve().parent) for file in files}
    return tops.pop() if len(tops) == 1 else None


def name_below(file: Path, top: Path) -> str:
    """A file as messages and git call it: below the top where it lies there."""
    full = file.resolve()
    return full.relative_to(top).as_posix() if full.is_relative_to(top) else full.as_posix()


def _digest(project: Project, layouts: Iterable[Layout], contents: Contents, past: PastEditions, least: Least) -> str:
    """Of all that was seen: the same files with another past are another case."""
    seen = (past.problems, sorted(past.known.items()), sorted(least.items()))
    parts = (str(demand_of(project)), *map(repr, seen), layouts_digest(layouts))
    digest = blake2b("\n".join(parts).encode(), digest_size=16)
    for release in (*past.releases, contents):
        digest.update(b"release")
        for name, data in release.items():
            digest.update(name.encode() + blake2b(data).digest())
    return digest.hexdigest()
