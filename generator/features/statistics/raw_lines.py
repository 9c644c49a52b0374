"""The rows of a raw sheet become lines that say how many, how much and whose; what cannot be read is told by place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import NamedTuple, TypeVar, cast

from generator.features.statistics.column_roles import ColumnRoles
from generator.features.statistics.entries import place_of
from generator.features.statistics.figures import read_figure
from generator.features.statistics.layouts import Layout
from generator.features.statistics.problems import (
    household_unknown,
    households_unreadable,
    raw_amount_unreadable,
    raw_code_unknown,
    raw_measure_unknown,
    raw_money_forgotten,
    raw_period_unknown,
)
from generator.features.statistics.raw_amounts import (
    ANSWERS,
    MOST_COUNTED,
    MOST_MONEY,
    Figures,
    doubtful,
    is_beyond,
    is_forgotten,
    read_amount,
    two_largest,
)
from generator.features.statistics.raw_problems import raw_beyond_measure, raw_largest_doubtful
from generator.features.statistics.tables import Measure
from generator.features.statistics.totals import Codes
from generator.features.statistics.visits import hide
from generator.model.figure import Amount
from generator.model.figure_columns import MEASURE, VALUE
from generator.model.grid import Grid, GridRow
from generator.model.problem import Location, Problem

Kept = TypeVar("Kept", bound=Hashable | None)


class RawLine(NamedTuple):
    """`within` are the codes as fine as the sheet gives them, `codes` those of the table that they lie in."""

    row: GridRow
    within: tuple[str | None, ...]
    codes: Codes
    figures: Figures
    largest: Mapping[str, tuple[Amount, ...] | None]
    """The two largest single amounts in each figure of money; None where the sheet does not tell."""
    households: Mapping[str, int]
    """Of a row already added up: how many different households are behind each count."""
    household: str
    """Who it is, as nobody can read it; empty where the sheet does not say."""
    answered: bool
    """Whether a count is an answer and no number."""
    provider: str
    """Who helped, as nobody can read it; empty where the sheet does not say."""


class Reader:
    """A sheet under a layout, row by row."""

    def __init__(self, grid: Grid, layout: Layout, roles: ColumnRoles) -> None:
        self._grid, self._layout, self._roles = grid, layout, roles
        self._names = {word: each.name for each in layout.measures for word in (each.title, each.name)}
        self._measures = {measure.name: measure for measure in layout.measures}
        self._known: dict[object, object] = {}

    def read(self) -> Iterator[RawLine | Problem]:
        """Every row in order; one that cannot be read gives its problems instead."""
        for row in self._grid.rows:
            columns = self._columns(row)
            if isinstance(columns, Problem):
                yield columns
                continue
            read = {name: read_amount(row.cells[at], self._measures[name]) for name, at in columns.items()}
            figures = {name: amount for name, amount in read.items() if amount is not None}
            if len(figures) < len(read):
                wrong = (columns[name] for name, amount in read.items() if amount is None)
                yield from (self._at(raw_amount_unreadable, row, at) for at in wrong)
                continue
            yield from self._doubts(row, columns, figures)
            yield from self._line(row, columns, figures)

    def _columns(self, row: GridRow) -> Mapping[str, int] | Problem:
        """Which measure stands where in a row."""
        if not self._roles.is_tidy:
            return self._roles.measures
        fixed = self._roles.fixed
        named = row.cells[fixed[MEASURE]] if MEASURE in fixed else self._layout.measures[0].name
        if named not in self._names:
            return raw_measure_unknown(place_of(self._grid, row, self._grid.header[fixed[MEASURE]]), self._names)
        return {self._names[named]: fixed[VALUE]}

    def _line(self, row: GridRow, columns: Mapping[str, int], figures: Figures) -> Iterator[RawLine | Problem]:
        layout, places = self._layout, self._roles.dimensions
        codes = {column: layout.code_around(column, row.cells[at]) for column, at in places.items()}
        if unknown := [column for column, code in codes.items() if code is None]:
            if any(figures.values()):
                yield from (self._unknown_code(row, column) for column in unknown)
        elif unsure := tuple(self._household_faults(row, figures)):
            yield from unsure
        else:
            household, provider = self._roles.household, self._roles.provider
            largest = {
                name: two_largest([row.cells[at] for at in at_both], figures[name])
                for name, at_both in self._roles.contributions.items()
                if name in figures
            }
            yield RawLine(
                row,
                self._once(tuple(layout.code_within(column, row.cells[at]) for column, at in places.items())),
                self._once(tuple(code for code in codes.values() if code)),
                self._once_each(figures),
                self._once_each(largest),
                self._once_each(dict(self._households(row, figures))),
                "" if household is None else hide(row.cells[household]),
                any(row.cells[at].lower() in ANSWERS for name, at in columns.items() if self._measures[name].is_count),
                "" if provider is None or not row.cells[provider] else hide(row.cells[provider]),
            )

    def _once(self, value: Kept) -> Kept:
        """The same value that an earlier row had: of a million rows most say what others say."""
        return cast("Kept", self._known.setdefault(value, value))

    def _once_each(self, values: Mapping[str, Kept]) -> Mapping[str, Kept]:
        """The same for what nobody changes any more."""
        key = tuple(values.items()) or None
        return cast("Mapping[str, Kept]", self._known.setdefault(key, values))

    def _doubts(self, row: GridRow, columns: Mapping[str, int], figures: Figures) -> Iterator[Problem]:
        """Figures that nobody filled in or can have meant, and single amounts that cannot be the largest."""
        for name, at in columns.items():
            measure = self._measures[name]
            if is_forgotten(row.cells[at], measure, figures):
                yield self._at(raw_money_forgotten, row, at)
            if is_beyond(figures[name], measure):
                most = MOST_COUNTED if measure.is_count else MOST_MONEY
                yield raw_beyond_measure(self._place(row, at), self._grid.header[at], most)
            both = self._roles.contributions.get(name, ())
            count = figures.get(measure.counted_by or "")
            for wrong in doubtful([row.cells[each] for each in both], figures[name], count):
                place = both[wrong]
                yield raw_largest_doubtful(self._place(row, place), self._grid.header[place], measure.title)

    def _household_faults(self, row: GridRow, figures: Figures) -> Iterator[Problem]:
        household = self._roles.household
        if household is not None and not row.cells[household] and any(figures.values()):
            yield self._at(household_unknown, row, household)
        read = dict(self._households(row, figures))
        for name, at in self._roles.households.items():
            if name in figures and name not in read:
                yield self._at(households_unreadable, row, at)

    def _households(self, row: GridRow, figures: Figures) -> Iterator[tuple[str, int]]:
        """No household is behind nothing; behind anything there is one, and no more than there are visits."""
        places = self._roles.households
        for name in places.keys() & figures.keys():
            text, count = row.cells[places[name]], figures[name]
            written = read_figure(text) if text else None
            value = written.value if written else 0 if not text and not count else None
            if isinstance(value, int) and (count > 0) <= value <= count:
                yield name, value

    def _unknown_code(self, row: GridRow, column: str) -> Problem:
        title = self._layout.titles.get(column, column)
        tell = raw_period_unknown if self._layout.columns[column] is None else raw_code_unknown
        return tell(place_of(self._grid, row, title), title)

    def _at(self, tell: Callable[[Location, str], Problem], row: GridRow, column: int) -> Problem:
        return tell(self._place(row, column), self._grid.header[column])

    def _place(self, row: GridRow, column: int) -> Location:
        return place_of(self._grid, row, self._grid.header[column])


def measure_named(layout: Layout, name: str) -> Measure:
    """The measure of a layout."""
    return next(each for each in layout.measures if each.name == name)
