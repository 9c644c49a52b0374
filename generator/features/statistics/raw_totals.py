"""The rows of a raw sheet become a full table, every total added up here, or what keeps them from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.features.statistics.cells import build_cell
from generator.features.statistics.dimensions import keep_codes
from generator.features.statistics.labels import make_label
from generator.features.statistics.layouts import Layout
from generator.features.statistics.problems import raw_across_changes, raw_code_untimely, raw_total_off
from generator.features.statistics.provider_shares import add_up_helpers
from generator.features.statistics.raw import Raw
from generator.features.statistics.totals import FullTable, Mismatch, add_up
from generator.model.figure_columns import PERIOD
from generator.model.problem import Problem


def add_up_raw(layout: Layout, raw: Raw, path: str) -> tuple[FullTable, tuple[Mismatch, ...]]:
    """The table, and the totals of the sheet that are not the sums of its parts; `path` is that of the dataset."""
    columns = list(layout.columns)
    codes = {name: {row.codes[at] for row in raw.rows} for at, name in enumerate(columns)}
    # A file for each place: of places that the sheet does not name nobody knows anything, and zeros would be untrue.
    axes = (
        keep_codes(axis, codes[axis.name]) if f"{{{axis.name}}}" in path else axis
        for axis in layout.dimensions(codes.get(PERIOD, ()))
    )
    dimensions = tuple(axes)
    table, mismatches = add_up(layout.name, dimensions, layout.measures, raw.rows, raw.apart)
    return replace(table, helpers=add_up_helpers(dimensions, raw.helpers)), mismatches


def tell_mismatch(file: str, layout: Layout, mismatch: Mismatch) -> Problem:
    """A total in the raw sheet is not the sum of its parts."""
    axes = [axis.dimension if axis else None for axis in layout.columns.values()]
    cell = build_cell(mismatch.measure, (), ())._replace(
        place=tuple(
            (name, code)
            for name, code, axis in zip(layout.columns, mismatch.codes, axes, strict=True)
            if axis is None or code != axis.total
        )
    )
    return raw_total_off(file, make_label([layout])(cell))


def find_untimely(file: str, layout: Layout, raw: Raw) -> Iterator[Problem]:
    """Codes that are not in force in the period of their row, and periods by whose beginning codes changed."""
    columns = list(layout.columns)
    if PERIOD not in columns:
        return
    periods = {row.codes[columns.index(PERIOD)] for row in raw.rows}
    for at, (name, axis) in enumerate(layout.columns.items()):
        if axis is None or not axis.traced.spans:
            continue
        title = layout.titles.get(name, name)
        ways = {axis.traced.of_periods(axis.dimension, (period,)).codes for period in periods}
        if len(ways) > 1:
            yield raw_across_changes(file, title)
        elif any(not axis.traced.is_in_force(row.codes[at], row.codes[columns.index(PERIOD)]) for row in raw.rows):
            yield raw_code_untimely(file, title)


def years_of(layout: Layout, raw: Raw) -> frozenset[str]:
    """The years of a sheet's periods; none where the table has no periods."""
    at = list(layout.columns).index(PERIOD) if PERIOD in layout.columns else None
    return frozenset() if at is None else frozenset(row.codes[at][:4] for row in raw.rows)
