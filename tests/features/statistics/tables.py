"""Small words for making tables in tests, and Hypothesis strategies for any table."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from hypothesis import strategies as st

from generator.features.statistics.dimensions import TOTAL, Dimension, build_dimension, flat_dimension
from generator.features.statistics.periods import calendar_dimension
from generator.features.statistics.tables import ConfStatus, Measure, Observation, ObsStatus, StatisticTable
from generator.features.statistics.totals import FullTable, RawRow, add_up

PEOPLE = Measure("people", "人数", "people")
YUAN = Measure("yuan", "金额", "yuan", counted_by="people")
ROWS = flat_dimension("row", "行", ("r1", "r2", "r3"))
COLUMNS = flat_dimension("column", "列", ("c1", "c2", "c3"))
MONTHS = tuple(f"2026-0{month}" for month in range(1, 7))
PERIODS = calendar_dimension(("2026H1",))

GRID = {"r1": (2, 10, 8), "r2": (9, 12, 7), "r3": (11, 6, 9)}


def grid(values: Mapping[str, tuple[int, ...]] = GRID) -> dict[tuple[str, ...], int]:
    """Every cell of a three by three table with its totals."""
    cells = {(row, f"c{at + 1}"): value for row, line in values.items() for at, value in enumerate(line)}
    for at in ("c1", "c2", "c3"):
        cells[TOTAL, at] = sum(cells[row, at] for row in values)
    for row in (*values, TOTAL):
        cells[row, TOTAL] = sum(cells[row, at] for at in ("c1", "c2", "c3"))
    return cells


def line(*values: int) -> dict[tuple[str, ...], int]:
    """A single line r1, r2, r3 with its total."""
    return {(f"r{at + 1}",): value for at, value in enumerate(values)} | {(TOTAL,): sum(values)}


def published(
    cells: Mapping[tuple[str, ...], int | None],
    *hidden: tuple[str, ...],
    dimensions: tuple[Dimension, ...] = (ROWS, COLUMNS),
    measure: Measure = PEOPLE,
    mark: ConfStatus = ConfStatus.CONFIDENTIAL,
    name: str = "table",
) -> StatisticTable:
    """A published table in which some cells are withheld."""
    rows = (
        Observation(codes, measure.name, None, ObsStatus.SUPPRESSED, mark)
        if codes in hidden or value is None
        else Observation(codes, measure.name, value)
        for codes, value in cells.items()
    )
    return StatisticTable(name, dimensions, (measure,), tuple(rows))


def full(cells: Mapping[tuple[str, ...], int], *dimensions: Dimension) -> FullTable:
    """A table of true values from its detailed cells."""
    rows = [RawRow(codes, "people", value) for codes, value in cells.items() if TOTAL not in codes]
    return add_up("table", dimensions or (ROWS, COLUMNS), (PEOPLE,), rows)[0]


ASKED = Measure("asked", "求助", "户")
ACCEPTED = Measure("accepted", "受理", "户", part_of="asked")
HELPED = Measure("helped", "帮扶", "户", part_of="accepted")
STAGED = (ASKED, ACCEPTED, HELPED)


@st.composite
def staged_tables(draw: st.DrawFn, axes: int = 1) -> FullTable:
    """A table of three stages, each a part of the one before."""
    dimensions = tuple(draw(trees(name)) for name in "abc"[:axes])
    rows: list[RawRow] = []
    for place in product(*(dimension.leaves for dimension in dimensions)):
        asked = draw(st.integers(0, 8) | st.integers(0, 40))
        accepted = draw(st.integers(0, asked))
        rows += [
            RawRow(place, "asked", asked),
            RawRow(place, "accepted", accepted),
            RawRow(place, "helped", draw(st.integers(0, accepted))),
        ]
    return add_up("staged", dimensions, STAGED, rows)[0]


@st.composite
def trees(draw: st.DrawFn, name: str) -> Dimension:
    """A dimension of up to five codes, in any hierarchy under one total."""
    parents: dict[str, str | None] = {TOTAL: None}
    for number in range(draw(st.integers(2, 5))):
        parents[f"{name}{number}"] = draw(st.sampled_from(sorted(parents)))
    return build_dimension(name, name, parents, TOTAL)


@st.composite
def full_tables(draw: st.DrawFn, axes: int = 2, money: bool = False) -> FullTable:
    """A table of true values: mostly small counts, some large; money with each person's amount where asked for."""
    dimensions = tuple(draw(trees(name)) for name in "abc"[:axes])
    places = list(product(*(dimension.leaves for dimension in dimensions)))
    counts = draw(st.lists(st.integers(0, 6) | st.integers(0, 40), min_size=len(places), max_size=len(places)))
    rows = [RawRow(place, "people", count) for place, count in zip(places, counts, strict=True)]
    if money:
        for place, count in zip(places, counts, strict=True):
            amounts = tuple(sorted(100 * (1 + (count * 7 + at * 13) % 40) for at in range(count)))
            rows.append(RawRow(place, "yuan", sum(amounts), amounts[-2:]))
    return add_up("table", dimensions, (PEOPLE, YUAN) if money else (PEOPLE,), rows)[0]
