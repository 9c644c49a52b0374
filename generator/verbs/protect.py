"""A raw sheet on the bureau's own machine to a table that is safe to publish; raw data never touches the repository."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.base.limits import LimitedProcess
from generator.features.statistics.audit.places import find_audit_problems
from generator.features.statistics.audit.weaknesses import Demand, Weakness, WeaknessKind
from generator.features.statistics.audited_history import declared_or_chosen, name_below, read_sheet
from generator.features.statistics.cells import Cell, build_cell
from generator.features.statistics.dimensions import keep_codes
from generator.features.statistics.entering import NewEdition, write_edition
from generator.features.statistics.labels import make_label
from generator.features.statistics.layouts import Layout, find_layouts
from generator.features.statistics.neighbours.contained import Least, find_least
from generator.features.statistics.problems import (
    key_in_repository,
    key_into_repository,
    key_missing,
    key_of_demonstrations,
    no_key,
    raw_across_changes,
    raw_code_untimely,
    raw_in_repository,
    raw_total_off,
    raw_where_none_can_be,
    table_unknown,
    whole_missing,
    whole_of_other_cases,
)
from generator.features.statistics.protect.keys import Key, new_key_text, read_key
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.report_words import tell_inside, tell_report, tell_rounding
from generator.features.statistics.protect.rounding import RoundedOutcome, round_table
from generator.features.statistics.provider_shares import add_up_helpers
from generator.features.statistics.published import read_published
from generator.features.statistics.raw import Raw, read_raw
from generator.features.statistics.tables import Rounding, StatisticTable
from generator.features.statistics.tidy_csv import write_ledgers, write_tidy
from generator.features.statistics.totals import FullTable, Mismatch, add_up
from generator.model.catalogue import Catalogue
from generator.model.figure_columns import PERIOD
from generator.model.grid import Grid
from generator.model.problem import Location, Problem, has_errors
from generator.model.project import Project
from generator.publish.history import find_work_tree
from generator.publish.manifest import replace_file
from generator.read.sent_files import read_sent_file

Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Protected:
    """What may be published, as text, and the report on it; neither while there are errors.

    `files` are the same figures by the path below the dataset's folder, where the dataset keeps a file for each place.
    """

    text: str
    report: str
    problems: Problems
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProtectRequest:
    """The raw sheet `raw` for the table `name`, given what was published before; `key` is the bureau's key file."""

    raw: Path
    name: str
    policy: Policy
    previous: tuple[Path, ...]
    key: Path | None = None


@dataclass(frozen=True, slots=True)
class HowMade:
    """What the ledger says of an edition: the rules, the key by its name, and why an earlier one was not left."""

    policy: Policy
    key: Path | None = None
    reason: str = ""

    def words(self) -> Mapping[str, str]:
        """As columns of the ledger."""
        key = read_key(self.key.read_text("utf-8", "replace")) if self.key else None
        rules = {"k": str(self.policy.k), "percent": str(self.policy.percent)}
        return {**rules, "key_name": key.name if key else "", "reason": self.reason}


def write_protected(project: Project, catalogue: Catalogue, output: Path, made: Protected, how: HowMade) -> None:
    """The file, or a file for each place, and their entries in the ledger."""
    for name, text in made.files.items() or (("", made.text),):
        write_file(project, catalogue, output / name, text, how.words())


def write_file(project: Project, catalogue: Catalogue, file: Path, text: str, made: Mapping[str, str]) -> None:
    """A file of a declared table is an edition of it; any other is only written."""
    inside = file.resolve()
    if not inside.is_relative_to(project.root.resolve()):
        replace_file(file, text)
        return
    path = inside.relative_to(project.root.resolve()).as_posix()
    write_edition(project, catalogue, NewEdition(path, text.encode(), project.as_of.isoformat(), made))


