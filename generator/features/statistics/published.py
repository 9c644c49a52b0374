"""A published sheet, ours or anybody's, becomes the table that the attacker sees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.features.statistics.cells import Cell, build_cell
from generator.features.statistics.column_roles import assign_roles
from generator.features.statistics.dimensions import Dimension
from generator.features.statistics.entries import SheetEntry, missing_columns, place_of, read_entries, repeated_columns
from generator.features.statistics.figures import read_figure
from generator.features.statistics.layouts import Layout
from generator.features.statistics.periods import calendar_dimension
from generator.features.statistics.problems import MARK_MISMATCH, UNKNOWN_CODE, figure_repeated
from generator.features.statistics.tables import ConfStatus, Observation, ObsStatus, StatisticTable
from generator.model.figure_columns import OBS_STATUS
from generator.model.grid import Grid
from generator.model.problem import Location, Problem

WITHHELD_MARKS = frozenset({"Q", "C", "D", "N", "P", "S"})
"""Codes of CL_OBS_STATUS and CL_CONF_STATUS that say a figure is not given."""
READING_RULES = frozenset({UNKNOWN_CODE, MARK_MISMATCH})
"""Faults that only this reading finds in the records of a declared table."""


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """A table, where its cells stand, and what could not be read of it."""

    table: StatisticTable
    places: Mapping[Cell, Location]
    problems: tuple[Problem, ...]


def read_published(grids: Iterable[Grid], layout: Layout) -> PublishedTable:
    """One table from all the sheets it is published in."""
    found: dict[tuple[tuple[str, ...], str], tuple[Observation, Location]] = {}
    problems: list[Problem] = []
    for grid in grids:
        roles = assign_roles(grid.header, layout)
        missing = (*missing_columns(grid, layout, roles), *repeated_columns(grid, layout))
        problems += missing
        for each in () if missing else read_entries(grid, layout, roles, read_figure):
            if isinstance(each, Problem):
                problems.append(each)
            elif (each.codes, each.measure) in found:
                problems.append(figure_repeated(place_of(grid, each.row, None), found[each.codes, each.measure][1]))
            elif roles.is_tidy and OBS_STATUS in roles.fixed and _contradicts(each):
                problems.append(_mark_mismatch(grid, each))
            else:
                found[each.codes, each.measure] = (_observation(each), place_of(grid, each.row, None))
    dimensions = _dimensions(layout, (codes for codes, _ in found))
    table = StatisticTable(layout.name, dimensions, layout.measures, tuple(row for row, _ in found.values()))
    places = {build_cell(measure, dimensions, codes): place for (codes, measure), (_, place) in found.items()}
    return PublishedTable(table, places, tuple(problems))


def _observation(entry: SheetEntry) -> Observation:
    if entry.written.value is not None:
        return Observation(entry.codes, entry.measure, entry.written.value)
    ours = entry.marks == (ObsStatus.SUPPRESSED, ConfStatus.CONFIDENTIAL)
    said = "few" if entry.written.small else "" if ours else " ".join(entry.marks).strip()
    return Observation(entry.codes, entry.measure, None, ObsStatus.SUPPRESSED, ConfStatus.CONFIDENTIAL, said)


def _contradicts(entry: SheetEntry) -> bool:
    """A value beside a mark that none is given, or no value beside a mark that all is normal."""
    is_marked = not WITHHELD_MARKS.isdisjoint(entry.marks)
    return is_marked == (entry.written.value is not None)


def _mark_mismatch(grid: Grid, entry: SheetEntry) -> Problem:
    """What the mark says of a figure is not so."""
    given = entry.written.value is not None
    return Problem(
        MARK_MISMATCH,
        place_of(grid, entry.row, OBS_STATUS),
        "这一行标着不公布，却写了数。" if given else "这一行没有数，也没有标明不公布。",
        "不公布的数留空，obs_status 写 Q；公布的数 obs_status 写 A。",
    )


def _dimensions(layout: Layout, codes: Iterable[tuple[str, ...]]) -> tuple[Dimension, ...]:
    columns = list(layout.columns)
    periods = {each[columns.index(name)] for each in codes for name, axis in layout.columns.items() if axis is None}
    return tuple(axis.dimension if axis else calendar_dimension(periods) for axis in layout.columns.values())
