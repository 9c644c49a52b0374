"""Rounded columns of one district and year, of all tables and periods, become what they tell together.

The households of a place are the same ones whether told by category or by group: both columns add up to one number that
nobody prints. A year that is printed is what its halves add up to, and of those the district's exact figures stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np

from generator.features.statistics.audit.rounded import Exact, Place, PrintedColumn, exact_figures, read_columns
from generator.features.statistics.audit.rounded_program import PulledProgram
from generator.features.statistics.audit.row_program import ProgramRow
from generator.features.statistics.audit.weaknesses import Demand, Weakness, WeaknessKind
from generator.features.statistics.cells import Cell
from generator.features.statistics.periods import level_of, periods_below
from generator.features.statistics.stages import REST, Stages
from generator.features.statistics.tables import Rounding, StatisticTable
from generator.model.figure_columns import PERIOD

_MOST = 1_000_000
"""More households than any place has."""


@dataclass(frozen=True, slots=True)
class DistrictTable:
    """What one rounded table prints of a district in a year; `cases` are codes of the other dimensions."""

    name: str
    rounding: Rounding
    measures: tuple[str, ...]
    nested: tuple[tuple[str, str], ...]
    cases: tuple[Place, ...]
    columns: tuple[PrintedColumn, ...]


@dataclass(frozen=True, slots=True)
class TogetherCase:
    """A district and a year under attack; `places` are those of the rounded level, `exact` all exact figures of it."""

    district: str
    axis: str
    year: str
    places: tuple[str, ...]
    tables: tuple[DistrictTable, ...]
    exact: Exact
    demand: Demand
    least: Mapping[Cell, int] = field(default_factory=dict)
    """What single cells are surely not below."""

    @property
    def title(self) -> str:
        """What is attacked, in a word."""
        return f"{self.district} {self.year}"

    @property
    def periods(self) -> tuple[str, ...]:
        """The halves of the year where any is printed, both of them where a year is as well; else the year."""
        printed = {dict(column.district)[PERIOD] for table in self.tables for column in table.columns}
        halves = tuple(sorted(each for each in printed if level_of(each) != "year"))
        return periods_below(self.year) if halves and self.year in printed else halves or (self.year,)


def together_cases(
    release: Sequence[StatisticTable], stages: Stages, demand: Demand, least: Mapping[Cell, int]
) -> Iterator[TogetherCase]:
    """Every district and year of which two rounded tables print something."""
    rounded = [(table, table.rounding) for table in release if table.rounding is not None]
    if len(rounded) < 2:
        return
    exact = exact_figures(release)
    found: dict[tuple[str, str, str], list[DistrictTable]] = {}
    for table, rounding in rounded:
        years: dict[tuple[str, str], list[PrintedColumn]] = {}
        for column in read_columns(table, rounding, stages, exact):
            if column.is_whole:
                codes = dict(column.district)
                years.setdefault((codes[rounding.axis], codes[PERIOD][:4]), []).append(column)
        for (district, year), columns in years.items():
            found.setdefault((rounding.axis, district, year), []).append(_district(table, rounding, stages, columns))
    for (name, district, year), tables in found.items():
        if len(tables) > 1:
            axis = next(each for table, _ in rounded for each in table.dimensions if each.name == name)
            _, rounding = rounded[0]
            places = tuple(each for each in axis.codes if each in rounding.codes)
            below = tuple(each for each in places if rounding.holder_of(axis, each) == district)
            near = {cell: value for cell, value in exact.items() if dict(cell.place).get(name) == district}
            known = {cell: value for cell, value in least.items() if dict(cell.place).get(name) in below}
            yield TogetherCase(district, name, year, below, tuple(tables), near, demand, known)


def _district(
    table: StatisticTable, rounding: Rounding, stages: Stages, columns: Iterable[PrintedColumn]
) -> DistrictTable:
    measures = tuple(each.name for each in table.measures)
    nested = tuple((part, whole) for whole in measures for part in stages.below(whole) if part in measures)
    others = [each for each in table.dimensions if each.name not in (PERIOD, rounding.axis)]
    cases = product(*([(each.name, code) for code in each.leaves] for each in others))
    return DistrictTable(table.name, rounding, measures, nested, tuple(cases), tuple(columns))


def examine_together(case: TogetherCase) -> list[Weakness]:
    """Printed figures that have fewer than k values left once all columns are laid together; then also with what cases
    tell of single cells."""
    plain = _Unknowns(case, {})
    program = plain.program()
    if not program.fits:
        table = case.tables[0]
        cell = min(table.columns[0].printed)
        return [Weakness(table.name, cell, 0.0, None, 0.0, WeaknessKind.CONTRADICTION, ())]
    found = list(_narrow(case, plain, program, WeaknessKind.TOGETHER))
    known = {(each.table, each.cell) for each in found}
    with_cases = _Unknowns(case, case.least)
    if with_cases.is_bound and (bound := with_cases.program()).fits:
        by_cases = _narrow(case, with_cases, bound, WeaknessKind.STORY)
        found += [each for each in by_cases if (each.table, each.cell) not in known]
    return found


def _narrow(case: TogetherCase, unknowns: _Unknowns, program: PulledProgram, kind: WeaknessKind) -> Iterator[Weakness]:
    k = case.demand.k
    for (table, cell), (low, high) in unknowns.named(program.narrower_than(k)):
        yield Weakness(table, cell, float(low), float(high), float(k), kind, ())


@dataclass(slots=True)
class _Unknowns:
    """The unknowns of a case and the rows between them, while they are written down."""

    case: TogetherCase
    least: Mapping[Cell, int]
    is_bound: bool = False
    """Whether what cases tell bounds any of them."""
    high: list[float] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    rows: list[ProgramRow] = field(default_factory=list)
    at: dict[tuple[str, Cell], int] = field(default_factory=dict)
    watched: list[tuple[str, Cell]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for table in self.case.tables:
            for period, codes in product(self.case.periods, table.cases):
                self._write_case(table, period, codes)
            for column in table.columns:
                self._write_printed(table, column)
        for period, place in product(self.case.periods, self.case.places):
            self._tie(period, place)

    def program(self) -> PulledProgram:
        """The programme, with what is watched first."""
        first = [self.at[each] for each in self.watched]
        order = [*first, *sorted(set(range(len(self.low))) - set(first))]
        now = {old: new for new, old in enumerate(order)}
        rows = [(least, most, [(now[at], factor) for at, factor in sums]) for least, most, sums in self.rows]
        return PulledProgram(np.array(self.low)[order], np.array(self.high)[order], rows, len(first))

    def named(self, found: Mapping[int, tuple[int, int]]) -> Iterator[tuple[tuple[str, Cell], tuple[int, int]]]:
        """What was found narrow, by table and cell."""
        yield from ((self.watched[number], bounds) for number, bounds in found.items())

    def _new(self, least: float = 0.0, most: float = _MOST) -> int:
        self.low.append(least)
        self.high.append(most)
        return len(self.low) - 1

    def _floor(self, cell: Cell) -> float:
        self.is_bound |= cell in self.least
        return float(self.least.get(cell, 0))

    def _place(self, table: DistrictTable, period: str, codes: Place) -> Iterator[Place]:
        for code in self.case.places:
            place = tuple(sorted((*codes, (PERIOD, period), (self.case.axis, code))))
            if table.rounding.can_be(dict(place)):
                yield place

    def _write_case(self, table: DistrictTable, period: str, codes: Place) -> None:
        """Counts of every place, which add up to the district's where that is published."""
        district = tuple(sorted((*codes, (PERIOD, period), (self.case.axis, self.case.district))))
        places = tuple(self._place(table, period, codes))
        for name in table.measures:
            cells = [(table.name, Cell(name, place)) for place in places]
            whole = self.case.exact.get(Cell(name, district))
            for cell in cells:
                self.at[cell] = self._new(self._floor(cell[1]), _MOST if whole is None else float(whole))
            if whole is not None:
                self.rows.append((float(whole), float(whole), [(self.at[cell], 1.0) for cell in cells]))
        for place, (part, whole_name) in product(places, table.nested):
            rest = (table.name, Cell(f"{whole_name}{REST}{part}", place))
            self.at[rest] = self._new()
            of = (self.at[table.name, Cell(name, place)] for name in (whole_name, part))
            self._sum(next(of), (next(of), self.at[rest]))

    def _sum(self, total: int, parts: Iterable[int]) -> None:
        self.rows.append((0.0, 0.0, [(total, -1.0), *((part, 1.0) for part in parts)]))

    def _write_printed(self, table: DistrictTable, column: PrintedColumn) -> None:
        """What a place prints says between which bounds its counts are, at a threshold that all of them share."""
        base = table.rounding.base
        names = (*table.measures, *(f"{whole}{REST}{part}" for part, whole in table.nested))
        for place in column.places:
            threshold = self._new(1.0, float(base))
            for name in names:
                cell = Cell(name, place)
                at = self._figure(table.name, cell)
                printed = column.printed.get(cell)
                if printed is not None:
                    self.rows.append((float(printed) - base, float(printed) - 1, [(at, 1.0), (threshold, -1.0)]))
                self.watched.append((table.name, cell))

    def _figure(self, table: str, cell: Cell) -> int:
        """The unknown of a cell; of a year whose halves are unknowns, their sum."""
        if (table, cell) not in self.at:
            codes = dict(cell.place)
            halves = (Cell(cell.measure, tuple(sorted({**codes, PERIOD: each}.items()))) for each in self.case.periods)
            self.at[table, cell] = self._new(self._floor(cell))
            self._sum(self.at[table, cell], [self.at[table, half] for half in halves if (table, half) in self.at])
        return self.at[table, cell]

    def _tie(self, period: str, place: str) -> None:
        """All tables count the same households of a place."""
        here = {(PERIOD, period), (self.case.axis, place)}
        sums: dict[str, list[list[int]]] = {}
        for table in self.case.tables:
            for name in table.measures:
                cells = (Cell(name, tuple(sorted((*codes, *here)))) for codes in table.cases)
                sums.setdefault(name, []).append(
                    [self.at[table.name, cell] for cell in cells if (table.name, cell) in self.at]
                )
        for first, *others in sums.values():
            for other in others:
                self.rows.append((0.0, 0.0, [*((at, 1.0) for at in first), *((at, -1.0) for at in other)]))
