"""A raw sheet on the bureau's own machine to a table that is safe to publish; raw data never touches the repository."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.base.limits import LimitedProcess
from generator.features.statistics.audit.weaknesses import Demand
from generator.features.statistics.audited_history import declared_or_chosen, name_below, read_sheet
from generator.features.statistics.cells import build_cell
from generator.features.statistics.labels import make_label
from generator.features.statistics.layouts import Layout, find_layouts
from generator.features.statistics.neighbours.contained import Least, find_least
from generator.features.statistics.problems import (
    raw_where_none_can_be,
    table_unknown,
    whole_missing,
    whole_of_other_cases,
)
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.report_words import tell_inside, tell_report, tell_rounding
from generator.features.statistics.protect.rounding import RoundedOutcome, round_table
from generator.features.statistics.published import read_published
from generator.features.statistics.raw import Raw, read_raw
from generator.features.statistics.raw_totals import add_up_raw, find_untimely, tell_mismatch, years_of
from generator.features.statistics.tables import Rounding, StatisticTable
from generator.features.statistics.tidy_csv import write_ledgers, write_tidy
from generator.features.statistics.totals import FullTable
from generator.features.statistics.trial import find_exposed
from generator.model.catalogue import Catalogue
from generator.model.grid import Grid
from generator.model.problem import Problem, has_errors
from generator.model.project import Project
from generator.read.sent_files import read_sent_file
from generator.read.size_limits import LARGEST_RAW, LARGEST_SENT
from generator.verbs.protect_key import find_another_key, find_key, find_raw_inside
from generator.verbs.protect_output import Protected

Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ProtectRequest:
    """The raw sheet `raw` for the table `name`, given what was published before; `key` is the bureau's key file."""

    raw: Path
    name: str
    policy: Policy
    previous: tuple[Path, ...]
    key: Path | None = None


def protect_sheet(project: Project, catalogue: Catalogue, request: ProtectRequest) -> Protected:
    """Protect one raw sheet, and try whether it is safe."""
    raw, name, policy = request.raw, request.name, request.policy
    layouts = {layout.name: layout for layout in find_layouts(catalogue)}
    key, faults = find_key(project, request.key)
    if key is None or (problems := (*find_raw_inside(project, raw), *_find_no_table(name, layouts, catalogue))):
        return Protected("", "", faults or problems)
    policy = replace(policy, secret=key.secret)
    layout = layouts[name]
    with LimitedProcess() as process:
        most = LARGEST_RAW if raw.suffix.lower() == ".csv" else LARGEST_SENT
        grid, problems = _read_sent(process, raw, raw.name, most)
        earlier, unread = _read_previous(process, project, catalogue, request.previous)
    read = read_raw(grid, layout) if grid else Raw((), ())
    problems = (*problems, *read.problems, *unread, *find_untimely(raw.name, layout, read))
    problems = (*problems, *find_another_key(catalogue, key, request.key, layout, years_of(layout, read)))
    if has_errors(problems):
        return Protected("", "", problems)
    path = catalogue.datasets[name].path
    table, mismatches = add_up_raw(layout, read, path)
    if mismatches:
        return Protected("", "", (*problems, *(tell_mismatch(raw.name, layout, each) for each in mismatches)))
    everything = tuple(layouts.values())
    if layout.rounding is not None:
        return _round(raw.name, (table, layout.rounding), policy, earlier, (everything, find_least(catalogue)))
    from generator.features.statistics.protect.protect import protect  # brings numpy and the solver, as `audit` does

    least = find_least(catalogue)
    demand = Demand(policy.k, policy.percent)
    protection = protect(table, policy, tuple(each for each in earlier if each.rounding is None), (), least)
    exposed = find_exposed(raw.name, protection.table, earlier, demand, (everything, least))
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
    exposed = find_exposed(file, outcome.table, earlier, Demand(policy.k, policy.percent), site)
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


def _read_sent(
    process: LimitedProcess, file: Path, name: str, most: int = LARGEST_SENT
) -> tuple[Grid | None, Problems]:
    data = read_sent_file(file, name, most)
    return (None, (data,)) if isinstance(data, Problem) else read_sheet(process, data, name)


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
