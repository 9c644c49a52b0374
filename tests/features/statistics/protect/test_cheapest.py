"""Patterns of small tables have no more gaps than the fewest there can be, by an exact programme of another kind."""

from __future__ import annotations

from random import Random

from bench.suppression import count_fewest, small_table
from generator.features.statistics.protect.cheapest import propose
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.protect import protect
from generator.features.statistics.protect.system import build_equations
from generator.features.statistics.protect.tasks import Task, figures_of, system_of
from tests.features.statistics.tables import ROWS, full, line

BLIND_TO_THE_KEY = Policy(insiders=False, decoys=())


def test_withheld_figures_are_the_fewest_possible_in_small_tables() -> None:
    dice, withheld, fewest = Random(1), 0, 0
    for shape in ((3, 4), (3, 4), (3, 4), (4, 5)):
        table = small_table(shape, dice)
        withheld += protect(table, BLIND_TO_THE_KEY).report.measures[0].withheld
        fewest += count_fewest(table) or 0
    assert fewest > 0
    assert withheld <= 1.05 * fewest


def test_two_gaps_of_a_line_are_proved_to_be_the_cheapest_and_read_no_withheld_value() -> None:
    """3 is withheld; 4 with it leaves neither more than 7, 30 all that it takes. The total costs more than any part."""
    for small in (1, 2, 3):
        table = full(line(small, 40 - small, 30), ROWS)
        task = Task("table", figures_of(table, "people"), table.dimensions, BLIND_TO_THE_KEY)
        system = system_of(task)
        found = propose(system, system.values == small, {}, (None, 1))
        assert found.is_proved
        assert found.hidden.sum() == 2
        assert not found.hidden[system.values == 70].any()
        assert system.equations.height == build_equations(system.rows, len(system.values)).height
