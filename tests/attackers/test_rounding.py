"""Rounded figures leave the attacker at least k values each, and four planted faults do not."""

from __future__ import annotations

import os
from itertools import product
from random import Random
from typing import NamedTuple

from generator.features.statistics.audit.audit import audit_rounded
from generator.features.statistics.audit.weaknesses import Demand, WeaknessKind
from generator.features.statistics.dimensions import build_dimension, flat_dimension
from generator.features.statistics.periods import reporting_dimension
from generator.features.statistics.protect.rounding import round_table
from generator.features.statistics.tables import Measure, Observation, ObsStatus, Rounding, StatisticTable
from generator.features.statistics.totals import RawRow, add_up
from tests.attackers.rounding import Parts, Print, agreeing, says, tables_of, values_left

K = 5
MOST = 14
TABLES = int(os.environ.get("ATTACKED_TABLES", "6"))
ASKED, HELPED = Measure("asked", "提出求助", "户"), Measure("helped", "获得帮扶", "户", part_of="asked")
ALONE = Measure("helped", "获得帮扶", "户")
HELP, TURNED = 0, 1
FIGURES = ((HELP, TURNED), (HELP,), (TURNED,))
"""Asked, helped, and who asked and was not helped."""


class Published(NamedTuple):
    """What a district's places print, and whether the audit lets it pass; nothing where the column has no rows."""

    printed: list[dict[str, int]]
    passes: bool


def publish(table: list[Parts], secret: bytes) -> Published:
    """What `protect` makes of the places of a district."""
    codes = [f"12010{at}" for at in range(len(table))]
    places = build_dimension("division", "地区", {"12": None, "1201": "12", **dict.fromkeys(codes, "1201")}, "12")
    axes = (reporting_dimension(["2026H1"]), places, flat_dimension("category", "类别", ("medical",)))
    rows = [
        RawRow(("2026H1", code, "medical"), measure, value)
        for code, (helped, turned) in zip(codes, table, strict=True)
        for measure, value in (("asked", helped + turned), ("helped", helped))
    ]
    full = add_up("rounded", axes, (ASKED, HELPED), rows)[0]
    exact = StatisticTable(
        "exact",
        axes,
        (ASKED, HELPED),
        tuple(
            Observation(where, name, each.value) for (name, where), each in full.figures.items() if where[1] == "1201"
        ),
    )
    wholes = {cell: row.value for cell, row in exact.cells().items()}
    public = round_table(full, Rounding("division", frozenset(codes), K), secret, [wholes]).table
    shown = {(row.codes[1], row.measure): int(row.value or 0) for row in public.observations}
    printed = [{name: shown[code, name] for name in ("asked", "helped")} for code in codes] if shown else []
    return Published(printed, not audit_rounded([[exact, public]], Demand(K)))


def attack(printed: list[dict[str, int]], totals: Parts | None, shared: bool = True) -> int:
    """The fewest values that any figure of any place has left."""
    places = [
        tables_of(
            (Print((HELP, TURNED), each["asked"], 0), Print((HELP,), each["helped"], 0 if shared else 1)), K, 2, MOST
        )
        for each in printed
    ]
    return min(len(values_left(tables, of)) for tables in agreeing(places, totals) for of in FIGURES)


def invented(dice: Random, places: int) -> list[Parts]:
    return [
        (dice.choice((0, 1, 2, dice.randint(0, 9))), dice.choice((0, 1, dice.randint(0, 6)))) for _ in range(places)
    ]


def test_every_figure_of_every_column_that_passes_has_k_values_left_and_of_others_not() -> None:
    """Twice as many as places are seldom too few: then the audit says no, and the level is not published."""
    dice = Random(5)
    tried = 0
    while tried < TABLES:
        table = invented(dice, dice.randint(3, 6))
        published = publish(table, f"secret {dice.random()}".encode())
        if published.printed:
            tried += 1
            totals = tuple(sum(line[at] for line in table) for at in (HELP, TURNED))
            assert published.passes == (attack(published.printed, totals) >= K), (table, published)


class Counted(NamedTuple):
    """Who was helped at a place, by two cases of two dimensions."""

    category: tuple[int, int]
    group: tuple[int, int]


def counted(dice: Random) -> Counted:
    one, other = dice.choice((0, 1, 4, dice.randint(0, 9))), dice.choice((0, 2, dice.randint(0, 6)))
    of_one = dice.randint(0, one + other)
    return Counted((one, other), (of_one, one + other - of_one))


