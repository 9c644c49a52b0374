"""Where a standard says what a household gets, money is withheld until it tells no count."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.protect import Protection, protect
from generator.features.statistics.tables import Measure
from generator.features.statistics.totals import FullTable, RawRow, add_up
from generator.model.tabulation import Standard
from tests.features.statistics.tables import COLUMNS, PEOPLE, ROWS

EACH = {"r1": 5000, "r2": 2000, "r3": 900}
FIXED = tuple(Standard((("row", code),), yuan, yuan, "", "", "示例标准") for code, yuan in EACH.items())


def table(counts: dict[tuple[str, str], int], standards: tuple[Standard, ...] = FIXED) -> FullTable:
    yuan = Measure("yuan", "金额", "元", counted_by="people", standards=standards)
    rows = [RawRow(place, "people", count) for place, count in counts.items()]
    rows += [RawRow(place, "yuan", EACH[place[0]] * n, (EACH[place[0]],) * min(n, 2)) for place, n in counts.items()]
    return add_up("table", (ROWS, COLUMNS), (PEOPLE, yuan), rows)[0]


COUNTS = {
    (row, column): n
    for row, line in {"r1": (2, 9, 8), "r2": (3, 12, 7), "r3": (11, 6, 9)}.items()
    for column, n in zip(COLUMNS.leaves, line, strict=True)
}


def given_away(made: Protection) -> list[str]:
    return [str(each.kind) for each in audit([[made.table]], Demand())]


def test_money_that_would_tell_is_withheld_and_without_the_standard_it_tells() -> None:
    """Two at 5,000 and three at 2,000: five households and 16,000 yuan have one answer."""
    plain = Policy(decoys=(), insiders=False)
    careless = protect(table(COUNTS, ()), plain).table
    declared = table(COUNTS).measures
    told = audit([[careless.__class__(careless.name, careless.dimensions, declared, careless.observations)]], Demand())
    assert "joint" in {str(each.kind) for each in told}
    assert given_away(protect(table(COUNTS), plain)) == []


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(0, 6) | st.integers(0, 25), min_size=9, max_size=9))
def test_no_table_with_a_standard_tells_anything(counts: list[int]) -> None:
    places = product(ROWS.leaves, COLUMNS.leaves)
    made = protect(table(dict(zip(places, counts, strict=True))), Policy())
    assert made.unprotected == ()
    assert given_away(made) == []


def test_the_whole_pattern_required_is_given_back() -> None:
    made = protect(table(COUNTS), Policy())
    gaps = [cell for cell, row in made.table.cells().items() if row.value is None]
    again = protect(table(COUNTS), Policy(), required=gaps)
    assert [row.value for row in again.table.observations] == [row.value for row in made.table.observations]
