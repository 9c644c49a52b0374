"""A raw sheet, aggregated or one row a case, becomes detailed rows; its faults are named by place, never by content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from generator.features.statistics.cells import Cell
from generator.features.statistics.column_roles import DIFFERENT_HOUSEHOLDS, ColumnRoles, assign_roles
from generator.features.statistics.entries import missing_columns, place_of, repeated_columns
from generator.features.statistics.layouts import Layout
from generator.features.statistics.problems import (
    household_in_two,
    households_missing,
    measures_missing,
    no_rows,
    rows_undeclared,
)
from generator.features.statistics.provider_shares import Helpers
from generator.features.statistics.raw_doubts import doubt_lines, doubt_sheet
from generator.features.statistics.raw_lines import RawLine, Reader
from generator.features.statistics.standards import bounds_of
from generator.features.statistics.tables import Measure
from generator.features.statistics.tallies import gather_rows
from generator.features.statistics.totals import Codes, Place, RawRow
from generator.features.statistics.visits import Visit, read_visits
from generator.model.figure import Amount
from generator.model.grid import Grid
from generator.model.problem import Problem
from generator.model.tabulation import DISTINCT, ONCE, VISITS


@dataclass(frozen=True, slots=True)
class Raw:
    """Detailed rows; while there are problems they must not be used."""

    rows: tuple[RawRow, ...]
    problems: tuple[Problem, ...]
    apart: bool = True
    """Whether the households of different rows are different ones."""
    helpers: Helpers = field(default_factory=dict)


def read_raw(grid: Grid, layout: Layout) -> Raw:
    """Everything a raw sheet says for one table. A sheet in which no count is above one has one row a case."""
    roles = assign_roles(grid.header, layout)
    unclear = missing_columns(grid, layout, roles) or _missing_measures(grid, layout, roles)
    unclear = unclear or _missing_households(grid, layout, roles)
    if unclear := (*unclear, *repeated_columns(grid, layout), *doubt_sheet(grid, layout, roles)):
        return Raw((), unclear)
    lines: list[RawLine] = []
    problems: list[Problem] = []
    for each in Reader(grid, layout, roles).read():
        if isinstance(each, Problem):
            problems.append(each)
        else:
            lines.append(each)
    counts = [measure.name for measure in layout.measures if measure.is_count]
    is_added_up = any(line.figures.get(name, 0) > 1 for line in lines for name in counts)
    problems += doubt_lines(grid, layout, lines, is_added_up and roles.household is None)
    if not lines and not problems:
        problems.append(no_rows(grid.file))
    kind = layout.rows.kind if layout.rows else ONCE
    of_visits = kind == VISITS
    problems += _in_two_places(grid, layout, lines)
    households = _by_household(lines)
    rows = _rows(layout, lines) if roles.household is None else read_visits(households, layout.measures, kind)
    apart = not of_visits or roles.household is not None
    return Raw(gather_rows(rows), tuple(problems), apart, _helpers(lines))


def _helpers(lines: Iterable[RawLine]) -> Helpers:
    """How much of each finest figure every provider gave."""
    found: dict[Place, dict[str, Amount]] = {}
    for line in lines:
        for name, amount in line.figures.items() if line.provider else ():
            shares = found.setdefault((name, line.codes), {})
            shares[line.provider] = shares.get(line.provider, 0) + amount
    return found


def _by_household(lines: Iterable[RawLine]) -> Iterator[list[Visit]]:
    for _, found in groupby(sorted(lines, key=lambda each: each.household), lambda each: each.household):
        yield [Visit(line.household, line.codes, line.figures) for line in found]


def _in_two_places(grid: Grid, layout: Layout, lines: Iterable[RawLine]) -> Iterator[Problem]:
    """Over a column whose codes add up, each household has one code; the first that has two is told by its row."""
    additive = layout.rows.additive if layout.rows else ()
    for at, name in enumerate(layout.columns):
        first: dict[str, str] = {}
        two = (each for each in lines if first.setdefault(each.household, each.codes[at]) != each.codes[at])
        if name in additive and (line := next(two, None)) is not None:
            title = layout.titles.get(name, name)
            yield household_in_two(place_of(grid, line.row, title), title)


def _missing_households(grid: Grid, layout: Layout, roles: ColumnRoles) -> tuple[Problem, ...]:
    """Six rows may be one household: a sheet of visits says which it is, or how many are behind each count."""
    if layout.rows is None:
        return (rows_undeclared(grid.file, layout.title),)
    counts = [each for each in layout.measures if each.is_count]
    if layout.rows.kind == ONCE or roles.household is not None:
        return ()
    if layout.rows.kind == DISTINCT:
        return (households_missing(grid.file, layout.rows.household_key, ()),)
    if not roles.is_tidy and len(roles.households) == len(counts):
        return ()
    added_up = (f"{each.title}{DIFFERENT_HOUSEHOLDS[1]}" for each in counts)
    return (households_missing(grid.file, layout.rows.household_key, added_up),)


def _missing_measures(grid: Grid, layout: Layout, roles: ColumnRoles) -> tuple[Problem, ...]:
    """A published table may leave out a measure, a raw one may not."""
    absent = [each.title for each in layout.measures if not roles.is_tidy and each.name not in roles.measures]
    return (measures_missing(grid.file, layout.title, absent),) if absent else ()


def _rows(layout: Layout, lines: Iterable[RawLine]) -> Iterator[RawRow]:
    """Single amounts are known where there is one household, or where the sheet tells the largest."""
    gathered = tuple(lines)
    counts: dict[tuple[str, Codes], Amount] = {}
    for line in gathered:
        for name, amount in line.figures.items():
            counts[name, line.codes] = max(counts.get((name, line.codes), 0), amount)
    measures = {measure.name: measure for measure in layout.measures}
    for line in gathered:
        for name, amount in line.figures.items():
            measure = measures[name]
            largest = None if measure.is_count else _contributions(layout, line, measure, counts)
            yield RawRow(line.codes, name, amount, largest, line.households.get(name))


def _contributions(
    layout: Layout, line: RawLine, measure: Measure, counts: Mapping[tuple[str, Codes], Amount]
) -> tuple[Amount, ...] | None:
    """The largest single amounts: as told, as a published standard allows them at most, or unknown."""
    amount = line.figures[measure.name]
    if not amount:
        return ()
    behind = line.figures.get(measure.counted_by or "", counts.get((measure.counted_by or "", line.codes), 0))
    if behind <= 1:
        return (amount,)
    known = line.largest.get(measure.name)
    if known is not None or not measure.standards:
        return known
    bounds = bounds_of(measure, Cell(measure.name, tuple(sorted(zip(layout.columns, line.codes, strict=True)))))
    return None if bounds is None else (min(bounds[1], amount), min(bounds[1], amount))