def told_of(places: list[Counted], printed: list[Parts]) -> int:
    """The fewest values left to any count: categories and groups of a place make up the same number."""

    def tables(says: Parts) -> set[Parts]:
        near = [range(max(0, each - K + 1), each + K) for each in says]
        return {each for each in product(*near) if each[0] + each[1] == each[2] + each[3]}

    totals = tuple(map(sum, zip(*((*each.category, *each.group) for each in places), strict=True)))
    left = agreeing([tables(each) for each in printed], totals)
    return min(len(values_left(each, (at,))) for each in left for at in range(4))


def two_tables(places: list[Counted], printed: list[Parts]) -> list[StatisticTable]:
    codes = [f"12010{at}" for at in range(len(places))]
    axis = build_dimension("division", "地区", {"12": None, "1201": "12", **dict.fromkeys(codes, "1201")}, "12")
    tables: list[StatisticTable] = []
    for at, name in enumerate(("category", "group")):
        axes = (reporting_dimension(["2026H1"]), axis, flat_dimension(name, name, ("one", "two")))
        exact = [
            Observation(("2026H1", "1201", case), "helped", sum(each[at][number] for each in places))
            for number, case in enumerate(("one", "two"))
        ]
        rounded = [
            Observation(("2026H1", code, case), "helped", says[2 * at + number], ObsStatus.ROUNDED)
            for code, says in zip(codes, printed, strict=True)
            for number, case in enumerate(("one", "two"))
        ]
        tables.append(StatisticTable(f"exact {name}", axes, (ALONE,), tuple(exact)))
        tables.append(StatisticTable(name, axes, (ALONE,), tuple(rounded), Rounding("division", frozenset(codes), K)))
    return tables


def test_categories_and_groups_of_one_place_are_attacked_together() -> None:
    dice = Random(3)
    caught = 0
    for _ in range(TABLES):
        places = [counted(dice) for _ in range(3)]
        printed = [tuple(says(each, K, dice.randint(1, K)) for each in (*one, *other)) for one, other in places]
        found = audit_rounded([two_tables(places, printed)], Demand(K))
        assert bool(found) == (told_of(places, printed) < K), (places, printed)
        caught += any(each.kind is WeaknessKind.TOGETHER for each in found)
    assert caught


def test_a_column_with_few_is_not_shown_and_would_have_told() -> None:
    table = [(1, 0), (0, 1), (1, 0)]
    assert publish(table, b"any").printed == []
    printed = [{"asked": says(sum(line), K, 1), "helped": says(line[HELP], K, 1)} for line in table]
    assert attack(printed, (2, 1)) < K


def test_a_threshold_for_each_count_is_caught() -> None:
    """Asked prints 5, helped 10: both are between 6 and 9."""
    helped, turned = 7, 0
    printed = [{"asked": says(helped + turned, K, 5), "helped": says(helped, K, 1)}]
    assert attack(printed, None, shared=False) < K


def test_a_margin_rounded_beside_its_parts_is_caught() -> None:
    """Two categories print 0, their total 10: each is at least 2."""
    tables = tables_of((Print((0,), 0, 0), Print((1,), 0, 1), Print((0, 1), 10, 2)), K, 2, MOST)
    assert len(values_left(tables, (0,))) < K


def test_a_fresh_threshold_for_an_unchanged_value_is_caught() -> None:
    same = tables_of((Print((0,), says(7, K, 3), 0), Print((0,), says(7, K, 3), 0)), K, 1, MOST)
    assert len(values_left(same, (0,))) > K
    tables = tables_of((Print((0,), says(7, K, 3), 0), Print((0,), says(7, K, 1), 1)), K, 1, MOST)
    assert len(values_left(tables, (0,))) < K


def test_a_year_rounded_beside_its_first_half_is_caught_at_one_threshold_for_both() -> None:
    """Whoever was helped in the second half had asked in it. Parts: helped and turned away, in each half."""
    helped, turned, later, late = 7, 1, 1, 3
    prints = (
        Print((0, 1), says(helped + turned, K, 3), 0),
        Print((0,), says(helped, K, 3), 0),
        Print((0, 1, 2, 3), says(helped + turned + later + late, K, 3), 0),
        Print((0, 2), says(helped + later, K, 3), 0),
    )
    tables = tables_of(prints, K, 4, MOST)
    assert values_left(tables, (2,)) == values_left(tables, (2, 3)) == {1, 2, 3, 4}


def test_a_year_rounded_beside_its_first_half_is_caught_at_a_threshold_each() -> None:
    """The half prints 10, the year 5."""
    tables = tables_of((Print((0,), says(7, K, 1), 0), Print((0, 1), says(8, K, 4), 1)), K, 2, MOST)
    assert values_left(tables, (0,)) == {6, 7, 8, 9}
