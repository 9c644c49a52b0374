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
from generator.features.statistics.problems import (
    MARK_MISMATCH,
    UNKNOWN_CODE,
    figure_repeated,
    mark_mismatch,
    rounded_looks_exact,
)
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
            elif roles.is_tidy and OBS_STATUS in roles.fixed and _contradicts(each, layout):
                problems.append(_mark_mismatch(grid, each))
            else:
                found[each.codes, each.measure] = (_observation(each, layout), place_of(grid, each.row, None))
    dimensions = _dimensions(layout, (codes for codes, _ in found))
    rows = tuple(row for row, _ in found.values())
    table = StatisticTable(layout.name, dimensions, layout.measures, rows, layout.rounding)
    places = {build_cell(measure, dimensions, codes): place for (codes, measure), (_, place) in found.items()}
    return PublishedTable(table, places, tuple(problems))


def _observation(entry: SheetEntry, layout: Layout) -> Observation:
    if entry.written.value is not None:
        status = ObsStatus.ROUNDED if layout.rounding else ObsStatus.NORMAL
        return Observation(entry.codes, entry.measure, entry.written.value, status)
    ours = entry.marks == (ObsStatus.SUPPRESSED, ConfStatus.CONFIDENTIAL)
    said = "few" if entry.written.small else "" if ours else " ".join(entry.marks).strip()
    return Observation(entry.codes, entry.measure, None, ObsStatus.SUPPRESSED, ConfStatus.CONFIDENTIAL, said)


def _contradicts(entry: SheetEntry, layout: Layout) -> bool:
    """A value beside a mark that none is given, or no value beside a mark that all is normal; a rounded value that
    looks exact."""
    if entry.written.value is None:
        return WITHHELD_MARKS.isdisjoint(entry.marks)
    looks_exact = layout.rounding is not None and entry.marks[0] != ObsStatus.ROUNDED
    return looks_exact or not WITHHELD_MARKS.isdisjoint(entry.marks)


def _mark_mismatch(grid: Grid, entry: SheetEntry) -> Problem:
    given = entry.written.value is not None
    place = place_of(grid, entry.row, OBS_STATUS)
    if given and WITHHELD_MARKS.isdisjoint(entry.marks):
        return rounded_looks_exact(place)
    return mark_mismatch(place, given=given)


def _dimensions(layout: Layout, codes: Iterable[tuple[str, ...]]) -> tuple[Dimension, ...]:
    columns = list(layout.columns)
    periods = {each[columns.index(name)] for each in codes for name, axis in layout.columns.items() if axis is None}
    return tuple(axis.traced.dimension if axis else calendar_dimension(periods) for axis in layout.columns.values())
