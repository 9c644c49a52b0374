"""A raw sheet, aggregated or one row a case, becomes detailed rows; its faults are named by place, never by content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from generator.features.statistics.cells import Cell
from generator.features.statistics.column_roles import DIFFERENT_HOUSEHOLDS, ColumnRoles, assign_roles
from generator.features.statistics.entries import missing_columns, place_of, repeated_columns
from generator.features.statistics.figures import read_figure
from generator.features.statistics.layouts import Layout
from generator.features.statistics.problems import (
    household_unknown,
    households_missing,
    households_unreadable,
    measures_missing,
    no_rows,
    raw_amount_unreadable,
    raw_code_unknown,
    raw_headed_by_day,
    raw_measure_unknown,
    raw_money_forgotten,
    raw_money_without_anybody,
    raw_outside_standard,
    raw_part_above_whole,
    raw_period_unknown,
    raw_row_repeated,
    rows_undeclared,
)
from generator.features.statistics.standards import bounds_of
from generator.features.statistics.tables import Measure
from generator.features.statistics.tallies import gather_rows
from generator.features.statistics.totals import Codes, RawRow
from generator.features.statistics.visits import Visit, hide, read_visits
from generator.model.figure import Amount
from generator.model.figure_columns import MEASURE, VALUE
from generator.model.grid import Grid, GridRow
from generator.model.problem import Location, Problem
from generator.model.tabulation import ONCE, VISITS

_ANSWERS = {
    "是": 1,
    "否": 0,
    "y": 1,
    "n": 0,
    "yes": 1,
    "no": 0,
    "true": 1,
    "false": 0,
    "有": 1,
    "无": 0,
    "√": 1,
    "×": 0,
}
"""How a case sheet says whether a case counts for a measure."""

Figures = Mapping[str, Amount]


_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
"""Twenty thousand to some, twenty to others; no yuan has three decimals."""
_DAY = re.compile(r"[\d\s./:年月日-]+")


@dataclass(frozen=True, slots=True)
class Raw:
    """Detailed rows; while there are problems they must not be used."""

    rows: tuple[RawRow, ...]
    problems: tuple[Problem, ...]
    apart: bool = True
    """Whether the households of different rows are different ones."""


class _Line(NamedTuple):
    """`within` are the codes as fine as the sheet gives them, `codes` those of the table that they lie in."""

    row: GridRow
    within: tuple[str | None, ...]
    codes: Codes
    figures: Figures
    largest: Mapping[str, tuple[Amount, ...]]
    households: Mapping[str, int]
    """Of a row already added up: how many different households are behind each count."""
    household: str
    """Who it is, as nobody can read it; empty where the sheet does not say."""


def read_raw(grid: Grid, layout: Layout) -> Raw:
    """Everything a raw sheet says for one table. A sheet in which no count is above one has one row a case."""
    roles = assign_roles(grid.header, layout)
    unclear = missing_columns(grid, layout, roles) or _missing_measures(grid, layout, roles)
    unclear = unclear or _missing_households(grid, layout, roles)
    if unclear := (*unclear, *repeated_columns(grid, layout), *_headed_by_days(grid)):
        return Raw((), unclear)
    lines: list[_Line] = []
    problems: list[Problem] = []
    for each in _read_lines(grid, layout, roles):
        (problems if isinstance(each, Problem) else lines).append(each)  # type: ignore[arg-type]
    counts = [measure.name for measure in layout.measures if measure.is_count]
    if roles.household is None and any(line.figures.get(name, 0) > 1 for line in lines for name in counts):
        problems += _repeats(grid, lines)
    problems += [fault for line in lines for fault in _contradictions(grid, layout, line)]
    if not lines and not problems:
        problems.append(no_rows(grid.file))
    of_visits = layout.rows is not None and layout.rows.kind == VISITS
    rows = _rows(layout, lines) if roles.household is None else read_visits(_by_household(lines), layout.measures)
    return Raw(gather_rows(rows), tuple(problems), not of_visits or roles.household is not None)


def _by_household(lines: Iterable[_Line]) -> Iterator[list[Visit]]:
    for _, found in groupby(sorted(lines, key=lambda each: each.household), lambda each: each.household):
        yield [Visit(line.household, line.codes, line.figures) for line in found]


def _missing_households(grid: Grid, layout: Layout, roles: ColumnRoles) -> tuple[Problem, ...]:
    """Six rows may be one household: a sheet of visits says which it is, or how many are behind each count."""
    if layout.rows is None:
        return (rows_undeclared(grid.file, layout.title),)
    counts = [each for each in layout.measures if each.is_count]
    if layout.rows.kind == ONCE or roles.household is not None:
        return ()
    if not roles.is_tidy and len(roles.households) == len(counts):
        return ()
    added_up = (f"{each.title}{DIFFERENT_HOUSEHOLDS[1]}" for each in counts)
    return (households_missing(grid.file, layout.rows.household_key, added_up),)


def _missing_measures(grid: Grid, layout: Layout, roles: ColumnRoles) -> tuple[Problem, ...]:
    """A published table may leave out a measure, a raw one may not."""
    absent = [each.title for each in layout.measures if not roles.is_tidy and each.name not in roles.measures]
    return (measures_missing(grid.file, layout.title, absent),) if absent else ()


def _headed_by_days(grid: Grid) -> Iterator[Problem]:
    """Figures below a day or a number belong to something that no table asks for: left out, they would be missed."""
    for at, heading in enumerate(grid.header):
        row = next((row for row in grid.rows if row.cells[at]), None)
        if row and _DAY.fullmatch(heading):
            yield raw_headed_by_day(place_of(grid, row, heading))


def _read_lines(grid: Grid, layout: Layout, roles: ColumnRoles) -> Iterator[_Line | Problem]:
    names = {word: each.name for each in layout.measures for word in (each.title, each.name)}
    measures = {measure.name: measure for measure in layout.measures}
    for row in grid.rows:
        columns = roles.measures
        if roles.is_tidy:
            named = row.cells[roles.fixed[MEASURE]] if MEASURE in roles.fixed else layout.measures[0].name
            if named not in names:
                yield raw_measure_unknown(place_of(grid, row, grid.header[roles.fixed[MEASURE]]), names)
                continue
            columns = {names[named]: roles.fixed[VALUE]}
        read = {name: _read_amount(row.cells[at], measures[name]) for name, at in columns.items()}
        wrong = [columns[name] for name, amount in read.items() if amount is None]
        if wrong:
            yield from (_at(raw_amount_unreadable, grid, row, at) for at in wrong)
            continue
        figures = {name: amount for name, amount in read.items() if amount is not None}
        forgotten = [at for name, at in columns.items() if _is_forgotten(row.cells[at], measures[name], figures)]
        yield from (_at(raw_money_forgotten, grid, row, at) for at in forgotten)
        codes = {column: layout.code_around(column, row.cells[at]) for column, at in roles.dimensions.items()}
        unknown = [column for column, code in codes.items() if code is None]
        if unknown and any(figures.values()):
            yield from (_unknown_code(grid, layout, row, column) for column in unknown)
        elif not unknown:
            faults = tuple(_household_faults(grid, row, roles, figures))
            yield from faults or (
                _read_line(layout, row, roles, figures, tuple(code for code in codes.values() if code)),
            )


def _read_line(layout: Layout, row: GridRow, roles: ColumnRoles, figures: Figures, codes: Codes) -> _Line:
    return _Line(
        row,
        tuple(layout.code_within(column, row.cells[at]) for column, at in roles.dimensions.items()),
        codes,
        figures,
        {name: tuple(_largest(row, places)) for name, places in roles.contributions.items()},
        dict(_read_households(row, roles, figures)),
        "" if roles.household is None else hide(row.cells[roles.household]),
    )


def _household_faults(grid: Grid, row: GridRow, roles: ColumnRoles, figures: Figures) -> Iterator[Problem]:
    if roles.household is not None and not row.cells[roles.household] and any(figures.values()):
        yield _at(household_unknown, grid, row, roles.household)
    read = dict(_read_households(row, roles, figures))
    for name, at in roles.households.items():
        if name in figures and name not in read:
            yield _at(households_unreadable, grid, row, at)


def _read_households(row: GridRow, roles: ColumnRoles, figures: Figures) -> Iterator[tuple[str, int]]:
    """No household is behind nothing; behind anything there is one, and no more than there are visits."""
    for name in roles.households.keys() & figures.keys():
        text, count = row.cells[roles.households[name]], figures[name]
        written = read_figure(text) if text else None
        value = written.value if written else 0 if not text and not count else None
        if isinstance(value, int) and (count > 0) <= value <= count:
            yield name, value


def _measure(layout: Layout, name: str) -> Measure:
    return next(each for each in layout.measures if each.name == name)


def _read_amount(text: str, measure: Measure) -> Amount | None:
    """A figure, or whether a case counts; an empty cell is no money, but it is no count either."""
    if text.lower() in _ANSWERS and measure.is_count:
        return _ANSWERS[text.lower()]
    if not text:
        return None if measure.is_count else 0
    written = None if _DOTTED.fullmatch(text) else read_figure(text)
    value = written.value if written else None
    if value is None or value < 0 or (measure.is_count and not isinstance(value, int)):
        return None
    return value


def _is_forgotten(text: str, measure: Measure, figures: Figures) -> bool:
    """A total of many households that nobody filled in; a single one may have got something else than money."""
    return not text and not measure.is_count and figures.get(measure.counted_by or "", 0) > 1


def _largest(row: GridRow, places: Iterable[int]) -> Iterator[Amount]:
    for at in places:
        written = read_figure(row.cells[at]) if row.cells[at] else None
        if written and written.value:
            yield written.value


def _rows(layout: Layout, lines: Iterable[_Line]) -> Iterator[RawRow]:
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
            largest = None if measure.is_count else _contributions(line, measure, counts)
            yield RawRow(line.codes, name, amount, largest, line.households.get(name))


def _contributions(
    line: _Line, measure: Measure, counts: Mapping[tuple[str, Codes], Amount]
) -> tuple[Amount, ...] | None:
    amount = line.figures[measure.name]
    if not amount:
        return ()
    behind = line.figures.get(measure.counted_by or "", counts.get((measure.counted_by or "", line.codes), 0))
    return (amount,) if behind <= 1 else line.largest.get(measure.name) or None


def _contradictions(grid: Grid, layout: Layout, line: _Line) -> Iterator[Problem]:
    """Money without anybody who got it, and a part that is more than its whole."""
    where = tuple(sorted(zip(layout.columns, line.codes, strict=True)))
    for measure in layout.measures:
        mine = line.figures.get(measure.name, 0)
        counted_by, whole = measure.counted_by, measure.part_of
        if counted_by and mine and line.figures.get(counted_by) == 0:
            named = _measure(layout, counted_by).title
            yield raw_money_without_anybody(place_of(grid, line.row, measure.title), measure.title, named)
        bounds = bounds_of(measure, Cell(measure.name, where)) if measure.standards else None
        count = line.figures.get(counted_by or "")
        if bounds and count is not None and not bounds[0] * count <= mine <= bounds[1] * count:
            yield raw_outside_standard(place_of(grid, line.row, measure.title), measure.title)
        if whole and whole in line.figures and mine > line.figures[whole]:
            named = _measure(layout, whole).title
            yield raw_part_above_whole(place_of(grid, line.row, measure.title), measure.title, named)


def _repeats(grid: Grid, lines: Iterable[_Line]) -> Iterator[Problem]:
    seen: dict[tuple[tuple[str | None, ...], tuple[str, ...]], int] = {}
    for line in lines:
        first = seen.setdefault((line.within, tuple(line.figures)), line.row.number)
        if first != line.row.number:
            yield raw_row_repeated(place_of(grid, line.row, None), first)


def _unknown_code(grid: Grid, layout: Layout, row: GridRow, column: str) -> Problem:
    title = layout.titles.get(column, column)
    tell = raw_period_unknown if layout.columns[column] is None else raw_code_unknown
    return tell(place_of(grid, row, title), title)


def _at(tell: Callable[[Location, str], Problem], grid: Grid, row: GridRow, column: int) -> Problem:
    header = grid.header[column]
    return tell(place_of(grid, row, header), header)
