"""Those inside a table: acquainted households, providers who know what they gave, and rows that are all or nothing."""

from __future__ import annotations

from itertools import product

import pytest

from generator.features.statistics.cells import Cell, build_cell
from generator.features.statistics.dimensions import TOTAL, flat_dimension
from generator.features.statistics.protect.policy import Policy, WithholdingReason
from generator.features.statistics.protect.protect import Protection, protect
from generator.features.statistics.provider_shares import add_up_helpers
from generator.features.statistics.tables import Measure
from generator.features.statistics.totals import FullTable, RawRow, add_up
from tests.features.statistics.tables import PEOPLE, ROWS, YUAN, full, line

PLAIN = Policy(decoys=())
COLUMNS = flat_dimension("column", "列", ("c1", "c2", "c3"))


def gaps(done: Protection) -> set[tuple[str, ...]]:
    return {row.codes for row in done.table.observations if row.value is None}


def can_be(values: list[int], hidden: set[int], most: int, total: int | None) -> list[tuple[int, ...]]:
    """Every line of counts that agrees with what is published."""
    choices = [range(most + 1) if at in hidden else (value,) for at, value in enumerate(values)]
    return [each for each in product(*choices) if total is None or sum(each) == total]


@pytest.mark.parametrize("values", [(2, 4, 30), (3, 4, 30), (4, 3, 30, 9)])
def test_households_that_know_each_other_leave_no_small_neighbour_a_single_value(values: tuple[int, ...]) -> None:
    """Enumerated: who knows a small count of a few acquainted, and what is published, has two values for any other."""
    rows = flat_dimension("row", "行", tuple(f"r{at}" for at in range(len(values))))
    cells = {(f"r{at}",): value for at, value in enumerate(values)}

    def least(policy: Policy) -> int:
        hidden = gaps(protect(full(cells, rows), policy))
        places = {at for at in range(len(values)) if (f"r{at}",) in hidden}
        total = None if (TOTAL,) in hidden else sum(values)
        fitting = can_be(list(values), places, 60, total)
        left = [
            {each[other] for each in fitting if each[insider] == values[insider]}
            for insider in places
            for other in places
            if insider != other and values[insider] < 5 and values[other] < 5
        ]
        return min(map(len, left), default=99)

    assert least(PLAIN) == 1
    assert least(Policy(decoys=(), acquainted=4)) > 1


def test_the_screen_says_how_many_follow_from_another_small_count_and_what_defends_costs_gaps() -> None:
    table = full(line(2, 4, 30), ROWS)
    plain, defended = protect(table, PLAIN), protect(table, Policy(decoys=(), acquainted=4))
    assert (plain.inside.small, plain.inside.acquainted) == (2, 2)
    assert (defended.inside.small, defended.inside.acquainted) == (2, 0)
    assert gaps(plain) < gaps(defended)


def helped(*shares: dict[str, int]) -> FullTable:
    """Rows with what each provider did of them."""
    rows = [RawRow((f"r{at + 1}",), "people", sum(each.values())) for at, each in enumerate(shares)]
    table = add_up("table", (ROWS,), (PEOPLE,), rows)[0]
    parts = {("people", (f"r{at + 1}",)): each for at, each in enumerate(shares)}
    return FullTable(
        table.name, table.dimensions, table.measures, table.figures, helpers=add_up_helpers((ROWS,), parts)
    )


SHARED = ({"甲": 9, "乙": 3}, {"甲": 20, "乙": 20, "丙": 2}, {"甲": 10, "乙": 10, "丙": 10})


def test_a_provider_who_helped_all_but_a_few_is_counted_and_with_two_more_are() -> None:
    inside = protect(helped(*SHARED), PLAIN).inside
    assert (inside.shared, inside.one_helper, inside.two_helpers) == (4, 1, 2)


@pytest.mark.parametrize(("together", "withheld"), [(0, set()), (1, {"r1"}), (2, {"r1", "r2"})])
def test_the_setting_withholds_what_so_many_providers_know(together: int, withheld: set[str]) -> None:
    done = protect(helped(*SHARED), Policy(decoys=(), colluding=together))
    assert {code for (code,) in gaps(done)} >= withheld
    assert (WithholdingReason.HELPER in done.report.measures[0].reasons) is bool(together)
    assert (done.inside.one_helper if together == 1 else done.inside.two_helpers) == (0 if together else 2)


def test_money_of_which_one_provider_gave_nearly_all_is_withheld() -> None:
    rows = [RawRow(("r1",), "people", 40), RawRow(("r1",), "yuan", 40_000, (1000, 1000))]
    table = add_up("table", (ROWS,), (PEOPLE, YUAN), rows)[0]
    parts = {("yuan", ("r1",)): {"甲": 39_000, "乙": 900, "丙": 100}}
    known = FullTable(
        table.name, table.dimensions, table.measures, table.figures, helpers=add_up_helpers((ROWS,), parts)
    )
    assert ("r1",) not in gaps(protect(table, PLAIN))
    assert protect(known, PLAIN).report.measures[1].reasons[WithholdingReason.DOMINANCE] == 2


ASKED, HELPED = Measure("asked", "求助", "户"), Measure("helped", "帮扶", "户", part_of="asked")


def test_a_row_that_is_all_in_one_class_is_told_and_withheld_where_that_is_asked_for() -> None:
    cells = {("r1", "c1"): 12, ("r1", "c2"): 0, ("r1", "c3"): 0} | {
        (row, column): 20 for row in ("r2", "r3") for column in ("c1", "c2", "c3")
    }
    axes = (ROWS, COLUMNS)
    done = protect(full(cells, *axes), PLAIN)
    assert done.inside.telling == (build_cell("people", axes, ("r1", "c1")),)
    quiet = protect(full(cells, *axes), Policy(decoys=(), whole_rows=True))
    assert quiet.inside.telling == () and ("r1", "c1") in gaps(quiet)


def test_a_stage_that_nobody_or_everybody_reached_is_told() -> None:
    counts = {"r1": (7, 0), "r2": (9, 9), "r3": (30, 12)}
    rows = [
        RawRow((code,), name, value)
        for code, both in counts.items()
        for name, value in zip(("asked", "helped"), both, strict=True)
    ]
    table = add_up("table", (ROWS,), (ASKED, HELPED), rows)[0]
    assert protect(table, PLAIN).inside.telling == tuple(Cell("helped", (("row", code),)) for code in ("r1", "r2"))
    assert protect(table, Policy(decoys=(), whole_rows=True)).inside.telling == ()
