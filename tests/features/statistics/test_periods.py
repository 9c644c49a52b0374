"""Periods: what holds what, and that half a year is never called a year."""

from __future__ import annotations

import pytest

from generator.features.statistics.dimensions import flat_dimension
from generator.features.statistics.periods import (
    calendar_dimension,
    is_period,
    join_dimensions,
    period_above,
    reporting_dimension,
)

SPRING = tuple(f"2026-0{month}" for month in range(1, 7))


def test_each_period_belongs_to_the_next_longer_one() -> None:
    above = {code: period_above(code) for code in ("2026-06", "2026-07", "2026H2", "2026")}
    assert above == {"2026-06": "2026H1", "2026-07": "2026H2", "2026H2": "2026", "2026": None}


@pytest.mark.parametrize("code", ["2026-13", "2026H3", "26", "2026Q1"])
def test_other_codes_are_no_periods(code: str) -> None:
    assert not is_period(code)


def test_six_months_give_a_half_year_but_no_year() -> None:
    assert set(reporting_dimension(SPRING).parents) == {*SPRING, "2026H1"}


def test_five_months_give_no_half_year() -> None:
    assert set(reporting_dimension(SPRING[:5]).parents) == set(SPRING[:5])


def test_two_half_years_of_months_give_the_year() -> None:
    codes = tuple(f"2026-{month:02}" for month in range(1, 13))
    assert "2026" in reporting_dimension(codes).parents


def test_the_calendar_knows_the_months_nobody_reported() -> None:
    assert calendar_dimension(("2026H1",)).children["2026H1"] == SPRING


def test_joined_tables_share_the_fullest_codelist_and_the_whole_calendar() -> None:
    few, many = flat_dimension("group", "对象", ("a",)), flat_dimension("group", "对象", ("a", "b"))
    joined = {each.name: each for each in join_dimensions((few, many, reporting_dimension(SPRING)))}
    assert "b" in joined["group"].parents
    assert "2026H2" in joined["period"].parents
