"""Primary rules: k for counts, p % for money."""

from __future__ import annotations

import pytest

from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.primary import is_dominated


@pytest.mark.parametrize(
    ("value", "largest", "dominated"),
    [
        (1000, (500, 450), False),
        (1000, (500, 451), True),
        (900, (900,), True),
        (0, (), False),
        (10_000, (300, 200), False),
    ],
)
def test_money_is_dominated_when_the_second_comes_within_ten_percent_of_the_first(
    value: int, largest: tuple[int, ...], dominated: bool
) -> None:
    assert is_dominated(value, largest, 10) is dominated


@pytest.mark.parametrize(("k", "percent"), [(2, 10), (5, 0), (5, 100)])
def test_a_policy_that_protects_nobody_is_refused(k: int, percent: int) -> None:
    with pytest.raises(ValueError, match="k must be"):
        Policy(k=k, percent=percent)
