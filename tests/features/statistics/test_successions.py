"""Codes merged, split and renamed: what old editions and new ones tell together, counted by hand."""

from __future__ import annotations

from datetime import date

import pytest

from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand
from generator.features.statistics.dimensions import build_dimension
from generator.features.statistics.periods import calendar_dimension
from generator.features.statistics.successions import Succession, Traced, trace
from generator.features.statistics.tables import Observation, Rounding, StatisticTable
from tests.features.statistics.tables import PEOPLE

DAY = date(2027, 1, 1)
TODAY = {"T": None, "d": "T", "e": "T", "x": "d", "y": "d", "z": "e"}


def succession(old: str, new: str, since: date = DAY, old_above: str = "") -> Succession:
    return Succession("place", old, f"原{old}", new, since, old_above=old_above)


def traced(*successions: Succession, today: dict[str, str | None] | None = None) -> Traced:
    parents = today or TODAY
    return trace(build_dimension("place", "地区", parents, "T"), parents, successions)


def edition(of: Traced, period: str = "2026", **values: int | None) -> StatisticTable:
    rows = tuple(Observation((period, code), PEOPLE.name, value) for code, value in values.items())
    return StatisticTable("t", (calendar_dimension((period,)), of.dimension), (PEOPLE,), rows)


def told(*editions: StatisticTable) -> dict[str, tuple[float, float | None, str]]:
    weaknesses = audit([[each] for each in editions], Demand())
    return {dict(each.cell.place).get("place", "T"): (each.low, each.high, str(each.kind)) for each in weaknesses}


MERGED = traced(succession("a", "x"), succession("b", "x"))
OLD = {"T": 90, "d": 60, "e": 30, "z": 30, "y": 20}


def test_parts_of_a_merger_are_told_by_the_merged_figure() -> None:
    """Hidden a and b make 40 together; once x is public, a second edition of a gives b: 40 - 37 = 3."""
    before = edition(MERGED, **OLD, a=None, b=None)
    assert told(before) == {}
    assert told(before, edition(MERGED, **OLD, x=40)) == {}, "the sum was known before"
    assert told(edition(MERGED, **OLD, a=37), edition(MERGED, **OLD, x=40)) == {"b": (3, 3, "difference")}


def test_a_merged_code_withheld_beside_its_parts_of_before() -> None:
    """x and y withheld within 60: but x = a + b = 25 + 30 stood in the edition before."""
    before = edition(MERGED, T=90, d=60, e=30, z=30, a=25, b=30, y=None)
    assert told(edition(MERGED, T=90, d=60, e=30, z=30, x=None, y=None)) == {}
    both = told(before, edition(MERGED, T=90, d=60, e=30, z=30, x=None, y=None))
    assert both == {"x": (55, 55, "difference"), "y": (5, 5, "difference")}


def test_a_renamed_code_is_the_same_unknown() -> None:
    renamed = traced(succession("old", "x"))
    before = edition(renamed, T=90, d=60, e=30, z=30, old=40)
    assert told(before, edition(renamed, T=90, d=60, e=30, z=30, x=None, y=None)) == {
        "x": (40, 40, "difference"),
        "y": (20, 20, "difference"),
    }


def test_the_parts_of_a_split_code_are_its_sum() -> None:
    """a = 45 was public; x, y withheld and w = 41 published: x + y = 4, which leaves each 0 to 4."""
    split = traced(*(succession("a", new) for new in ("x", "y", "w")), today={**TODAY, "w": "d"})
    before = edition(split, T=90, a=45)
    after = edition(split, T=90, x=None, y=None, w=41)
    assert told(after) == {}
    assert told(before, after) == {"x": (0, 4, "difference"), "y": (0, 4, "difference")}


def test_a_share_that_nobody_knows_gives_inequalities() -> None:
    """a goes to x and y in unknown shares, b to y alone: x is at most a, and y at least b."""
    shared = traced(succession("a", "x"), succession("a", "y"), succession("b", "y"))
    before = edition(shared, T=90, a=6, b=30)
    after = edition(shared, T=90, x=None, y=None)
    assert told(after) == {}
    assert told(before, after) == {}, "x from 0 to 6 and y from 30 to 36 are wide enough"
    tight = edition(shared, T=90, a=4, b=30)
    assert told(tight, after) == {
        "x": (0, 4, "difference"),
        "y": (30, 34, "difference"),
        "a": (4, 4, "past"),  # too small itself, and public before its code went
    }


def test_a_revision_of_parts_moves_the_sum_that_nobody_published() -> None:
    """x was never public in 2026: that b rose by 60, and with it all above, contradicts nothing."""
    before = edition(MERGED, **OLD, a=15, b=25)
    after = edition(MERGED, T=150, d=120, e=30, z=30, y=20, a=15, b=85)
    assert told(before, after) == {}
    slight = edition(MERGED, T=93, d=63, e=30, z=30, y=20, a=15, b=28)
    assert told(before, slight)["b"] == (25, 28, "revision")


def test_successions_follow_one_another() -> None:
    """a became m in 2025, m and n became x in 2027."""
    chain = traced(succession("m", "x"), succession("n", "x"), succession("a", "m", date(2025, 1, 1)))
    before = edition(chain, **OLD, a=37)
    assert told(before, edition(chain, **OLD, x=40)) == {"n": (3, 3, "difference")}


