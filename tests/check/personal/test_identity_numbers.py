"""Resident identity numbers are found, each of them; what is expected comes from GB 11643's own text.

The check sign is worked out here by the weights that the standard prints, never by the library that the detector asks.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.personal.detection import find_exposures
from generator.check.personal.exposures import ExposureKind

SPECIMENS = ("11010519491231002X", "440524188001010014")
"""Printed in GB 11643-1999, appendix: a woman of Beijing born in 1949, a man of Guangdong born in 1880."""
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SIGNS = "10X98765432"
"""The weight of each place and the sign for each remainder of 11, as the standard's two tables give them."""

PLACES = st.sampled_from(("110105", "120103", "310101", "440524", "510104", "659001"))
DAYS = st.dates(date(1900, 1, 1), date(2026, 12, 31))
NUMBERS = st.builds(lambda place, day, order: f"{place}{day:%Y%m%d}{order:03}", PLACES, DAYS, st.integers(1, 999))


def check_sign(digits: str) -> str:
    """The eighteenth sign of seventeen digits."""
    return SIGNS[sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True)) % 11]


def kinds(text: str) -> list[tuple[ExposureKind, str]]:
    return [(each.kind, text[each.start : each.end]) for each in find_exposures(text)]


@pytest.mark.parametrize("specimen", SPECIMENS)
def test_the_weights_written_here_give_the_sign_of_each_published_specimen(specimen: str) -> None:
    assert check_sign(specimen[:17]) == specimen[17]


@pytest.mark.parametrize("specimen", SPECIMENS)
@pytest.mark.parametrize("text", ["{}", "受助人编号 {} 已核对。", "（{}）", "{},示例路1号"])
def test_a_published_specimen_is_found_without_any_word_beside_it(specimen: str, text: str) -> None:
    assert kinds(text.format(specimen)) == [(ExposureKind.IDENTITY_NUMBER, specimen)]


@given(NUMBERS)
def test_every_right_number_is_found(digits: str) -> None:
    number = digits + check_sign(digits)
    assert kinds(f"编号 {number} 已核对") == [(ExposureKind.IDENTITY_NUMBER, number)]


@given(NUMBERS, st.integers(1, 10))
def test_with_a_wrong_check_sign_it_takes_a_word_to_be_one(digits: str, off: int) -> None:
    number = digits + SIGNS[(SIGNS.index(check_sign(digits)) + off) % 11]
    assert ExposureKind.IDENTITY_NUMBER not in {kind for kind, _ in kinds(f"编号 {number} 已核对")}
    assert kinds(f"身份证号：{number}") == [(ExposureKind.IDENTITY_NUMBER, number)]