def protect_sheet(project: Project, catalogue: Catalogue, request: ProtectRequest) -> Protected:
    """Protect one raw sheet, and try whether it is safe."""
    raw, name, policy = request.raw, request.name, request.policy
    layouts = {layout.name: layout for layout in find_layouts(catalogue)}
    key, faults = find_key(project, request.key)
    if key is None or (problems := (*_find_raw_inside(project, raw), *_find_no_table(name, layouts, catalogue))):
        return Protected("", "", faults or problems)
    policy = replace(policy, secret=key.secret)
    layout = layouts[name]
    with LimitedProcess() as process:
        grid, problems = _read_sent(process, raw, raw.name)
        earlier, unread = _read_previous(process, project, catalogue, request.previous)
    read = read_raw(grid, layout) if grid else Raw((), ())
    problems = (*problems, *read.problems, *unread, *_find_untimely(raw.name, layout, read))
    if has_errors(problems):
        return Protected("", "", problems)
    path = catalogue.datasets[name].path
    table, mismatches = _add_up(layout, read, path)
    if mismatches:
        return Protected("", "", (*problems, *(_mismatch(raw.name, layout, each) for each in mismatches)))
    everything = tuple(layouts.values())
    if layout.rounding is not None:
        return _round(raw.name, (table, layout.rounding), policy, earlier, (everything, find_least(catalogue)))
    from generator.features.statistics.protect.protect import protect  # brings numpy and the solver, as `audit` does

    least = find_least(catalogue)
    protection = protect(table, policy, tuple(each for each in earlier if each.rounding is None), (), least)
    exposed = _find_exposed(raw.name, protection.table, earlier, policy, (everything, least))
    titles = {**layout.titles, layout.name: layout.title}
    inside = tell_inside(protection.inside, make_label(everything))
    report = f"{tell_report(protection.report, titles)}\n{inside}".rstrip()
    if exposed:
        return Protected("", report, (*problems, *exposed))
    files = write_ledgers(protection.table, path) if "{" in path else {}
    return Protected(write_tidy(protection.table), report, problems, files)


def _round(
    file: str,
    given: tuple[FullTable, Rounding],
    policy: Policy,
    earlier: Sequence[StatisticTable],
    site: tuple[tuple[Layout, ...], Least],
) -> Protected:
    """A level that is published rounded: by key, and by the exact figures that were published of the level above."""
    (table, rounding), (layouts, _) = given, site
    before = [each for each in earlier if each.name == table.name]
    exact = [{cell: row.value for cell, row in each.cells().items()} for each in earlier if each.rounding is None]
    if impossible := _impossible(file, table, rounding, layouts):
        return Protected("", "", impossible)
    outcome = round_table(table, rounding, policy.secret, exact, before)
    if faults := tuple(_find_strange_wholes(file, outcome, layouts)):
        return Protected("", "", faults)
    title = next(each.title for each in layouts if each.name == table.name)
    report = tell_rounding(outcome.report, title, rounding.base, policy.acquainted)
    exposed = _find_exposed(file, outcome.table, earlier, policy, site)
    return Protected("", report, exposed) if exposed else Protected(write_tidy(outcome.table), report, ())


def _impossible(file: str, table: FullTable, rounding: Rounding, layouts: tuple[Layout, ...]) -> Problems:
    """Cases where the declaration says that there can be none."""
    found = (
        build_cell(name, table.dimensions, codes)
        for (name, codes), figure in table.figures.items()
        if figure.value and not rounding.can_be(dict(zip((axis.name for axis in table.dimensions), codes, strict=True)))
    )
    cell = next(found, None)
    if cell is None:
        return ()
    return (raw_where_none_can_be(file, make_label(layouts)(cell)),)


def _find_strange_wholes(file: str, outcome: RoundedOutcome, layouts: tuple[Layout, ...]) -> Iterator[Problem]:
    """Rounded figures stand below exact ones that were published, and are made from the same cases."""
    label = make_label(layouts)
    if outcome.missing:
        yield whole_missing(file, label(outcome.missing[0]))
    for cell in outcome.contradicted:
        yield whole_of_other_cases(file, label(cell))


def find_key(project: Project, file: Path | None) -> tuple[Key | None, Problems]:
    """The bureau's key, or why it cannot be used."""
    if file is None:
        return None, (key_missing(),)
    key = read_key(file.read_text("utf-8", "replace"))
    if key is None:
        return None, (no_key(file.name),)
    if key.demonstration and not project.settings.demonstration:
        return None, (key_of_demonstrations(file.name),)
    if not key.demonstration and is_inside(project, file):
        return None, (key_in_repository(file.name),)
    return key, ()


def make_key(project: Project, file: Path) -> Problems:
    """Draw a key and write it where only its owner can read it; never over another file, never into a repository."""
    if is_inside(project, file):
        return (key_into_repository(file.name),)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
        out.write(new_key_text())
    return ()


def is_inside(project: Project, file: Path) -> bool:
    """Whether a file lies in the instance or in any git work tree, under its name or where a link leads."""
    places = {file.absolute(), file.resolve()}
    trees = [project.root, *(tree for each in places if (tree := find_work_tree(each.parent)))]
    return any(each.is_relative_to(tree.resolve()) for each in places for tree in trees)


def _read_sent(process: LimitedProcess, file: Path, name: str) -> tuple[Grid | None, Problems]:
    data = read_sent_file(file, name)
    return (None, (data,)) if isinstance(data, Problem) else read_sheet(process, data, name)


def _find_raw_inside(project: Project, raw: Path) -> Problems:
    """Raw data may lie neither in the instance nor in any git work tree: one careless `git add` would publish it."""
    return (raw_in_repository(raw.name),) if is_inside(project, raw) else ()