@pytest.mark.parametrize(
    ("period", "codes"),
    [("2026", {"T", "d", "e", "y", "z", "a", "b"}), ("2027H1", {"T", "d", "e", "x", "y", "z"})],
)
def test_a_period_has_the_codes_in_force_when_it_began(period: str, codes: set[str]) -> None:
    today = build_dimension("place", "地区", TODAY, "T")
    then = MERGED.of_periods(today, (period,))
    assert set(then.codes) == codes
    assert then.parents["y"] == "d"
    assert period == "2027H1" or then.parents["a"] == "d"


def test_codes_of_other_columns_and_levels_change_nothing() -> None:
    today = build_dimension("place", "地区", TODAY, "T")
    assert (
        trace(today, TODAY, [Succession("waiting", "a", "", "x", DAY), succession("a", "unknown")]).dimension is today
    )


def test_a_code_that_ended_stays_where_the_codelist_has_it() -> None:
    listed = {**TODAY, "gone": "e"}
    ended = trace(build_dimension("place", "地区", TODAY, "T"), listed, [succession("gone", "")])
    assert ended.dimension.parents["gone"] == "e"
    assert not ended.is_in_force("gone", "2027H1")
    assert ended.is_in_force("gone", "2026H2")


MOVED = traced(succession("b", "x", old_above="e"))
"""b was in e; since 2027 it is x, in d."""
BEFORE, AFTER = {"T": 90, "d": 20, "y": 20, "e": 70}, {"T": 90, "d": 60, "y": 20, "e": 30, "z": 30}


def test_a_code_that_moved_counts_where_it_was_and_since_then_where_it_is() -> None:
    """Until 2026 e = b + z = 40 + 30 and d = y; since 2027 d = x + y = 40 + 20 and e = z."""
    assert told(edition(MOVED, **BEFORE, b=40, z=30)) == {}
    assert told(edition(MOVED, "2027", **AFTER, x=40)) == {}
    wrong = edition(MOVED, "2026", **AFTER, b=40)
    assert {kind for _, _, kind in told(wrong).values()} == {"sum"}, "by the tree of 2027 e is 30, and b 40 more"


def test_what_moved_is_hidden_by_what_was_beside_it_then() -> None:
    assert told(edition(MOVED, **BEFORE, b=None, z=30)) == {"b": (40, 40, "alone")}
    assert told(edition(MOVED, **BEFORE, b=None, z=None)) == {}
    assert told(edition(MOVED, "2027", **AFTER, x=None)) == {"x": (40, 40, "alone")}


def test_a_merger_over_two_is_told_by_the_merged_figure_in_both() -> None:
    """a 30 and y 20 hidden in d = 50; b 20 and z 30 in e = 50. By new codes x = 50 is a + b: so a = 30, y = 20."""
    both = traced(succession("a", "x", old_above="d"), succession("b", "x", old_above="e"))
    before = edition(both, T=100, d=50, a=None, y=None, e=50, b=20, z=30)
    assert told(before) == {}
    assert told(before, edition(both, T=100, x=50)) == {"a": (30, 30, "difference"), "y": (20, 20, "difference")}
    assert told(edition(both, "2027", T=100, d=70, x=50, y=20, e=30, z=30)) == {}


def test_a_split_over_two_leaves_each_part_where_it_is() -> None:
    """a 50 was in d; since 2027 30 of it are x in d and 20 are w in e."""
    split = traced(succession("a", "x", old_above="d"), succession("a", "w", old_above="d"), today={**TODAY, "w": "e"})
    assert told(edition(split, T=100, d=70, a=50, y=20, e=30, z=30)) == {}
    assert told(edition(split, "2027", T=100, d=50, x=30, y=20, e=50, w=20, z=30)) == {}
    assert told(edition(split, T=100, a=50), edition(split, T=100, x=46, w=None)) == {"w": (4, 4, "difference")}


def test_a_rounded_place_stands_below_the_district_it_was_in_then() -> None:
    both = traced(succession("a", "x", old_above="d"), succession("b", "x", old_above="e"))
    for tree, places, above in ((MOVED, "bxyz", "edde"), (both, "abxyz", "dedde")):
        rounding = Rounding("place", frozenset(places), 5, (), tree.spans)
        assert [rounding.holder_of(tree.dimension, place) for place in places] == list(above)
        assert [rounding.can_be({"place": "b", "period": year}) for year in ("2026", "2027")] == [True, False]


def test_each_time_has_its_own_tree() -> None:
    """In 2026 b (of e) became m (of d); in 2027 m and n (of d) became x."""
    chain = traced(
        *(succession(old, "x") for old in ("m", "n")),
        succession("b", "m", date(2026, 1, 1), "e"),
    )
    today = build_dimension("place", "地区", TODAY, "T")
    trees = {year: chain.of_periods(today, (year,)).parents for year in ("2025", "2026", "2027")}
    inside = {year: {code for code, above in tree.items() if above == "d"} for year, tree in trees.items()}
    assert inside == {"2025": {"n", "y"}, "2026": {"m", "n", "y"}, "2027": {"x", "y"}}
    assert trees["2025"]["b"] == "e"
    assert told(edition(chain, "2025", T=90, d=50, n=30, y=20, e=40, b=10, z=30)) == {}
    assert told(edition(chain, "2026", T=90, d=60, m=10, n=30, y=20, e=30, z=30)) == {}
