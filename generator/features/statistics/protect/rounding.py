"""True counts of the finest places become figures rounded by the key; what is shown is decided from public totals.

A column is what one case (a category, a group) is at all places of a district in a period. It stands where the exact
totals of the district are published and large enough, else it has no rows; no true count below is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from generator.features.statistics.cells import Cell, build_cell
from generator.features.statistics.dimensions import Dimension
from generator.features.statistics.periods import level_of, periods_below
from generator.features.statistics.protect.keys import derive, draw
from generator.features.statistics.stages import Stages, find_stages
from generator.features.statistics.tables import ConfStatus, Observation, ObsStatus, Rounding, StatisticTable
from generator.features.statistics.totals import Figure, FullTable
from generator.model.figure import Amount
from generator.model.figure_columns import PERIOD

LEAST_PLACES = 3
"""With fewer places in a district, its total tells too much of each."""
_SPARE = 2
"""A district's total must be so many times the number of its places."""
_LEAST_CHANGE = 10
"""A correction that changes a district's total by less stays out; also by less than it has places."""

Codes = Mapping[str, str]
"""A code for each dimension but those at their total."""
Exact = Mapping[Cell, Amount | None]
"""The exact figures of one release; None where withheld."""


class ColumnFate(StrEnum):
    """What becomes of a column."""

    SHOWN = "shown"
    TOO_FEW = "too few"
    SUMMED = "summed"
    """A year both halves of which stand: their sum is all there is."""
    WITHHELD = "withheld"
    """The district's own figure is withheld, and its places with it."""
    KEPT = "kept"
    """It stays as published before: its correction is too small."""


@dataclass(frozen=True, slots=True)
class RoundingReport:
    """What rounding did, for the bureau's screen: columns by fate, figures, and how many of them print 0."""

    columns: Mapping[ColumnFate, int]
    figures: int
    zeros: int
    shared: int | None = None
    """Figures of which it is known who helped; None where the sheet does not say."""
    one_helper: int = 0
    """Of these, how many leave one provider fewer than `base` values for what the others did."""
    two_helpers: int = 0


@dataclass(frozen=True, slots=True)
class RoundedOutcome:
    """The public table and its report; `missing` exact totals nobody published, `contradicted` ones are not the sums
    of this raw sheet: with either, nothing may be published."""

    table: StatisticTable
    report: RoundingReport
    missing: tuple[Cell, ...]
    contradicted: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class PlaceColumn:
    """A district's case in a period; `members` are the codes of each place there that can have it."""

    codes: Codes
    members: tuple[Codes, ...]

    def whole(self, measure: str) -> Cell:
        """The district's own cell."""
        return _cell(measure, self.codes)


def round_to(count: Amount, base: int, threshold: int) -> int:
    """The next multiple of the base where the remainder reaches the threshold (1 to base), else the one below."""
    multiple, rest = divmod(int(count), base)
    return base * (multiple + (rest >= threshold))


def values_for(printed: int, known: Amount, base: int) -> int:
    """How many values a rounded count leaves to whoever knows so many of those it counts."""
    return max(0, printed + base - max(int(known), printed - base + 1, 0))


def threshold_of(secret: bytes, table: str, codes: Codes, base: int) -> int:
    """From 1 to the base; the same for all counts of a place's case in a period."""
    words = (f"{name}={code}" for name, code in sorted(codes.items()))
    return 1 + int(base * draw(derive(secret, table, codes[PERIOD][:4]), "round", *words))


