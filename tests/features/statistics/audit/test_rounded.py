"""Weak tables of rounded figures, each of which the audit must catch by its own kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand, Weakness
from generator.features.statistics.audit.weaknesses import WeaknessKind as Kind
from generator.features.statistics.tables import Measure, Observation, StatisticTable
from tests.features.statistics.rounded import (
    EVEN,
    FIRST,
    PLACES,
    ROUNDING,
    Counts,
    exact_table,
    full_table,
    printed_table,
)

FULL = full_table()
FEW: Counts = {(FIRST, place, case): (1, 0) for place in PLACES for case in ("medical", "care")}
PRINTED: Counts = {codes: (10 if codes[1] in PLACES[:2] else 15, 5) for codes in EVEN}
ONE = (FIRST, PLACES[0], "care")


def attack(*releases: list[StatisticTable]) -> tuple[Weakness, ...]:
    return audit(releases, Demand(k=5))


def kinds(*releases: list[StatisticTable]) -> set[Kind]:
    return {each.kind for each in attack(*releases)}


def table(printed: Counts = PRINTED) -> StatisticTable:
    return printed_table(FULL, printed)


def exact_places(period: str) -> StatisticTable:
    rows = (Observation((period, PLACES[0], "care"), "helped", 7),)
    return StatisticTable("places", FULL.dimensions, FULL.measures[1:], rows)


def test_figures_rounded_below_large_exact_ones_are_safe() -> None:
    assert attack([exact_table(FULL), table()]) == ()


def test_below_very_few_each_place_is_known_too_well() -> None:
    few = full_table(FEW)
    found = attack([exact_table(few), printed_table(few, dict.fromkeys(FEW, (0, 0)))])
    bounds = {(each.cell.measure, each.low, each.high) for each in found if each.kind is Kind.ROUNDED}
    assert bounds == {("helped", 0, 0)}


WEAK = {
    "not a multiple": ([exact_table(FULL), table({**PRINTED, ONE: (11, 5)})], Kind.UNROUNDED),
    "a total beside its parts": (
        [exact_table(FULL), table({**PRINTED, (FIRST, PLACES[0], "_T"): (20, 10)})],
        Kind.UNROUNDED,
    ),
    "a year beside its halves": ([exact_table(FULL), table({**PRINTED, ("2026", *ONE[1:]): (20, 10)})], Kind.UNROUNDED),
    "a district among its places": (
        [exact_table(FULL), table({**PRINTED, (FIRST, "1201", "care"): (20, 10)})],
        Kind.UNROUNDED,
    ),
    "a base below k": (
        [exact_table(FULL), printed_table(FULL, dict.fromkeys(EVEN, (12, 6)), replace(ROUNDING, base=3))],
        Kind.UNROUNDED,
    ),
    "a district that is withheld": ([exact_table(FULL, (FIRST, "care")), table()], Kind.WHOLE),
    "no exact table": ([table()], Kind.WHOLE),
    "a place left out": ([exact_table(FULL), table({k: v for k, v in PRINTED.items() if k != ONE})], Kind.WHOLE),
    "exact figures of the same place and year": ([exact_table(FULL), table(), exact_places(FIRST)], Kind.BESIDE),
    "more helped than asked": ([exact_table(FULL), table({**PRINTED, ONE: (0, 15)})], Kind.CONTRADICTION),
    "other cases than the district's": ([exact_table(FULL), table(dict.fromkeys(EVEN, (40, 20)))], Kind.CONTRADICTION),
}


@pytest.mark.parametrize("name", WEAK)
def test_a_weak_rounded_table_is_caught_by_its_own_kind(name: str) -> None:
    release, kind = WEAK[name]
    assert kind in kinds(release)


def test_exact_figures_of_another_year_are_no_weakness() -> None:
    assert Kind.BESIDE not in kinds([exact_table(FULL), table(), exact_places("2025H2")])


def test_exact_figures_of_something_else_are_no_weakness() -> None:
    """Who asked for help is no part of those in training."""
    other = replace(exact_places(FIRST), measures=(Measure("trained", "培训", "户"),))
    rows = tuple(replace(row, measure="trained") for row in other.observations)
    assert Kind.BESIDE not in kinds([exact_table(FULL), table(), replace(other, observations=rows)])


@pytest.mark.parametrize(("more", "caught"), [(3, True), (9, True), (10, False), (0, False)])
def test_a_correction_is_caught_where_the_district_changed_by_few(more: int, caught: bool) -> None:
    after = full_table({codes: (both[0] + more, both[1]) if codes == ONE else both for codes, both in EVEN.items()})
    before = [exact_table(FULL), table({**PRINTED, ONE: (15, 5)})]
    found = audit([before, [exact_table(after), table()]], Demand(k=5))
    assert (Kind.CORRECTION in {each.kind for each in found}) == caught
