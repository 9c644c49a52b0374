"""A published table to tidy CSV: a row for each figure, in the order of the codelists."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from generator.domain.statistics.columns import FIXED
from generator.domain.statistics.tables import Observation, StatisticTable


def write_tidy(table: StatisticTable) -> str:
    """The text of the file; a withheld value is empty, never zero."""
    ranks = [{code: rank for rank, code in enumerate(axis.parents)} for axis in table.dimensions]
    measures = {measure.name: rank for rank, measure in enumerate(table.measures)}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*(axis.name for axis in table.dimensions), *FIXED))
    for row in sorted(table.observations, key=lambda each: _rank(each, ranks, measures)):
        value = "" if row.value is None else row.value
        writer.writerow((*row.codes, row.measure, value, row.obs_status, row.conf_status))
    return text.getvalue()


def _rank(row: Observation, ranks: list[dict[str, int]], measures: Mapping[str, int]) -> tuple[int, ...]:
    places = (rank[code] for rank, code in zip(ranks, row.codes, strict=True))
    return (*places, measures[row.measure])
