"""Bounds: the attacker's intervals are those that trying every possible table gives."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.blocks import EquationRow, UnknownsBlock
from generator.features.statistics.audit.bounds import Flags, bound_block
from generator.features.statistics.audit.program import Floats
from generator.features.statistics.audit.weaknesses import Demand, WeaknessKind
from generator.features.statistics.dimensions import TOTAL
from tests.features.statistics.tables import grid, published

INNER = [(row, column) for row in ("r1", "r2", "r3") for column in ("c1", "c2", "c3")]
Codes = tuple[str, ...]


def possible(cells: dict[Codes, int], hidden: tuple[Codes, ...]) -> list[dict[Codes, int]]:
    """Every way to fill the gaps so that all totals come out."""
    fillings = product(range(8), repeat=len(hidden))
    tables = (dict(cells) | dict(zip(hidden, filling, strict=True)) for filling in fillings)
    return [table for table in tables if _adds_up(table)]


def _adds_up(table: dict[Codes, int]) -> bool:
    rows = all(sum(table[row, c] for c in ("c1", "c2", "c3")) == table[row, TOTAL] for row in ("r1", "r2", "r3"))
    return rows and all(sum(table[r, c] for r in ("r1", "r2", "r3")) == table[TOTAL, c] for c in ("c1", "c2", "c3"))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 3), min_size=9, max_size=9),
    st.sets(st.sampled_from(INNER), min_size=1, max_size=5),
)
def test_the_interval_of_every_exposed_cell_is_exact(counts: list[int], gaps: set[tuple[str, str]]) -> None:
    cells = grid({f"r{at + 1}": (counts[3 * at], counts[3 * at + 1], counts[3 * at + 2]) for at in range(3)})
    hidden = tuple(sorted(gaps))
    tables = possible(cells, hidden)
    expected = {
        f"column={column};row={row};measure=people": (min(seen), max(seen))
        for row, column in hidden
        if max(seen := [table[row, column] for table in tables]) - min(seen) < 5
    }
    found = audit([[published(cells, *hidden)]], Demand())
    told = (WeaknessKind.SMALL, WeaknessKind.MARK)
    assert {str(each.cell): (each.low, each.high) for each in found if each.kind not in told} == expected


@pytest.mark.parametrize("others", [3, 60])
def test_where_fractions_leave_doubt_whole_numbers_decide_in_small_blocks_and_large(others: int) -> None:
    """x = m + m' with m = m' (both are 7 less n) and 5 - s: 0 to 5 in fractions, and 0, 2 or 4 people."""
    x, m, twin, n, s = range(5)
    rows = (
        EquationRow(((m, 1), (n, 1)), 7, ()),
        EquationRow(((twin, 1), (n, 1)), 7, ()),
        EquationRow(((x, -1), (m, 1), (twin, 1)), 0, ()),
        EquationRow(((m, 1), (twin, 1), (s, 1)), 5, ()),
        EquationRow(((n, 1), *((5 + at, 1) for at in range(others))), 100, ()),
    )
    block = UnknownsBlock(tuple(range(5 + others)), rows)

    def five_wide(low: Floats, high: Floats) -> Flags:
        return np.asarray((high - low >= 5) | (np.arange(len(low)) != x))

    found = list(bound_block(block, five_wide, is_count=True, least={}))
    assert [(each.place, each.low, each.high) for each in found] == [(x, 0.0, 4.0)]
    assert not list(bound_block(block, five_wide, is_count=False, least={}))
