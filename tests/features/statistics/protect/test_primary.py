"""Primary rules: k for counts, p % for money."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.features.statistics.dimensions import flat_dimension
from generator.features.statistics.periods import reporting_dimension
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.primary import find_decoys, is_dominated
from generator.features.statistics.protect.tasks import Task, figures_of
from generator.features.statistics.totals import RawRow, add_up
from tests.features.statistics.tables import PEOPLE


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


@pytest.mark.parametrize(("year", "apart"), [("2026", False), ("2027", True)])
def test_a_figure_published_in_one_period_does_not_say_that_a_gap_in_another_is_no_decoy(
    year: str, apart: bool
) -> None:
    """Three sevens in ten are decoys: of two halves, one alone in 42 of a hundred; until 2026 both or none."""
    halves = (f"{year}H1", f"{year}H2")
    axes = (reporting_dimension(halves), flat_dimension("row", "行", ("a", "b")))
    table = add_up("table", axes, (PEOPLE,), [RawRow((half, row), "people", 7) for half in halves for row in "ab"])[0]
    task = Task("table", figures_of(table, "people"), axes, Policy())
    alone = 0
    for number in range(300):
        drawn = find_decoys(replace(task, policy=Policy(secret=f"secret {number}".encode())), {}, ())
        both = [any(each.place == (("period", half), ("row", "a")) for each in drawn) for half in halves]
        alone += both[0] != both[1]
    assert (100 < alone < 155) if apart else alone == 0
