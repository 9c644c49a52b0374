"""Counts and money attacked together: expected bounds come from going through every table there is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand, Weakness, WeaknessKind
from generator.features.statistics.dimensions import TOTAL
from generator.features.statistics.tables import ConfStatus, Measure, Observation, ObsStatus, StatisticTable
from generator.model.tabulation import Standard
from tests.features.statistics.tables import PEOPLE, ROWS

CODES = ROWS.leaves
MOST = 12
Bounds = tuple[tuple[int, int], ...]


def money(bounds: Bounds) -> Measure:
    standards = (
        Standard((("row", code),), least, most, "", "", "示例标准")
        for code, (least, most) in zip(CODES, bounds, strict=True)
    )
    return Measure("yuan", "金额", "元", counted_by="people", standards=tuple(standards))


def table(counts: list[int | None], yuan: list[int | None], bounds: Bounds) -> StatisticTable:
    """Three rows and their total, counts and money; None is a gap."""
    rows = [
        Observation((code,), name, value)
        if value is not None
        else Observation((code,), name, None, ObsStatus.SUPPRESSED, ConfStatus.CONFIDENTIAL)
        for name, values in (("people", counts), ("yuan", yuan))
        for code, value in zip((*CODES, TOTAL), values, strict=True)
    ]
    return StatisticTable("table", (ROWS,), (PEOPLE, money(bounds)), tuple(rows))


def joint(found: tuple[Weakness, ...]) -> dict[str, tuple[float, float | None]]:
    return {
        dict(each.cell.place).get("row", TOTAL): (each.low, each.high)
        for each in found
        if each.kind is WeaknessKind.JOINT
    }


def tables_that_fit(counts: list[int | None], yuan: list[int | None], bounds: Bounds) -> Iterator[tuple[int, ...]]:
    """Of three rows whose total of counts and of money is published, every one withheld."""
    for people in product(range(MOST + 1), repeat=3):
        least, most = (sum(n * each[at] for n, each in zip(people, bounds, strict=True)) for at in (0, 1))
        if sum(people) == counts[3] and yuan[3] is not None and least <= yuan[3] <= most:
            yield people


FIXED: Bounds = ((5000, 5000), (2000, 2000), (900, 900))


def test_four_households_with_fourteen_thousand_are_two_of_each_kind() -> None:
    found = audit([[table([None, None, 10, 14], [None, None, 9000, 23000], FIXED)]], Demand(5))
    assert joint(found) == {"r1": (2, 2), "r2": (2, 2)}


def test_without_the_money_nothing_is_found() -> None:
    assert joint(audit([[table([None, None, 10, 24], [None, None, 9000, None], FIXED)]], Demand(5))) == {}


def test_money_that_no_standard_allows_contradicts_it() -> None:
    found = audit([[table([10, 10, 10, 30], [50000, 20001, 9000, 79001], FIXED)]], Demand(5))
    assert {each.kind for each in found} == {WeaknessKind.CONTRADICTION}


def test_money_of_two_editions_tells_what_that_of_neither_does() -> None:
    bounds: Bounds = ((5000, 5000), (2000, 2000), (100, 3000))
    before = table([None, None, 10, 24], [None, None, None, 49000], bounds)
    after = table([None, None, 10, 24], [None, None, 9000, None], bounds)
    fitting = [(a, 14 - a) for a in range(15) if 5000 * a + 2000 * (14 - a) == 49000 - 9000]
    assert fitting == [(4, 10)]
    fitting_bounds = sorted((value, value) for value in fitting[0])
    for order in ([before, after], [after, before]):
        assert not audit([order[:1]], Demand(5))
        found = audit([order[:1], order[1:]], Demand(5))
        assert {each.kind for each in found} == {WeaknessKind.DIFFERENCE}
        assert sorted((each.low, each.high) for each in found) == fitting_bounds


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.integers(0, 4), min_size=3, max_size=3), st.sampled_from([FIXED, ((500, 900), (300, 300), (100, 250))])
)
def test_bounds_are_those_of_every_table_that_fits(people: list[int], bounds: Bounds) -> None:
    total = sum(n * least for n, (least, _) in zip(people, bounds, strict=True))
    counts: list[int | None] = [None, None, None, sum(people)]
    yuan: list[int | None] = [None, None, None, total]
    fitting = list(tables_that_fit(counts, yuan, bounds))
    expected = {
        code: (min(line), max(line))
        for code, line in zip(CODES, zip(*fitting, strict=True), strict=True)
        if max(line) - min(line) < 5
    }
    assert joint(audit([[table(counts, yuan, bounds)]], Demand(5))) == expected


@pytest.mark.parametrize(
    ("first", "period", "covers"), [("2026-01-01", "2026H1", True), ("2026-03-01", "2026H1", False)]
)
def test_a_standard_holds_where_all_of_a_period_lies_in_it(first: str, period: str, covers: bool) -> None:
    from generator.features.statistics.cells import Cell
    from generator.features.statistics.standards import bounds_of

    measure = Measure("yuan", "", "", "people", standards=(Standard((("row", "r1"),), 1, 2, first, "2026-06-30", ""),))
    cell = Cell("yuan", (("period", period), ("row", "r1")))
    assert (bounds_of(measure, cell) is not None) == covers
