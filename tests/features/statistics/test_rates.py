"""Rates and averages: only from published figures."""

from __future__ import annotations

from generator.features.statistics.rates import average, median_band, out_of_hundred
from generator.model.figure import ABSENT, FIGURE_WITHHELD, FigureState, Shown


def given(value: int) -> Shown:
    return Shown(value, FigureState.GIVEN)


def test_a_rate_is_rounded_to_whole_ones() -> None:
    assert out_of_hundred(given(2), given(3)) == given(67)


def test_what_follows_from_a_withheld_figure_is_withheld() -> None:
    assert out_of_hundred(FIGURE_WITHHELD, given(3)) == FIGURE_WITHHELD
    assert average(given(900), FIGURE_WITHHELD) == FIGURE_WITHHELD


def test_what_was_never_published_stays_absent() -> None:
    assert average(ABSENT, FIGURE_WITHHELD) == ABSENT


def test_nothing_is_divided_by_nobody() -> None:
    assert average(given(0), given(0)) == ABSENT


def test_the_middle_household_stands_in_a_band() -> None:
    assert median_band((given(6), given(3), given(3)), given(12)) == 0
    assert median_band((given(5), given(3), given(4)), given(12)) == 1


def test_a_withheld_band_hides_the_median_behind_it() -> None:
    assert median_band((given(2), FIGURE_WITHHELD, given(9)), given(14)) is None
