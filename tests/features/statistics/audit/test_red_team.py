"""Deliberately weak releases, each of which the audit must catch by its own kind."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand, Weakness, WeaknessKind, weakness_document
from generator.features.statistics.dimensions import TOTAL, flat_dimension
from generator.features.statistics.tables import Observation, StatisticTable
from tests.features.statistics.tables import COLUMNS, MONTHS, PERIODS, ROWS, STAGED, YUAN, grid, line, published

TIGHT = grid({"r1": (2, 1, 8), "r2": (1, 2, 7), "r3": (11, 6, 9)})
CORNERS = (("r1", "c1"), ("r1", "c2"), ("r2", "c1"), ("r2", "c2"))


def months(*values: int) -> dict[tuple[str, ...], int]:
    return {(month,): value for month, value in zip(MONTHS, values, strict=True)}


def in_line(cells: dict[tuple[str, ...], int], *hidden: str, **given: object) -> StatisticTable:
    return published(cells, *((code,) for code in hidden), dimensions=(ROWS,), **given)  # type: ignore[arg-type]


def in_time(cells: dict[tuple[str, ...], int], *hidden: str, name: str) -> StatisticTable:
    return published(cells, *((code,) for code in hidden), dimensions=(PERIODS,), name=name)


def without(cells: dict[tuple[str, ...], int], *gone: tuple[str, ...]) -> dict[tuple[str, ...], int]:
    return {codes: value for codes, value in cells.items() if codes not in gone}


def in_stages(asked: int, accepted: int) -> StatisticTable:
    rows = (Observation(("r1",), "asked", asked), Observation(("r1",), "accepted", accepted))
    return StatisticTable("stages", (ROWS,), STAGED[:2], rows)


def asked_and_helped(asked: int, helped: int) -> StatisticTable:
    """The stage between has no row at all."""
    rows = (Observation(("r1",), "asked", asked), Observation(("r1",), "helped", helped))
    return StatisticTable("stages", (ROWS,), STAGED, rows)


def marked_apart() -> StatisticTable:
    table = in_line(line(4, 4, 9), "r1", "r2")
    first, *others = table.observations
    return replace(table, observations=(replace(first, said="Q C"), *others))


def open_line(*values: int | None) -> StatisticTable:
    """r1, r2, r3 and the total; None is a gap."""
    cells: dict[tuple[str, ...], int | None] = {
        (code,): value for code, value in zip((*ROWS.leaves, TOTAL), values, strict=True)
    }
    return published(cells, dimensions=(ROWS,))


LINE = line(3, 5, 9)
AT_FIRST, AT_LAST = open_line(None, None, 9, 17), open_line(None, 5, None, 17)
"""Both together leave 17 - 9 - 5 = 3 in r1; each alone 0 to 8 and 0 to 12."""
HALF: dict[tuple[str, ...], int] = {("2026H1",): 63}
SPRING = months(3, 10, 11, 12, 13, 14)
WEAK: dict[str, tuple[list[list[StatisticTable]], WeaknessKind]] = {
    "nothing withheld": ([[published(grid())]], WeaknessKind.SMALL),
    "only primaries withheld": ([[published(grid(), ("r1", "c1"))]], WeaknessKind.ALONE),
    "a pair in one row": ([[published(grid(), ("r1", "c1"), ("r1", "c2"))]], WeaknessKind.ALONE),
    "a chain": ([[published(grid(), ("r1", "c1"), ("r1", "c2"), ("r2", "c2"))]], WeaknessKind.COMBINED),
    "four small corners": ([[published(TIGHT, *CORNERS)]], WeaknessKind.NARROW),
    "a row left out": ([[published(without(grid(), ("r1", "c1")))]], WeaknessKind.LEFT_OUT),
    "a total that does not add up": ([[published(grid() | {(TOTAL, TOTAL): 75})]], WeaknessKind.SUM),
    "corners that cannot be": (
        [[published(grid() | {("r1", TOTAL): 40, (TOTAL, TOTAL): 94, ("r3", TOTAL): 26}, *CORNERS)]],
        WeaknessKind.CONTRADICTION,
    ),
    "money without its count": (
        [[published(line(3, 5, 9), ("r1",), ("r2",), dimensions=(ROWS,)), in_line(line(900, 40, 60), measure=YUAN)]],
        WeaknessKind.MONEY,
    ),
    "gaps marked in two ways": ([[marked_apart()]], WeaknessKind.MARK),
    "two of twenty turned away": ([[in_stages(20, 18)]], WeaknessKind.REST),
    "two of twenty not helped, without the stage between": ([[asked_and_helped(20, 18)]], WeaknessKind.REST),
    "a place told in one table by asked, in another by accepted": (
        [[in_line(line(20, 30, 40), measure=STAGED[0]), in_line(line(17, 30, 40), measure=STAGED[1], name="b")]],
        WeaknessKind.OVERLAP,
    ),
    "more accepted than asked": ([[in_stages(20, 21)]], WeaknessKind.SUM),
    "months against a half-year": (
        [[in_time(SPRING, "2026-01", name="months"), in_time(HALF, name="half")]],
        WeaknessKind.OVERLAP,
    ),
    "one table withholds, another shows": (
        [[in_line(LINE, "r1", "r2"), in_line(LINE, "r1", "r3", name="b")]],
        WeaknessKind.OVERLAP,
    ),
    "another complement than last time": (
        [[in_line(LINE, "r1", "r2")], [in_line(LINE, "r1", "r3")]],
        WeaknessKind.DIFFERENCE,
    ),
    "an edition that no table fits lies between": (
        [[AT_FIRST], [open_line(None, None, 30, 17)], [AT_LAST]],
        WeaknessKind.DIFFERENCE,
    ),
    "a total was wrong for a time": ([[AT_FIRST], [open_line(None, None, 9, 71)], [AT_LAST]], WeaknessKind.DIFFERENCE),
    "and an edition that no table fits was the first": (
        [[open_line(None, None, 30, 17)], [AT_FIRST], [AT_LAST]],
        WeaknessKind.DIFFERENCE,
    ),
    "one case added": ([[in_line(line(8, 5, 9))], [in_line(line(9, 5, 9))]], WeaknessKind.REVISION),
    "one case added by way of many": (
        [[in_line(line(10, 5, 9))], [in_line(line(16, 5, 9))], [in_line(line(11, 5, 9))]],
        WeaknessKind.REVISION,
    ),
    "two told once, and withdrawn": ([[in_line(line(2, 11, 9))], [in_line(line(8, 5, 9))]], WeaknessKind.PAST),
    "money of a few told once, and withdrawn": (
        [[in_line(LINE, "r1", "r2"), in_line(line(900, 40, 60), measure=YUAN)], [in_line(LINE, "r1", "r2")]],
        WeaknessKind.PAST,
    ),
    "and all of it withdrawn": ([[in_line(line(2, 11, 9))], []], WeaknessKind.PAST),
    "the only gap, and all of it withdrawn": ([[in_line(LINE, "r1")], []], WeaknessKind.DIFFERENCE),
}


def attack(name: str) -> tuple[Weakness, ...]:
    return audit(WEAK[name][0], Demand(k=5))


@pytest.mark.parametrize("name", WEAK)
def test_a_weak_release_is_caught_by_its_own_kind(name: str) -> None:
    assert WEAK[name][1] in {weakness.kind for weakness in attack(name)}


def test_the_only_gap_beside_a_total_is_told_exactly_with_its_sources() -> None:
    (found,) = attack("only primaries withheld")
    assert (found.low, found.high, found.required) == (2, 2, 5)
    assert {str(cell) for cell in found.explained_by} >= {"column=c1;measure=people"}


def test_a_narrow_gap_comes_with_its_bounds() -> None:
    bounds = {str(found.cell): (found.low, found.high) for found in attack("four small corners")}
    assert bounds["column=c1;row=r1;measure=people"] == (0, 3)


@pytest.mark.parametrize("between", [open_line(None, None, 30, 17), open_line(None, None, 9, 71)])
def test_what_others_tell_around_a_wrong_edition_is_told_exactly(between: StatisticTable) -> None:
    found = audit([[AT_FIRST], [between], [AT_LAST]], Demand(k=5))
    assert [(str(each.cell), each.low, each.high) for each in found] == [("row=r1;measure=people", 3, 3)]


def test_a_figure_revised_for_good_is_not_what_it_was() -> None:
    """From 17 to 71 and no way back: nobody knows in which row the 54 came."""
    assert not audit([[AT_FIRST], [open_line(None, None, None, 71)], [open_line(None, 5, None, 71)]], Demand(k=5))


@pytest.mark.parametrize(
    ("editions", "k", "kinds"),
    [
        ([open_line(None, None, 9, 17), open_line(4, 4, 9, 17)], 3, set()),
        ([open_line(None, None, 9, 19), open_line(None, 8, None, 19)], 3, {WeaknessKind.DIFFERENCE}),
        ([open_line(None, None, 9, 17)], 9, {WeaknessKind.NARROW}),
        ([open_line(8, 7, 19, 34), open_line(None, None, 19, 34)], 10, {WeaknessKind.PAST}),
    ],
)
def test_all_editions_are_held_to_the_k_of_today(
    editions: list[StatisticTable], k: int, kinds: set[WeaknessKind]
) -> None:
    """Lowered, what was withheld may be told, but not what is still too small; raised, what was told stays told."""
    assert {each.kind for each in audit([[each] for each in editions], Demand(k=k))} == kinds


def test_an_added_case_names_both_values() -> None:
    found = next(found for found in attack("one case added") if found.cell.place)
    assert (found.low, found.high, found.required) == (8, 9, 5)


def test_a_finding_becomes_a_document_for_other_programs() -> None:
    (found,) = attack("only primaries withheld")
    document = weakness_document(found)
    assert list(document) == ["table", "cell", "low", "high", "required", "kind", "explained_by"]
    assert (document["cell"], document["low"], document["kind"]) == ("column=c1;row=r1;measure=people", 2, "alone")


def test_what_is_left_over_is_named_as_the_difference_of_both() -> None:
    (found,) = attack("two of twenty turned away")
    assert str(found.cell) == "row=r1;measure=asked∖accepted"
    assert {str(cell) for cell in found.explained_by} == {"row=r1;measure=asked", "row=r1;measure=accepted"}


def test_three_gaps_in_one_line_are_safe() -> None:
    assert audit([[in_line(line(3, 5, 9), "r1", "r2")]], Demand()) == ()


def test_a_gap_that_stays_is_no_weakness_over_releases() -> None:
    release = [in_line(line(3, 5, 9), "r1", "r2")]
    assert audit([release, release, release], Demand()) == ()


def test_a_hidden_revision_is_not_held_against_an_honest_release() -> None:
    before, after = in_line(line(3, 5, 9), "r1", "r2"), in_line(line(9, 5, 9), "r1", "r2")
    assert audit([[before], [after]], Demand()) == ()


def test_townships_are_added_up_to_the_city_when_districts_are_missing() -> None:
    found = audit([[published(without(grid(), (TOTAL, "c1"), ("r1", TOTAL)), ("r1", "c1"))]], Demand())
    assert [weakness.kind for weakness in found] == [WeaknessKind.COMBINED]


def test_three_tables_that_cross_two_of_three_dimensions_tell_a_cell_that_none_of_them_has() -> None:
    """Everybody of z2 and c1 is in r1: seven; r1 and c1 have ten, so three of them are in z1."""
    axes = (ROWS, COLUMNS, flat_dimension("z", "z", ("z1", "z2", "z3")))
    true = {("r1", "c1", "z1"): 3, ("r1", "c1", "z2"): 7, ("r1", "c2", "z1"): 9, ("r2", "c1", "z1"): 20}
    true |= {("r2", "c2", "z1"): 15, ("r3", "c3", "z3"): 30, ("r2", "c2", "z3"): 8}
    tables: list[StatisticTable] = []
    for kept in ((0, 1), (0, 2), (1, 2)):
        cells: dict[tuple[str, ...], int] = {}
        for codes in product(*(axes[at].codes for at in kept)):
            inside = (
                n
                for key, n in true.items()
                if all(code in (TOTAL, key[at]) for at, code in zip(kept, codes, strict=True))
            )
            cells[codes] = sum(inside)
        tables.append(published(cells, dimensions=tuple(axes[at] for at in kept), name=f"table{kept}"))
    (found,) = audit([tables], Demand())
    assert (str(found.cell), found.low, found.high) == ("column=c1;row=r1;z=z1;measure=people", 3, 3)
    assert found.kind is WeaknessKind.OVERLAP
    assert audit([tables[:2]], Demand()) == (), "without the third table nobody knows"