def _find_no_table(name: str, layouts: dict[str, Layout], catalogue: Catalogue) -> Problems:
    if name in layouts:
        return ()
    declared = [each.name for each in catalogue.datasets.values() if each.directory.tabulation]
    return (table_unknown(name, declared),)


def _read_previous(
    process: LimitedProcess, project: Project, catalogue: Catalogue, files: Sequence[Path]
) -> tuple[tuple[StatisticTable, ...], Problems]:
    arrange = declared_or_chosen(project, catalogue, project.root)
    tables: list[StatisticTable] = []
    problems: list[Problem] = []
    for file in files:
        grid, faults = _read_sent(process, file, name_below(file, project.root))
        problems += faults
        if grid:
            grid, layout = arrange(grid)
            published = read_published([grid], layout)
            problems += published.problems
            tables.append(published.table)
    return tuple(tables), tuple(problems)


def _find_untimely(file: str, layout: Layout, raw: Raw) -> Iterator[Problem]:
    """Codes that are not in force in the period of their row, and periods by whose beginning codes changed."""
    columns = list(layout.columns)
    if PERIOD not in columns:
        return
    periods = {row.codes[columns.index(PERIOD)] for row in raw.rows}
    for at, (name, axis) in enumerate(layout.columns.items()):
        if axis is None or not axis.traced.spans:
            continue
        title = layout.titles.get(name, name)
        ways = {axis.traced.of_periods(axis.dimension, (period,)).codes for period in periods}
        if len(ways) > 1:
            yield raw_across_changes(file, title)
        elif any(not axis.traced.is_in_force(row.codes[at], row.codes[columns.index(PERIOD)]) for row in raw.rows):
            yield raw_code_untimely(file, title)


def _add_up(layout: Layout, raw: Raw, path: str) -> tuple[FullTable, tuple[Mismatch, ...]]:
    columns = list(layout.columns)
    codes = {name: {row.codes[at] for row in raw.rows} for at, name in enumerate(columns)}
    # A file for each place: of places that the sheet does not name nobody knows anything, and zeros would be untrue.
    axes = (
        keep_codes(axis, codes[axis.name]) if f"{{{axis.name}}}" in path else axis
        for axis in layout.dimensions(codes.get(PERIOD, ()))
    )
    dimensions = tuple(axes)
    table, mismatches = add_up(layout.name, dimensions, layout.measures, raw.rows, raw.apart)
    return replace(table, helpers=add_up_helpers(dimensions, raw.helpers)), mismatches


def _mismatch(file: str, layout: Layout, mismatch: Mismatch) -> Problem:
    """A total in the raw sheet is not the sum of its parts."""
    axes = [axis.dimension if axis else None for axis in layout.columns.values()]
    cell = build_cell(mismatch.measure, (), ())._replace(
        place=tuple(
            (name, code)
            for name, code, axis in zip(layout.columns, mismatch.codes, axes, strict=True)
            if axis is None or code != axis.total
        )
    )
    return raw_total_off(file, make_label([layout])(cell))


def _is_superseded(table: StatisticTable, newest: StatisticTable, earlier: Sequence[StatisticTable]) -> bool:
    """Whether rounded figures stand below a later edition of an exact table, which they are held against."""
    later = earlier[earlier.index(table) + 1 :]
    return newest.rounding is not None and any(
        each.name == table.name and not table.cells().keys().isdisjoint(each.cells()) for each in later
    )


def _is_told_by(weakness: Weakness, cells: Collection[Cell]) -> bool:
    """Whether figures of another table are told by those of the new one."""
    overlap = weakness.kind is WeaknessKind.OVERLAP and not set(weakness.explained_by).isdisjoint(cells)
    return overlap or weakness.kind is WeaknessKind.TOGETHER


def _find_exposed(
    file: str,
    newest: StatisticTable,
    earlier: Sequence[StatisticTable],
    policy: Policy,
    site: tuple[tuple[Layout, ...], Least],
) -> Problems:
    """The attacker's own verdict on what is about to be written: protection is not believed, it is tried."""
    cells = newest.cells().keys()
    before = [table for table in earlier if table.name == newest.name and not cells.isdisjoint(table.cells())]
    beside = [table for table in earlier if table not in before and not _is_superseded(table, newest, earlier)]
    releases = [[*beside, table] for table in before] + [[*beside, newest]]
    from generator.features.statistics.audit.audit import audit, audit_rounded

    demand = Demand(policy.k, policy.percent)
    layouts, least = site
    weaknesses = audit_rounded(releases, demand, least) if newest.rounding else audit(releases, demand, least=least)
    found = [each for each in weaknesses if each.cell in cells or _is_told_by(each, cells)]
    places = {(newest.name, cell): Location(file) for cell in cells}
    return tuple(find_audit_problems(found, make_label(layouts), places))
