"""Published records become a cube that is asked for one figure at a time: given, withheld, or never published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.base.memoising import once_a_subject
from generator.features.statistics.layouts import Layout, find_layouts
from generator.model.catalogue import Catalogue
from generator.model.figure import ABSENT, FIGURE_WITHHELD, FigureState, Shown, sum_shown
from generator.model.figure_columns import MEASURE, PERIOD, VALUE


class Cube:
    """All published statistics of an instance."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.layouts: Mapping[str, Layout] = {
            catalogue.role_of(layout.name) or layout.name: layout for layout in find_layouts(catalogue)
        }
        self._figures: dict[tuple[str, ...], Shown] = {}
        for name, layout in self.layouts.items():
            columns = (*layout.columns, MEASURE)
            for record in catalogue.records[layout.name].values():
                place = (name, *(str(record.values[column]) for column in columns))
                self._figures[place] = _shown(record.values[VALUE], layout.rounding.base - 1 if layout.rounding else 0)
        self._periods = {name: self._sort_periods(name) for name in self.layouts}

    def ask(self, table: str, measure: str, **place: str) -> Shown:
        """One figure; a dimension that is not named stands at its total, the period must be named.

        A code that was made from others stands, in periods before it, for their sum.
        """
        columns = self.layouts[table].columns
        totals = {name: axis.dimension.total or "" for name, axis in columns.items() if axis}
        whole = totals | place
        figure = self._figures.get((table, *(whole[name] for name in columns), measure), ABSENT)
        if figure.state is not FigureState.ABSENT:
            return figure
        for name, axis in columns.items():
            if axis and (parts := axis.traced.replaced.get(whole[name], ())):
                return _sum_whole([self.ask(table, measure, **{**whole, name: part}) for part in parts])
        return ABSENT

    def ask_year(self, table: str, measure: str, year: str, **place: str) -> Shown:
        """A year's figure; where a table has only its halves, their sum."""
        whole = self.ask(table, measure, period=year, **place)
        if whole.state is not FigureState.ABSENT:
            return whole
        halves = [self.ask(table, measure, period=f"{year}H{half}", **place) for half in (1, 2)]
        return _sum_whole(halves)

    def codes(self, table: str, column: str) -> Mapping[str, str]:
        """The codes of a dimension with what they are called, without its total and without other hierarchies."""
        axis = self.layouts[table].columns[column]
        if axis is None:
            return {}
        known, total = axis.dimension.parents, axis.dimension.total
        return {code: title for code, title in axis.titles.items() if code in known and code != total}

    def groupings(self, table: str, column: str) -> Mapping[str, Mapping[str, str]]:
        """The other hierarchies of a dimension by their titles: what the codes of each are called."""
        axis = self.layouts[table].columns[column]
        if axis is None:
            return {}
        titles, total = axis.titles, axis.dimension.total
        return {
            each.title: {code: titles[code] for code in each.children if code != total}
            for each in axis.dimension.beside
        }

    def periods(self, table: str) -> tuple[str, ...]:
        """The periods a table speaks of, in order of their codes."""
        return self._periods[table]

    def _sort_periods(self, table: str) -> tuple[str, ...]:
        at = list(self.layouts[table].columns).index(PERIOD) + 1
        return tuple(sorted({place[at] for place in self._figures if place[0] == table}))


def _sum_whole(parts: Sequence[Shown]) -> Shown:
    """The sum of parts that are all given; withheld where one is."""
    if any(each.state is FigureState.WITHHELD for each in parts):
        return FIGURE_WITHHELD
    return ABSENT if any(each.value is None for each in parts) else sum_shown(parts)


@once_a_subject
def cube_of(catalogue: Catalogue) -> Cube:
    """The cube of a catalogue, built once."""
    return Cube(catalogue)


def _shown(value: object, off: int) -> Shown:
    if not isinstance(value, int | Decimal):
        return FIGURE_WITHHELD
    return Shown(int(value) if value == int(value) else value, FigureState.GIVEN, off)
