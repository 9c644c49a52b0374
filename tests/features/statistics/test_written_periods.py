"""Periods as people write them."""

from __future__ import annotations

import pytest

from generator.features.statistics.periods import period_at_level
from generator.features.statistics.written_periods import period_title, read_period


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-03", "2026-03"),
        ("2026年3月", "2026-03"),
        ("202603", "2026-03"),
        ("2026/3/15", "2026-03"),
        ("2026-03-15", "2026-03"),
        ("2026年上半年", "2026H1"),
        ("2026h2", "2026H2"),
        ("2026年度", "2026"),
        ("2026年", "2026"),
    ],
)
def test_a_period_is_known_however_it_is_written(text: str, code: str) -> None:
    assert read_period(text) == code


@pytest.mark.parametrize("text", ["", "春天", "2026-13", "202613", "26年"])
def test_anything_else_is_no_period(text: str) -> None:
    assert read_period(text) is None


@pytest.mark.parametrize(("code", "found"), [("2026-08", "2026H2"), ("2026H2", "2026H2"), ("2026", "2026")])
def test_a_short_period_counts_for_the_one_that_holds_it(code: str, found: str) -> None:
    assert period_at_level(code, ("half-year", "year")) == found


def test_a_year_holds_no_half_year() -> None:
    assert period_at_level("2026", ("half-year",)) is None


def test_periods_are_read_out() -> None:
    assert [period_title(code) for code in ("2026-03", "2026H1", "2026")] == ["2026年3月", "2026年上半年", "2026年"]
