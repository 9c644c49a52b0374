"""Rounded figures become weaknesses: those that the exact figures above them, and one another, tell too well.

What a place prints is a multiple of the base, off by less than that; all counts of a place's case in a period were
rounded at one unknown threshold. The district's exact figures say what the places add up to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.features.statistics.audit.rounded_program import Figure, RoundedProgram
from generator.features.statistics.audit.weaknesses import Demand, Weakness, WeaknessKind
from generator.features.statistics.cells import Cell
from generator.features.statistics.periods import level_of
from generator.features.statistics.stages import REST, Stages
from generator.features.statistics.tables import Observation, Rounding, StatisticTable
from generator.model.figure import Amount
from generator.model.figure_columns import PERIOD

Place = tuple[tuple[str, str], ...]
Exact = Mapping[Cell, Amount | None]
_LEAST_CHANGE = 10
"""An exact change that is smaller tells of the places that were corrected."""


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """One case at the places of a district in a period: what they print, and what they add up to exactly."""

    district: Place
    places: tuple[Place, ...]
    """Where the case can be."""
    printed: Mapping[Cell, Amount | None]
    wholes: Mapping[str, Amount | None]
    """By measure, and by what one leaves over of another; None where it is not published."""

    @property
    def is_withheld(self) -> bool:
        """Whether it says nothing at all."""
        return all(value is None for value in self.printed.values())

    @property
    def is_whole(self) -> bool:
        """Whether every place prints every count, and the district does."""
        cells = {Cell(name, place) for name in self.wholes if REST not in name for place in self.places}
        return cells == self.printed.keys() and None not in (*self.printed.values(), *self.wholes.values())


@dataclass(frozen=True, slots=True)
class RoundedCase:
    """A district's columns of one rounded table under attack, beside others like it."""

    table: str
    base: int
    columns: tuple[PrintedColumn, ...]
    nested: tuple[tuple[str, str], ...]
    """Counts that are part of another: the part and the whole."""
    demand: Demand
    least: Mapping[Cell, int] = field(default_factory=dict)
    """What single cells are surely not below."""

    @property
    def title(self) -> str:
        """What is attacked, in a word."""
        return self.table


def rounded_cases(
    release: Sequence[StatisticTable], stages: Stages, demand: Demand, least: Mapping[Cell, int]
) -> Iterator[RoundedCase]:
    """A case for each district of each rounded table."""
    exact = exact_figures(release)
    for table in release:
        if table.rounding is None:
            continue
        districts: dict[str, list[PrintedColumn]] = {}
        for column in read_columns(table, table.rounding, stages, exact):
            districts.setdefault(dict(column.district).get(table.rounding.axis, ""), []).append(column)
        for columns in districts.values():
            yield RoundedCase(table.name, table.rounding.base, tuple(columns), _nested(table, stages), demand, least)


def exact_figures(release: Sequence[StatisticTable]) -> dict[Cell, Amount | None]:
    """Every exact figure of a release; one that any table gives is given."""
    shown: dict[Cell, Amount | None] = {}
    for table in release:
        for cell, row in table.cells().items() if table.rounding is None else ():
            if shown.get(cell) is None:
                shown[cell] = row.value
    return shown


def read_columns(table: StatisticTable, rounding: Rounding, stages: Stages, exact: Exact) -> tuple[PrintedColumn, ...]:
    """The columns of a rounded table; rows that are no place of it belong to none."""
    axis = next(each for each in table.dimensions if each.name == rounding.axis)
    measures = tuple(each.name for each in table.measures)
    holders = {code: rounding.holder_of(axis, code) for code in axis.codes if code in rounding.codes}
    printed: dict[Place, dict[Cell, Amount | None]] = {}
    for cell, row in table.cells().items():
        codes = dict(cell.place)
        above = holders.get(codes.get(rounding.axis, ""))
        if above is not None:
            district = tuple(sorted((codes | {rounding.axis: above}).items()))
            printed.setdefault(district, {})[cell] = row.value
    columns: list[PrintedColumn] = []
    for district, cells in printed.items():
        codes = dict(district)
        below = [code for code, above in holders.items() if above == codes[rounding.axis]]
        places = [codes | {rounding.axis: code} for code in below]
        can_be = tuple(tuple(sorted(place.items())) for place in places if rounding.can_be(place))
        columns.append(PrintedColumn(district, can_be, cells, _wholes(district, measures, stages, exact)))
    return tuple(columns)


