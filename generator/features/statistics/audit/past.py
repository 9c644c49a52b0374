"""Editions of before become what they published and must not have: withdrawing a figure does not untell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.features.statistics.audit.weaknesses import Demand, Weakness, WeaknessKind
from generator.features.statistics.cells import Cell
from generator.features.statistics.tables import Observation, StatisticTable

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
    for table in release:
        counts = {each.name for each in table.measures if each.is_count}
        small = (row for row in table.observations if row.measure in counts and 0 < (row.value or 0) < demand.k)
        yield from _figures(table, small)
    withheld = _withheld(release)
    for table in release if withheld else ():
        paid = {each.name: each.counted_by for each in table.measures if each.counted_by}
        given = (row for row in table.observations if row.measure in paid and row.value is not None)
        for figure in _figures(table, given):
            if Cell(paid[figure[1].measure], figure[1].place) in withheld:
                yield figure


def _withheld(release: Sequence[StatisticTable]) -> set[Cell]:
    """Counts behind money that no table of the release publishes."""
    behind = {each.counted_by for table in release for each in table.measures}
    gaps: set[Cell] = set()
    shown: set[Cell] = set()
    for table in release:
        rows = [row for row in table.observations if row.measure in behind]
        gaps.update(_cells(table, (row for row in rows if row.value is None)))
        shown.update(_cells(table, (row for row in rows if row.value is not None)))
    return gaps - shown


def _figures(table: StatisticTable, rows: Iterable[Observation]) -> Iterator[_Figure]:
    for cell, row in _cells(table, rows).items():
        yield table.name, cell, float(row.value or 0)


def _cells(table: StatisticTable, rows: Iterable[Observation]) -> Mapping[Cell, Observation]:
    """Of few rows only: a cell takes longer to make than a look at its figure."""
    return replace(table, observations=tuple(rows)).cells()
