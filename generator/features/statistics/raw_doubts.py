"""A raw sheet that can be read in two ways, or in none that adds up, becomes problems of its rows and columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.features.statistics.cells import Cell
from generator.features.statistics.column_roles import ColumnRoles
from generator.features.statistics.entries import place_of
from generator.features.statistics.layouts import Layout
from generator.features.statistics.periods import period_above
from generator.features.statistics.problems import (
    raw_headed_by_day,
    raw_money_without_anybody,
    raw_outside_standard,
    raw_part_above_whole,
    raw_row_repeated,
)
from generator.features.statistics.raw_lines import RawLine, measure_named
from generator.features.statistics.raw_problems import (
    raw_answer_among_numbers,
    raw_other_unit,
    raw_row_inside,
    raw_thousands_split,
)
from generator.features.statistics.standards import bounds_of
from generator.model.figure_columns import VALUE
from generator.model.grid import Grid
from generator.model.problem import Location, Problem

_DAY = re.compile(r"[\d\s./:年月日-]+")
_BRACKETS = re.compile(r"\((.*?)\)")
_MANIFOLD = r"[十百千万亿]+\s*"
_SPLIT = re.compile(r"\d{1,3}"), re.compile(r"\d{3}(?:\.\d+)?")


def doubt_sheet(grid: Grid, layout: Layout, roles: ColumnRoles) -> Iterator[Problem]:
    """What headings and notes say of all rows."""
    yield from _headed_by_days(grid)
    yield from _other_units(grid, layout, roles)
    yield from _split_thousands(grid, roles)


def doubt_lines(grid: Grid, layout: Layout, lines: Sequence[RawLine], is_added_up: bool) -> Iterator[Problem]:
    """What rows say of themselves, and of sheets already added up what they say of one another."""
    if is_added_up:
        yield from (raw_answer_among_numbers(place_of(grid, each.row, None)) for each in lines if each.answered)
        yield from _repeats(grid, lines)
        yield from _nested(grid, layout, lines)
    yield from (fault for line in lines for fault in _contradictions(grid, layout, line))


def _headed_by_days(grid: Grid) -> Iterator[Problem]:
    """Figures below a day or a number belong to something that no table asks for: left out, they would be missed."""
    for at, heading in enumerate(grid.header):
        row = next((row for row in grid.rows if row.cells[at]), None)
        if row and _DAY.fullmatch(heading):
            yield raw_headed_by_day(place_of(grid, row, heading))


def _other_units(grid: Grid, layout: Layout, roles: ColumnRoles) -> Iterator[Problem]:
    """Ten thousand yuan in a heading, or in a note that stands above or below the table."""
    places = {VALUE: roles.fixed[VALUE]} if roles.is_tidy else roles.measures
    for each in layout.measures:
        at = places.get(VALUE if roles.is_tidy else each.name)
        heading = "" if at is None else unicodedata.normalize("NFKC", grid.header[at])
        if any(_is_manifold(said, each.unit) for said in _BRACKETS.findall(heading)):
            yield raw_other_unit(Location(grid.file, row=1), heading, each.unit)
        for aside in grid.asides:
            if "单位" in aside and _is_manifold(aside, each.unit):
                yield raw_other_unit(Location(grid.file), aside, each.unit)


def _is_manifold(said: str, unit: str) -> bool:
    return bool(re.search(_MANIFOLD + re.escape(unit), unicodedata.normalize("NFKC", said)))


def _split_thousands(grid: Grid, roles: ColumnRoles) -> Iterator[Problem]:
    """What lies right of a figure in a column that nobody reads, and looks like its last three digits."""
    read = {
        *roles.measures.values(),
        *roles.fixed.values(),
        *roles.dimensions.values(),
        *roles.households.values(),
        *(at for both in roles.contributions.values() for at in both),
        *(at for at in (roles.household, roles.provider) if at is not None),
    }
    figures = (read - {*roles.dimensions.values(), roles.household, roles.provider}) - {
        at for name, at in roles.fixed.items() if name != VALUE
    }
    for at in sorted(at for at in figures if at + 1 < len(grid.header) and at + 1 not in read):
        head, tail = _SPLIT
        split = (row for row in grid.rows if head.fullmatch(row.cells[at]) and tail.fullmatch(row.cells[at + 1]))
        if (row := next(split, None)) is not None:
            yield raw_thousands_split(place_of(grid, row, grid.header[at]), grid.header[at])


def _contradictions(grid: Grid, layout: Layout, line: RawLine) -> Iterator[Problem]:
    """Money without anybody who got it, and a part that is more than its whole."""
    where = tuple(sorted(zip(layout.columns, line.codes, strict=True)))
    for measure in layout.measures:
        mine = line.figures.get(measure.name, 0)
        counted_by, whole = measure.counted_by, measure.part_of
        if counted_by and mine and line.figures.get(counted_by) == 0:
            named = measure_named(layout, counted_by).title
            yield raw_money_without_anybody(place_of(grid, line.row, measure.title), measure.title, named)
        bounds = bounds_of(measure, Cell(measure.name, where)) if measure.standards else None
        count = line.figures.get(counted_by or "")
        if bounds and count is not None and not bounds[0] * count <= mine <= bounds[1] * count:
            yield raw_outside_standard(place_of(grid, line.row, measure.title), measure.title)
        if whole and whole in line.figures and mine > line.figures[whole]:
            named = measure_named(layout, whole).title
            yield raw_part_above_whole(place_of(grid, line.row, measure.title), measure.title, named)


def _repeats(grid: Grid, lines: Iterable[RawLine]) -> Iterator[Problem]:
    seen: dict[tuple[tuple[str | None, ...], tuple[str, ...], str], int] = {}
    for line in lines:
        first = seen.setdefault((line.within, tuple(line.figures), line.provider), line.row.number)
        if first != line.row.number:
            yield raw_row_repeated(place_of(grid, line.row, None), first)


def _nested(grid: Grid, layout: Layout, lines: Sequence[RawLine]) -> Iterator[Problem]:
    """Two rows of one figure of which one speaks of a month or township, the other of the half-year or district.

    Each is told once, with the first row that it meets; a total that the table has is no such row, it is compared.
    """
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[RawLine]] = {}
    for line in lines:
        groups.setdefault((line.codes, tuple(line.figures)), []).append(line)
    trails = _Trails(layout)
    for group in groups.values():
        if len({trails.depths(each) for each in group}) < 2:
            continue
        for at, line in enumerate(group):
            first = next((each for each in group[:at] if trails.meet(each, line)), None)
            if first is not None:
                yield raw_row_inside(place_of(grid, line.row, None), first.row.number)


class _Trails:
    """What every code of a sheet is part of, itself first."""

    def __init__(self, layout: Layout) -> None:
        self._axes = tuple(layout.columns.values())
        self._known: dict[tuple[int, str], tuple[str, ...]] = {}

    def depths(self, line: RawLine) -> tuple[int, ...]:
        """How deep each code of a row lies."""
        return tuple(len(self._trail(at, code or "")) for at, code in enumerate(line.within))

    def meet(self, one: RawLine, other: RawLine) -> bool:
        """Whether there is a case that both rows speak of."""
        pairs = enumerate(zip(one.within, other.within, strict=True))
        return all(a in self._trail(at, b or "") or b in self._trail(at, a or "") for at, (a, b) in pairs)

    def _trail(self, at: int, code: str) -> tuple[str, ...]:
        if (at, code) not in self._known:
            self._known[at, code] = self._find(at, code)
        return self._known[at, code]

    def _find(self, at: int, code: str) -> tuple[str, ...]:
        axis = self._axes[at]
        if axis is not None:
            above: Mapping[str, str] = axis.inside
            start = above.get(code)
            known = axis.dimension.path(start or code) if (start or code) in axis.dimension.codes else ()
            return (code, *known) if start else known or (code,)
        trail, step = [code], period_above(code)
        while step is not None:
            trail.append(step)
            step = period_above(step)
        return tuple(trail)