def _wholes(district: Place, measures: tuple[str, ...], stages: Stages, exact: Exact) -> dict[str, Amount | None]:
    wholes = {name: exact.get(Cell(name, district)) for name in measures}
    for whole in measures:
        for part in stages.below(whole):
            if part in measures:
                one, other = wholes[whole], wholes[part]
                wholes[f"{whole}{REST}{part}"] = None if one is None or other is None else one - other
    return wholes


def _nested(table: StatisticTable, stages: Stages) -> tuple[tuple[str, str], ...]:
    measures = [each.name for each in table.measures]
    return tuple((part, whole) for whole in measures for part in stages.below(whole) if part in measures)


def examine_rounded(case: RoundedCase) -> list[Weakness]:
    """Every figure of a district that is told too well; of a column that is not whole, only that."""
    found: list[Weakness] = []
    for column in case.columns:
        if column.is_withheld:
            continue
        if column.is_whole:
            found += _narrow(case, column)
        else:
            cell = min(column.printed)
            found.append(Weakness(case.table, cell, 0.0, None, 0.0, WeaknessKind.WHOLE, _missing(column)))
    return found


def _missing(column: PrintedColumn) -> tuple[Cell, ...]:
    return tuple(
        Cell(name, column.district) for name, value in column.wholes.items() if value is None and REST not in name
    )


def _narrow(case: RoundedCase, column: PrintedColumn) -> Iterator[Weakness]:
    """Places whose count, or what one count leaves over of another, has fewer than k values left."""
    wholes = tuple(Cell(name, column.district) for name in _counts(column))
    known: set[Cell] = set()
    least = {
        (at, name): case.least[cell]
        for at, place in enumerate(column.places)
        for name in _counts(column)
        if (cell := Cell(name, place)) in case.least
    }
    for floors, kind in (({}, WeaknessKind.ROUNDED), (least, WeaknessKind.STORY)):
        if kind is WeaknessKind.STORY and not floors:
            continue
        program = _program(case, column, floors)
        if not program.fits and not floors:
            yield Weakness(case.table, min(column.printed), 0.0, None, 0.0, WeaknessKind.CONTRADICTION, wholes)
        if not program.fits:
            return
        for (at, name), (low, high) in program.narrower_than(case.demand.k).items():
            cell = Cell(name, column.places[at])
            if cell not in known:
                yield Weakness(case.table, cell, float(low), float(high), float(case.demand.k), kind, wholes)
            known.add(cell)


def _program(case: RoundedCase, column: PrintedColumn, least: Mapping[Figure, int]) -> RoundedProgram:
    printed = (
        {name: int(column.printed[Cell(name, place)] or 0) for name in _counts(column)} for place in column.places
    )
    wholes = {name: int(value or 0) for name, value in column.wholes.items() if REST not in name}
    return RoundedProgram(case.base, tuple(printed), wholes, case.nested, least)


def _counts(column: PrintedColumn) -> tuple[str, ...]:
    return tuple(name for name in column.wholes if REST not in name)


def find_rounding_faults(
    releases: Sequence[Sequence[StatisticTable]], stages: Stages, demand: Demand
) -> Iterator[Weakness]:
    """What needs no calculation: figures that are not rounded, exact ones beside them, corrections that are small."""
    newest = releases[-1]
    ever = tuple({id(table): table for release in releases for table in release}.values())
    for table in newest:
        if table.rounding is not None:
            yield from _find_unrounded(table, table.rounding, demand)
            yield from _find_exact_beside(table, table.rounding, ever, stages)
    for table in newest:
        if table.rounding is not None:
            yield from _find_corrections(table, table.rounding, stages, releases)


