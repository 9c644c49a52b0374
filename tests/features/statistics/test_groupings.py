"""Two hierarchies in one dimension: districts and service areas over the same places, attacked table by table."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand, WeaknessKind
from generator.features.statistics.dimensions import Dimension, all_hierarchies, build_dimension, keep_codes
from generator.features.statistics.groupings import build_grouping, find_problems
from generator.features.statistics.periods import join_dimensions
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.protect import protect
from generator.features.statistics.tables import StatisticTable
from generator.features.statistics.totals import FullTable, RawRow, add_up
from generator.model.tabulation import Axis, Grouping, Tabulation
from tests.builders import dataset, field, linked, locate, record
from tests.features.statistics.tables import PEOPLE, published

TOWNS = ("d1", "d2", "d3", "d4", "d5", "d6")
DISTRICTS = {"T": None, "p1": "T", "p2": "T", "d1": "p1", "d2": "p1", "d3": "p1", "d4": "p2", "d5": "p2", "d6": "p2"}
AREAS = {
    "T": None,
    "a1": "T",
    "a2": "T",
    "a3": "T",
    "d1": "a1",
    "d4": "a1",
    "d2": "a2",
    "d5": "a2",
    "d3": "a3",
    "d6": "a3",
}
BESIDE = build_dimension("place", "片区", AREAS, "T")
PLACES = build_dimension("place", "地区", DISTRICTS, "T", beside=(BESIDE,))
SUMS = {"T": TOWNS} | {
    above: tuple(town for town in TOWNS if tree[town] == above)
    for tree, groups in ((DISTRICTS, ("p1", "p2")), (AREAS, ("a1", "a2", "a3")))
    for above in groups
}


def table_of(*values: int, dimension: Dimension = PLACES) -> FullTable:
    rows = [RawRow((town,), PEOPLE.name, value) for town, value in zip(TOWNS, values, strict=True)]
    return add_up("t", (dimension,), (PEOPLE,), rows)[0]


def spreads(table: StatisticTable) -> dict[str, int]:
    """How far apart the least and the greatest value of every figure are, over all tables of the published total."""
    total = next(each.value for each in table.observations if each.codes == ("T",))
    assert total is not None
    bars = np.array(list(combinations(range(int(total) + len(TOWNS) - 1), len(TOWNS) - 1)), dtype=np.int16)
    ends = np.full((len(bars), 1), int(total) + len(TOWNS) - 1, dtype=np.int16)
    grids = np.diff(np.hstack([np.full_like(ends, -1), bars, ends])) - 1
    columns = {town: grids[:, at] for at, town in enumerate(TOWNS)}
    columns |= {code: sum(columns[town] for town in towns) for code, towns in SUMS.items()}  # type: ignore[misc]
    fits = np.full(len(grids), True)
    for each in table.observations:
        if each.value is not None:
            fits &= columns[each.codes[0]] == each.value
    return {code: int(column[fits].max() - column[fits].min()) for code, column in columns.items()}


def test_every_figure_is_added_up_in_both_hierarchies() -> None:
    figures = table_of(1, 2, 3, 10, 20, 30).figures
    found = {codes[0]: figure.value for (_, codes), figure in figures.items() if codes[0] not in TOWNS}
    assert found == {"T": 66, "p1": 6, "p2": 60, "a1": 11, "a2": 22, "a3": 33}


def test_a_gap_that_one_hierarchy_hides_and_the_other_gives_is_found() -> None:
    """In districts d1 and d2 hide each other; the area of d1 and d4 gives d1 by one subtraction."""
    cells = {codes: int(figure.value) for (_, codes), figure in table_of(2, 9, 7, 12, 8, 6).figures.items()}
    weak = published(cells, ("d1",), ("d2",), dimensions=(PLACES,))
    found = audit([[weak]], Demand())
    assert {(dict(each.cell.place)["place"], each.kind) for each in found} == {
        ("d1", WeaknessKind.ALONE),
        ("d2", WeaknessKind.ALONE),
    }
    without = tuple(row for row in weak.observations if row.codes[0] not in ("a1", "a2", "a3"))
    alone = build_dimension("place", "地区", DISTRICTS, "T")
    assert audit([[StatisticTable("t", (alone,), (PEOPLE,), without)]], Demand()) == ()


def test_areas_in_another_table_are_attacked_with_the_districts() -> None:
    """Each table alone is safe: areas of a table of their own, districts of another."""
    cells = {codes: int(figure.value) for (_, codes), figure in table_of(2, 9, 7, 12, 8, 6).figures.items()}
    plain = build_dimension("place", "地区", DISTRICTS, "T")
    districts = {codes: value for codes, value in cells.items() if codes[0] in DISTRICTS}
    areas = {codes: value for codes, value in cells.items() if codes[0] in ("T", "a1", "a2", "a3")}
    tables = [
        published(districts, ("d1",), ("d2",), dimensions=(plain,), name="districts"),
        published(areas, dimensions=(PLACES,), name="areas"),
    ]
    assert {each.kind for each in audit([tables], Demand())} == {WeaknessKind.OVERLAP}


@pytest.mark.parametrize(
    "values", [(1, 6, 5, 6, 0, 7), (3, 7, 6, 7, 7, 2), (0, 0, 4, 7, 6, 5), (9, 7, 7, 1, 0, 9), (2, 2, 2, 2, 2, 2)]
)
@pytest.mark.parametrize("secret", [b"", b"one", b"two"])
def test_no_gap_of_a_protected_table_is_narrower_than_five(values: tuple[int, ...], secret: bytes) -> None:
    """All tables of that total are tried, up to half a million; the audit agrees."""
    made = protect(table_of(*values), Policy(secret=secret))
    wide = spreads(made.table)
    gaps = [each.codes[0] for each in made.table.observations if each.value is None]
    assert gaps and all(wide[code] >= 5 for code in gaps), wide
    assert audit([[made.table]], Demand()) == ()


def test_joined_and_narrowed_dimensions_keep_both_hierarchies() -> None:
    joined = join_dimensions((build_dimension("place", "地区", {"T": None, "p1": "T", "p2": "T"}, "T"), PLACES))[0]
    assert [set(each.parents) for each in joined.hierarchies] == [set(DISTRICTS), set(AREAS)]
    kept = keep_codes(PLACES, ["d1"])
    assert [set(each.parents) for each in all_hierarchies((kept,))] == [{"T", "p1", "d1"}, {"T", "a1", "d1"}]
    assert set(PLACES.path("d1")) == {"d1", "p1", "a1", "T"}
    assert PLACES.leaves == TOWNS


PLACE = dataset(
    "places",
    field("name"),
    field("parent", target="places"),
    field("level", categories={"city": "市", "district": "区", "town": "街"}),
    hierarchy=("parent", "level"),
    label="name",
)
AREA = dataset("areas", field("name"), field("members", "list", target="places"), label="name")
TABLE = dataset(
    "table",
    tabulation=Tabulation(
        (Axis("place", "places", ("city", "district"), None, frozenset(), (Grouping("areas", "members"),)),), ()
    ),
)
TREE = [
    record(PLACE, "T", name="市", level="city"),
    *(record(PLACE, key, name=key, level="district", parent="T") for key in ("p1", "p2")),
    record(PLACE, "d1", name="d1", level="town", parent="p1"),
]


def problems_of(**areas: tuple[str, ...]) -> list[str]:
    records = [record(AREA, key, name=key, members=members) for key, members in areas.items()]
    catalogue, _ = linked((PLACE, AREA, TABLE), *TREE, *records)
    found = list(find_problems(catalogue, locate))
    assert all(each.rule.code == "grouping" for each in found)
    return [each.message for each in found]


def test_members_twice_inside_one_another_or_outside_the_table_are_told() -> None:
    assert problems_of(a1=("p1",), a2=("p2",)) == []
    assert problems_of(a1=("p1",), a2=("p1", "p2")) == ["“p1”已经算在“a1”里，不能再算一次。"]
    assert any("已经算在" in each for each in problems_of(a1=("p1",), a2=("d1",)))
    assert any("这一层的数" in each for each in problems_of(a1=("d1",)))
    assert any("已经是" in each for each in problems_of(p1=("p2",)))


@pytest.mark.parametrize(("areas", "top"), [({"a1": ("p1",), "a2": ("p2",)}, "T"), ({"a1": ("p1",)}, None)])
def test_areas_make_up_the_whole_only_where_they_hold_every_district(
    areas: dict[str, tuple[str, ...]], top: str | None
) -> None:
    records = [record(AREA, key, name=key, members=members) for key, members in areas.items()]
    catalogue, _ = linked((PLACE, AREA, TABLE), *TREE, *records)
    main = build_dimension("place", "地区", {"T": None, "p1": "T", "p2": "T"}, "T")
    assert build_grouping(catalogue, main, Grouping("areas", "members")).parents["a1"] == top
