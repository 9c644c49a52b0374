"""A published table to tidy CSV, one file or one a place: a row for each figure, in the order of the codelists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from generator.base.csv_writing import data_csv
from generator.features.statistics.tables import Observation, StatisticTable
from generator.model.figure_columns import FIXED


def write_tidy(table: StatisticTable) -> str:
    """The text of the file; a withheld value is empty, never zero."""
    return _write([axis.name for axis in table.dimensions], ((row.codes, row) for row in _ordered(table)))


def write_ledgers(table: StatisticTable, path: str) -> Mapping[str, str]:
    """A file for each path that rows have (`{period}/{division}.csv`), without the columns that the path gives.

    The whole has none: some of its places may not have reported yet, and it would tell what is theirs.
    """
    names = [axis.name for axis in table.dimensions]
    given = [f"{{{name}}}" in path for name in names]
    axes = zip(table.dimensions, given, strict=True)
    wholes = [axis.total if is_given and axis.children else None for axis, is_given in axes]
    kept = [at for at, is_given in enumerate(given) if not is_given]

    def place(row: Observation) -> str:
        return path.format(**dict(zip(names, row.codes, strict=True)))

    parts = (row for row in _ordered(table) if all(a != b for a, b in zip(row.codes, wholes, strict=True)))
    return {
        name: _write([names[at] for at in kept], ((tuple(row.codes[at] for at in kept), row) for row in found))
        for name, found in groupby(sorted(parts, key=place), place)
    }


def _write(names: Iterable[str], rows: Iterable[tuple[tuple[str, ...], Observation]]) -> str:
    return data_csv([(*names, *FIXED), *((*codes, *_figure(row)) for codes, row in rows)])


def _figure(row: Observation) -> tuple[object, ...]:
    return row.measure, "" if row.value is None else row.value, row.obs_status, row.conf_status


def _ordered(table: StatisticTable) -> list[Observation]:
    ranks = [{code: rank for rank, code in enumerate(axis.codes)} for axis in table.dimensions]
    measures = {measure.name: rank for rank, measure in enumerate(table.measures)}
    return sorted(table.observations, key=lambda each: _rank(each, ranks, measures))


def _rank(row: Observation, ranks: list[dict[str, int]], measures: Mapping[str, int]) -> tuple[int, ...]:
    places = (rank[code] for rank, code in zip(ranks, row.codes, strict=True))
    return (*places, measures[row.measure])
