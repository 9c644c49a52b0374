"""Editions of before become what they published and must not have: withdrawing a figure does not untell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.features.statistics.audit.weaknesses import Demand, Weakness, WeaknessKind
from generator.features.statistics.cells import Cell
from generator.features.statistics.tables import StatisticTable

_Figure = tuple[str, Cell, float]


def find_past(releases: Sequence[Sequence[StatisticTable]], demand: Demand) -> Iterator[Weakness]:
    """Figures that some edition published against the rules; those of the newest are told by themselves."""
    newest = set(_forbidden(releases[-1], demand))
    found = dict.fromkeys(figure for release in releases[:-1] for figure in _forbidden(release, demand))
    for table, cell, value in found:
        if (table, cell, value) not in newest:
            yield Weakness(table, cell, value, value, float(demand.k), WeaknessKind.PAST, ())


def _forbidden(release: Sequence[StatisticTable], demand: Demand) -> Iterator[_Figure]:
    """Counts from 1 to k-1, and money of a few whose count is withheld."""
    rows = [row for table in release for row in table.cells().items()]
    withheld = {cell for cell, row in rows if row.value is None}.difference(
        cell for cell, row in rows if row.value is not None
    )
    for table in release:
        counted_by = {each.name: each.counted_by for each in table.measures}
        for cell, row in table.cells().items():
            count = counted_by[cell.measure]
            if row.value is None:
                continue
            is_told = 0 < row.value < demand.k if count is None else Cell(count, cell.place) in withheld
            if is_told:
                yield table.name, cell, float(row.value)