def _find_unrounded(table: StatisticTable, rounding: Rounding, demand: Demand) -> Iterator[Weakness]:
    """Each figure is a multiple of a base that is large enough, of the finest cells only, and of no year beside its
    halves."""
    leaves = {
        axis.name: frozenset(axis.leaves) for axis in table.dimensions if axis.name not in (PERIOD, rounding.axis)
    }
    rows = table.cells()
    for cell, row in rows.items():
        codes = dict(cell.place)
        fine = all(codes.get(name) in codes_of for name, codes_of in leaves.items())
        fine = fine and codes.get(rounding.axis) in rounding.codes and not _is_summed(cell, codes, rows)
        base = rounding.base
        if row.value is not None and (row.value % base or base < demand.k or not fine):
            value = float(row.value)
            yield Weakness(table.name, cell, value, value, float(max(base, demand.k)), WeaknessKind.UNROUNDED, ())


def _is_summed(cell: Cell, codes: Mapping[str, str], rows: Mapping[Cell, Observation]) -> bool:
    """Whether a row is of a month, or of a year one of whose halves stands too."""
    period = codes.get(PERIOD, "")
    if level_of(period) != "year":
        return level_of(period) != "half-year"
    halves = (Cell(cell.measure, tuple(sorted({**codes, PERIOD: f"{period}H{at}"}.items()))) for at in (1, 2))
    return any((row := rows.get(half)) is not None and row.value is not None for half in halves)


def _find_exact_beside(
    table: StatisticTable, rounding: Rounding, ever: Sequence[StatisticTable], stages: Stages
) -> Iterator[Weakness]:
    """A year is rounded for a place or exact, never both, whenever that was; counts that are no part of one another
    have a year each."""
    roots = {stages.root(each.counted_by or each.name) for each in table.measures}

    def at(codes: Mapping[str, str]) -> tuple[str, str]:
        return codes.get(rounding.axis, ""), codes.get(PERIOD, "")[:4]

    exact: dict[tuple[str, str], Cell] = {}
    for other in ever:
        alike = {each.name for each in other.measures if stages.root(each.counted_by or each.name) in roots}
        for cell in other.cells() if other.rounding is None and alike else ():
            codes = dict(cell.place)
            if cell.measure in alike and codes.get(rounding.axis) in rounding.codes:
                exact.setdefault(at(codes), cell)
    seen: set[tuple[str, str]] = set()
    for cell, row in table.cells().items():
        place = at(dict(cell.place))
        if row.value is not None and place in exact and place not in seen:
            seen.add(place)
            yield Weakness(table.name, cell, 0.0, None, 0.0, WeaknessKind.BESIDE, (exact[place],))


def _find_corrections(
    table: StatisticTable, rounding: Rounding, stages: Stages, releases: Sequence[Sequence[StatisticTable]]
) -> Iterator[Weakness]:
    """What places print changes only where the district's exact figures stay or change by many."""
    now = {each.district: each for each in read_columns(table, rounding, stages, exact_figures(releases[-1]))}
    for release in releases[:-1]:
        exact = exact_figures(release)
        for old in release:
            if old.name != table.name or old.rounding is None or old.observations == table.observations:
                continue
            for before in read_columns(old, old.rounding, stages, exact):
                column = now.get(before.district)
                if column and (changes := _slight(before, column)):
                    then, new = changes
                    wholes = tuple(Cell(name, column.district) for name in _counts(column))
                    yield Weakness(
                        table.name, min(column.printed), then, new, _least(column), WeaknessKind.CORRECTION, wholes
                    )


def _least(column: PrintedColumn) -> float:
    return float(max(_LEAST_CHANGE, len(column.places)))


def _slight(before: PrintedColumn, now: PrintedColumn) -> tuple[float, float] | None:
    """An exact figure before and now that differs a little, where what the places print differs too."""
    both = [(before.printed[cell], value) for cell, value in now.printed.items() if cell in before.printed]
    if all(one == other or None in (one, other) for one, other in both):
        return None
    for name, value in now.wholes.items():
        then = before.wholes.get(name)
        if then is not None and value is not None and 0 < abs(float(value - then)) < _least(now):
            return float(then), float(value)
    return None
