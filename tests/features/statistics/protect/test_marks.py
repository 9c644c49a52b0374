"""Marks: a gap is called small only where that does not tell how small."""

from __future__ import annotations

from collections import Counter

from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.protect import protect
from generator.features.statistics.tables import ConfStatus
from tests.features.statistics.tables import ROWS, full, line


def marks(*values: int) -> Counter[ConfStatus]:
    table = protect(full(line(*values), ROWS), Policy(insiders=False)).table
    return Counter(row.conf_status for row in table.observations)


def test_a_small_count_beside_a_large_one_is_called_primary() -> None:
    assert marks(2, 20, 30) == {ConfStatus.PRIMARY: 1, ConfStatus.SECONDARY: 1, ConfStatus.FREE: 2}


def test_two_fours_beside_a_published_eight_are_not_both_called_small() -> None:
    assert marks(4, 4, 30)[ConfStatus.PRIMARY] < 2