def round_table(
    table: FullTable,
    rounding: Rounding,
    secret: bytes,
    exact: Sequence[Exact],
    earlier: Sequence[StatisticTable] = (),
) -> RoundedOutcome:
    """The finest places rounded, given all `exact` releases and `earlier` ones of this table, oldest first."""
    true = {build_cell(measure, table.dimensions, codes): each for (measure, codes), each in table.figures.items()}
    newest = {cell: value for release in exact for cell, value in release.items()}
    former = {cell: row for each in earlier for cell, row in each.cells().items()}
    stages = find_stages(table.measures)
    measures = tuple(each.name for each in table.measures)
    how = (rounding.base, secret, rounding.drawn_as or table.name)
    rows: list[Observation] = []
    fates: Counter[ColumnFate] = Counter()
    is_reported = _reported(newest, true, rounding)
    columns = [each for each in find_columns(table.dimensions, rounding) if is_reported(each)]
    wholes = [column.whole(name) for column in columns for name in measures]
    missing = tuple(cell for cell in wholes if cell not in newest)
    contradicted = tuple(cell for cell in wholes if newest.get(cell) not in (None, true[cell].value))
    for year in () if missing or contradicted else _by_year(columns):
        found = judge_year(year, measures, stages, newest)
        slight = _is_slight(year, measures, stages, exact)
        for period, column in year.items():
            fresh = _rows(table, column, found[period], lambda cell: true[cell].value, how)
            if (
                found[period] is ColumnFate.SHOWN
                and slight
                and any(_differs(row, former.get(cell)) for cell, row in fresh)
            ):
                found[period] = ColumnFate.KEPT
                fresh = [(cell, former.get(cell, row)) for cell, row in fresh]
            rows += [row for _, row in fresh]
        fates.update(found.values())
    public = StatisticTable(table.name, table.dimensions, table.measures, tuple(rows), rounding)
    given = [row.value for row in rows if row.value is not None]
    shared = [
        (int(row.value), table.helpers[row.measure, row.codes])
        for row in rows
        if row.value is not None and (row.measure, row.codes) in table.helpers
    ]
    report = RoundingReport(
        dict(fates),
        len(given),
        sum(not value for value in given),
        len(shared) if table.helpers else None,
        *(
            sum(values_for(printed, sum(both[:some]), rounding.base) < rounding.base for printed, both in shared)
            for some in (1, 2)
        ),
    )
    return RoundedOutcome(public, report, missing, contradicted)


def _reported(newest: Exact, true: Mapping[Cell, Figure], rounding: Rounding) -> Callable[[PlaceColumn], bool]:
    """Whether anybody counted in a district in a period: one that is late has neither exact figures nor cases, and its
    places get no zeros."""

    def at(codes: Codes) -> tuple[str, str]:
        return codes.get(rounding.axis, ""), codes.get(PERIOD, "")

    known = {at(dict(cell.place)) for cell in newest} | {
        at(dict(cell.place)) for cell, each in true.items() if each.value
    }
    return lambda column: at(column.codes) in known


def find_columns(dimensions: Sequence[Dimension], rounding: Rounding) -> tuple[PlaceColumn, ...]:
    """Every case of every district that has places of the rounded level, in every period."""
    axis = next(each for each in dimensions if each.name == rounding.axis)
    others = [each for each in dimensions if each.name != rounding.axis]
    cases = [each.parents if each.name == PERIOD else each.leaves for each in others]
    districts = {above: [code for code in below if code in rounding.codes] for above, below in axis.children.items()}
    columns: list[PlaceColumn] = []
    for district, places in districts.items():
        for case in product(*cases) if places else ():
            codes = {each.name: code for each, code in zip(others, case, strict=True)}
            members = [codes | {axis.name: place} for place in places]
            columns.append(PlaceColumn(codes | {axis.name: district}, tuple(filter(rounding.can_be, members))))
    return tuple(columns)


