"""A rounded table below an exact one for tests: one district of four places, two kinds of help, two stages."""

from __future__ import annotations

from collections.abc import Mapping

from generator.features.statistics.dimensions import build_dimension, flat_dimension
from generator.features.statistics.periods import reporting_dimension
from generator.features.statistics.tables import Measure, Observation, ObsStatus, Rounding, StatisticTable
from generator.features.statistics.totals import FullTable, RawRow, add_up

ASKED, HELPED = Measure("asked", "提出求助", "户"), Measure("helped", "获得帮扶", "户", part_of="asked")
PLACES = ("120101", "120102", "120103", "120104")
TREE: dict[str, str | None] = {"12": None, "1201": "12", **dict.fromkeys(PLACES, "1201")}
DIVISION = build_dimension("division", "地区", TREE, "12")
HELP = flat_dimension("category", "类别", ("medical", "care"))
ROUNDING = Rounding("division", frozenset(PLACES), 5)
FIRST, SECOND = "2026H1", "2026H2"
Counts = Mapping[tuple[str, str, str], tuple[int, int]]
"""Asked and helped by period, place and category."""
EVEN: Counts = {
    (period, place, case): (12 + at, 7)
    for period in (FIRST, SECOND)
    for at, place in enumerate(PLACES)
    for case in ("medical", "care")
}


def full_table(counts: Counts = EVEN) -> FullTable:
    """The true values."""
    rows = [
        RawRow(codes, measure, value)
        for codes, both in counts.items()
        for measure, value in zip(("asked", "helped"), both, strict=True)
    ]
    axes = (reporting_dimension({period for period, _, _ in counts}), DIVISION, HELP)
    return add_up("rounded", axes, (ASKED, HELPED), rows)[0]


def exact_table(full: FullTable, *withheld: tuple[str, str]) -> StatisticTable:
    """The figures of the district; of some cases (period and category) every count is withheld."""
    rows = (
        Observation(codes, name, None if (codes[0], codes[2]) in withheld else figure.value)
        for (name, codes), figure in full.figures.items()
        if codes[1] == "1201"
    )
    return StatisticTable("exact", full.dimensions, full.measures, tuple(rows))


def printed_table(full: FullTable, printed: Counts, rounding: Rounding = ROUNDING) -> StatisticTable:
    """A public table that prints these figures."""
    rows = tuple(
        Observation(codes, name, value, ObsStatus.ROUNDED)
        for codes, both in printed.items()
        for name, value in zip(("asked", "helped"), both, strict=True)
    )
    return StatisticTable("rounded", full.dimensions, full.measures, rows, rounding)
