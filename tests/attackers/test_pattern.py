"""The pattern of gaps tells the third attacker nothing, and four planted faults do."""

from __future__ import annotations

import os
from random import Random

import pytest

from generator.features.statistics.cells import build_cell
from generator.features.statistics.dimensions import TOTAL, flat_dimension
from generator.features.statistics.protect.policy import DECOYS, TOTAL_DECOYS, Policy
from generator.features.statistics.protect.protect import protect
from generator.features.statistics.tables import Measure
from generator.features.statistics.totals import RawRow, add_up
from tests.attackers.pattern import Gaps, Place, Table, attack, is_fixed, likelihood, wandering

K = 5
MOST = 9
"""No fitting table is tried with more in a gap: there is no end to them where totals are withheld too."""
TABLES = int(os.environ.get("ATTACKED_TABLES", "2"))
SIZES = ((4, 4), (8, 6), (16, 7))
COUNTED = Measure("helped", "获得帮扶", "户")


def odds(value: int, is_total: bool = False) -> float:
    return TOTAL_DECOYS if is_total else next(share for below, share in DECOYS if value < below or not below)


def release(table: Table, drawn: Gaps) -> Gaps:
    """`protect`, given what the key drew; the key's own draws are off."""
    height, width = len(table), len(table[0])
    rows = flat_dimension("row", "", tuple(f"r{at:02}" for at in range(height)))
    columns = flat_dimension("column", "", tuple(f"c{at:02}" for at in range(width)))
    raw = [RawRow((f"r{a:02}", f"c{b:02}"), "helped", table[a][b]) for a in range(height) for b in range(width)]
    full = add_up("table", (rows, columns), (COUNTED,), raw)[0]
    codes = {
        (a, b): (rows.leaves[a] if a < height else TOTAL, columns.leaves[b] if b < width else TOTAL)
        for a in range(height + 1)
        for b in range(width + 1)
    }
    required = [build_cell("helped", (rows, columns), codes[place]) for place in drawn]
    public = protect(full, Policy(k=K, decoys=(), secret=b"third"), (), required).table
    hidden = {each.codes for each in public.observations if each.value is None}
    return frozenset(place for place, each in codes.items() if each in hidden)


def drawn(table: Table, dice: Random) -> Gaps:
    places = {(a, b): value for a, line in enumerate(table) for b, value in enumerate(line)}
    return frozenset(place for place, value in places.items() if dice.random() < odds(value))


def invented(height: int, width: int, dice: Random, largest: int = 30) -> Table:
    return tuple(
        tuple(dice.choice((0, 2, 6, 11, dice.randint(0, largest))) for _ in range(width)) for _ in range(height)
    )


@pytest.mark.parametrize("size", SIZES)
def test_twenty_other_tables_give_the_whole_pattern_back(size: tuple[int, int]) -> None:
    dice = Random(7)
    table = invented(*size, dice)
    gaps = release(table, drawn(table, dice))
    others = [wandering(table, gaps, 60 * size[0], dice) for _ in range(20)]
    assert is_fixed([table, *others], gaps, release)


PAIR: Table = ((3, 9), (8, 7))
SMALL: tuple[Table, ...] = (
    ((2, 7, 9), (6, 3, 8), (9, 8, 20)),
    ((1, 6), (7, 4), (12, 3)),
)
WEIGHED = (*SMALL, PAIR) if "ATTACKED_TABLES" in os.environ else SMALL
"""Of these all draws of the key are weighed; the pair takes a minute, in `make attack`."""


@pytest.mark.parametrize("table", WEIGHED)
def test_every_fitting_table_could_have_given_the_pattern_and_no_value_is_nearly_sure(table: Table) -> None:
    found = attack(table, release(table, frozenset()), release, odds, K, MOST, exact=True)
    assert found.tables > 1
    assert (found.impossible, found.lost) == (0, 0)
    assert found.surest < 0.9


def test_many_small_tables_of_all_keys() -> None:
    """As many as `ATTACKED_TABLES` says: a few in every run, hundreds in `make attack`."""
    dice = Random(11)
    tried = 0
    while tried < TABLES:
        table = invented(2, 3, dice, 12)
        gaps = release(table, drawn(table, dice))
        if any(table[a][b] > MOST for a, b in gaps if a < len(table) and b < len(table[0])):
            continue  # itself not among those that are gone through
        tried += 1
        found = attack(table, gaps, release, odds, K, MOST)
        assert (found.impossible, found.lost) == (0, 0), (table, sorted(gaps))


def nothing(_value: int, _is_total: bool) -> float:
    return 0.0


def test_without_a_key_the_pattern_tells() -> None:
    table = PAIR
    assert attack(table, release(table, frozenset()), release, nothing, K, MOST).impossible > 0


def test_a_key_only_among_minima_is_caught() -> None:
    """Whatever equals the key picks: nothing is withheld but for small counts, so that gaps without one are told."""
    table = PAIR
    gaps = release(table, frozenset())
    without = tuple(tuple(K if 0 < value < K else value for value in line) for line in table)
    assert likelihood(without, gaps, release, nothing, K) == 0


def test_whole_decoy_blocks_are_caught() -> None:
    """The key draws whole columns: gaps that are none must hide a small count."""

    def columns_only(table: Table, chosen: Gaps) -> Gaps:
        full: set[Place] = {(at, column) for _, column in chosen for at in range(len(table))}
        return release(table, frozenset(full))

    table = SMALL[0]
    assert attack(table, release(table, frozenset()), columns_only, odds, K, MOST).impossible > 0


def test_an_insider_rule_that_reads_values_is_caught() -> None:
    """Another cell goes wherever a gap is truly one."""

    def reading(table: Table, chosen: Gaps) -> Gaps:
        lonely = any(value == 1 for line in table for value in line)
        return release(table, chosen | ({(len(table) - 1, len(table[0]) - 1)} if lonely else frozenset()))

    table = SMALL[0]
    gaps = reading(table, frozenset())
    assert attack(table, gaps, reading, odds, K, MOST).impossible > 0
