"""Visits by household: six of one household are six visits and one household, wherever they are added up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.features.statistics.layouts import Layout
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.protect import protect
from generator.features.statistics.raw import Raw, read_raw
from generator.features.statistics.totals import FullTable, add_up
from tests.features.statistics.layouts import LAYOUT, VISITS, sheet

HEAD = "period,division,category,asked,helped,yuan,household"
CODES = ("1201", "1202")


def read(*lines: str, head: str = HEAD, layout: Layout = VISITS) -> Raw:
    return read_raw(sheet(head, *lines), layout)


def table_of(raw: Raw) -> FullTable:
    assert raw.problems == ()
    return add_up("aid", VISITS.dimensions(["2026H1"]), VISITS.measures, raw.rows, raw.apart)[0]


def visit(household: str, division: str = "1201", category: str = "medical", yuan: int = 100) -> str:
    return f"2026H1,{division},{category},1,1,{yuan},{household}"


def test_six_visits_of_one_household_are_withheld_and_six_households_are_not() -> None:
    one = table_of(read(*[visit("甲")] * 6, *(visit(f"h{n}", "1202") for n in range(6))))
    public = protect(one, Policy(decoys=(), insiders=False)).table
    shown = {
        each.codes[1]: each.value
        for each in public.observations
        if each.measure == "helped" and "medical" in each.codes
    }
    assert one.figures["helped", ("2026H1", "1201", "medical")].value == 6
    assert shown["1201"] is None


def test_what_six_visits_leave_over_is_one_household_too() -> None:
    lines = ["2026H1,1201,medical,1,0,0,甲"] * 6 + [visit(f"h{n}") for n in range(9)]
    public = protect(table_of(read(*lines)), Policy(decoys=(), insiders=False)).table
    shown = {each.measure for each in public.observations if each.codes[1:] == ("1201", "medical") and each.value}
    assert not {"asked", "helped"} <= shown


def test_one_household_in_two_places_is_behind_their_total_once() -> None:
    behind = table_of(read(visit("甲"), visit(" 甲 ", "1202"), visit("乙"), visit("x1"), visit("X1"))).behind
    assert {code: behind["helped", ("2026H1", code, "_T")] for code in ("12", *CODES)} == {
        "12": 3,
        "1201": 3,
        "1202": 1,
    }


def test_what_a_household_gets_in_several_visits_is_one_amount() -> None:
    """Six times 900 beside 100 each of five others: whoever got most got 5,400 of 5,900."""
    table = table_of(read(*[visit("甲", yuan=900)] * 6, *(visit(f"h{n}") for n in range(5))))
    assert table.figures["yuan", ("2026H1", "12", "_T")].largest == (5400, 100)


@given(
    st.lists(
        st.tuples(st.sampled_from("abcd"), st.sampled_from(CODES), st.sampled_from(("medical", "care"))), min_size=1
    )
)
def test_households_behind_a_cell_are_as_many_as_a_set_of_them_has(visits: list[tuple[str, str, str]]) -> None:
    table = table_of(read(*(visit(*each) for each in visits)))
    for division in ("12", *CODES):
        for category in ("_T", "medical", "care"):
            inside = {who for who, where, why in visits if division in ("12", where) and category in ("_T", why)}
            assert table.behind.get(("helped", ("2026H1", division, category)), 0) == len(inside)


TOLD = "period,division,category,asked,helped,yuan,asked_households,获得帮扶不同户数,yuan_largest,yuan_second"


def test_of_a_sheet_already_added_up_a_total_has_no_more_than_its_largest_part_for_sure() -> None:
    table = table_of(
        read("2026H1,1201,medical,30,20,2600,9,7,500,400", "2026H1,1202,medical,8,8,900,3,3,500,400", head=TOLD)
    )
    assert table.behind["helped", ("2026H1", "12", "_T")] == 7
    assert table.figures["yuan", ("2026H1", "12", "_T")].largest == (1000, 800)


@pytest.mark.parametrize(
    ("head", "line", "layout"),
    [
        ("period,division,category,asked,helped,yuan", "2026H1,1201,medical,1,1,5", VISITS),
        (HEAD, "2026H1,1201,medical,1,1,5,", VISITS),
        (TOLD, "2026H1,1201,medical,8,8,900,9,3,500,400", VISITS),
        (TOLD, "2026H1,1201,medical,8,8,900,,3,500,400", VISITS),
        (TOLD, "2026H1,1201,medical,8,8,900,0,3,500,400", VISITS),
        (HEAD, visit("甲"), Layout("aid", "", LAYOUT.columns, ("half-year",), LAYOUT.measures, LAYOUT.titles)),
    ],
)
def test_a_sheet_that_does_not_tell_households_apart_is_refused(head: str, line: str, layout: Layout) -> None:
    assert [each.rule.code for each in read(line, head=head, layout=layout).problems] == ["raw-households"]


def test_who_a_household_is_stands_in_no_row() -> None:
    assert "示例户" not in repr(read(visit("示例户一"), visit("示例户一", "1202")).rows)
