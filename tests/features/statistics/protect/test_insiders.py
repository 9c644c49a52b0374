"""Insiders: whoever is alone behind a figure learns no neighbour's from it."""

from __future__ import annotations

from generator.features.statistics.dimensions import TOTAL
from generator.features.statistics.protect.policy import Policy, WithholdingReason
from generator.features.statistics.protect.protect import Protection, protect
from tests.features.statistics.tables import ROWS, full, line


def protected(*values: int, insiders: bool) -> Protection:
    return protect(full(line(*values), ROWS), Policy(insiders=insiders, decoys=()))


def test_one_person_beside_another_small_count_takes_a_third_figure_along() -> None:
    outcome = protected(1, 4, 30, insiders=True)
    assert outcome.report.measures[0].reasons[WithholdingReason.INSIDER] == 1


def test_without_that_defence_two_gaps_are_enough() -> None:
    outcome = protected(1, 4, 30, insiders=False)
    assert WithholdingReason.INSIDER not in outcome.report.measures[0].reasons
    assert next(row.value for row in outcome.table.observations if row.codes == (TOTAL,)) == 35


def test_a_lonely_one_beside_a_large_figure_learns_nothing_that_matters() -> None:
    assert WithholdingReason.INSIDER not in protected(1, 40, 30, insiders=True).report.measures[0].reasons