def judge_year(
    year: Mapping[str, PlaceColumn], measures: Sequence[str], stages: Stages, newest: Exact
) -> dict[str, ColumnFate]:
    """What becomes of a district's case in each period of a year, by published totals alone.

    The year stands only where no half does: it is their sum, and beside one half it would tell the other. The first
    half is judged before anybody knows the second; where it has too few, the year goes before the second half.
    """
    found = {period: _judge(column, measures, stages, newest) for period, column in year.items()}
    whole = next((period for period in found if level_of(period) == "year"), "")
    if whole and found[whole] is ColumnFate.SHOWN:
        first, second = periods_below(whole)
        if found[first] is ColumnFate.SHOWN:
            found[whole] = ColumnFate.SUMMED if found[second] is ColumnFate.SHOWN else ColumnFate.TOO_FEW
        elif found[second] is ColumnFate.SHOWN:
            found[second] = ColumnFate.TOO_FEW
    return found


def _judge(column: PlaceColumn, measures: Sequence[str], stages: Stages, newest: Exact) -> ColumnFate:
    totals = [newest[column.whole(name)] for name in measures]
    known = [each for each in totals if each is not None]
    if len(known) < len(totals):
        return ColumnFate.WITHHELD
    count = len(column.members)
    enough = count >= LEAST_PLACES and min(_with_rests(column, measures, stages, newest)) >= _SPARE * count
    return ColumnFate.SHOWN if enough else ColumnFate.TOO_FEW


def _with_rests(column: PlaceColumn, measures: Sequence[str], stages: Stages, release: Exact) -> list[Amount]:
    """A district's published counts, and what each leaves over of each that it is a part of; empty if one is not."""
    totals = {name: value for name in measures if (value := release.get(column.whole(name))) is not None}
    if len(totals) < len(measures):
        return []
    rests = [totals[name] - totals[part] for name in measures for part in stages.below(name) if part in totals]
    return [*totals.values(), *rests]


def _is_slight(
    year: Mapping[str, PlaceColumn], measures: Sequence[str], stages: Stages, exact: Sequence[Exact]
) -> bool:
    """Whether any count of any period was published before with a value that is only a little different."""
    for column in year.values():
        seen = [totals for release in exact if (totals := _with_rests(column, measures, stages, release))]
        least = max(_LEAST_CHANGE, len(column.members))
        if any(0 < abs(float(now - then)) < least for each in seen for now, then in zip(seen[-1], each, strict=True)):
            return True
    return False


def _by_year(columns: Sequence[PlaceColumn]) -> Iterator[dict[str, PlaceColumn]]:
    """The columns of one case of one district together, by period."""
    years: dict[tuple[tuple[str, str], ...], dict[str, PlaceColumn]] = {}
    for column in columns:
        period = column.codes[PERIOD]
        key = tuple(sorted({**column.codes, PERIOD: period[:4]}.items()))
        years.setdefault(key, {})[period] = column
    yield from years.values()


def _rows(
    table: FullTable,
    column: PlaceColumn,
    fate: ColumnFate,
    true: Callable[[Cell], Amount],
    how: tuple[int, bytes, str],
) -> list[tuple[Cell, Observation]]:
    """The public rows of a column, with their cells."""
    base, secret, drawn_by = how
    order = [each.name for each in table.dimensions]
    rows: list[tuple[Cell, Observation]] = []
    for member in column.members if fate in (ColumnFate.SHOWN, ColumnFate.WITHHELD) else ():
        codes = tuple(member[name] for name in order)
        threshold = threshold_of(secret, drawn_by, member, base)
        for measure in table.measures:
            cell = _cell(measure.name, member)
            if fate is ColumnFate.WITHHELD:
                row = Observation(codes, measure.name, None, ObsStatus.SUPPRESSED, ConfStatus.CONFIDENTIAL)
            else:
                row = Observation(codes, measure.name, round_to(true(cell), base, threshold), ObsStatus.ROUNDED)
            rows.append((cell, row))
    return rows


def _differs(row: Observation, former: Observation | None) -> bool:
    return former is not None and former.value is not None and former.value != row.value


def _cell(measure: str, codes: Codes) -> Cell:
    """The cell at these codes; none of them is a total."""
    return Cell(measure, tuple(sorted(codes.items())))
