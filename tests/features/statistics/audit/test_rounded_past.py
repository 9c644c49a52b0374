"""Two rounded tables of one place: with what a case tells of one of them, and after one of them was withdrawn.

One district of four places; three print 10 everywhere. What the first one prints is counted by hand.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand, WeaknessKind
from generator.features.statistics.cells import Cell
from generator.features.statistics.dimensions import Dimension, flat_dimension
from generator.features.statistics.periods import reporting_dimension
from generator.features.statistics.tables import Measure, Observation, ObsStatus, StatisticTable
from tests.features.statistics.rounded import DIVISION, FIRST, HELP, PLACES, ROUNDING

GROUP = flat_dimension("group", "对象", ("orphan", "elder"))
HELPED = Measure("helped", "获得帮扶", "户")
Bounds = dict[str, tuple[float, float | None]]


def table(axis: Dimension, first: Mapping[str, int], true: Mapping[str, int]) -> list[StatisticTable]:
    """What is printed, the first place's own figures first, and the district's exact ones above it."""
    axes = (reporting_dimension((FIRST,)), DIVISION, axis)
    rows = [
        Observation((FIRST, place, case), "helped", first[case] if place == PLACES[0] else 10, ObsStatus.ROUNDED)
        for place in PLACES
        for case in axis.leaves
    ]
    exact = [Observation((FIRST, "1201", case), "helped", 30 + true[case]) for case in axis.leaves]
    return [
        StatisticTable(f"exact-{axis.name}", axes, (HELPED,), tuple(exact)),
        StatisticTable(f"rounded-{axis.name}", axes, (HELPED,), tuple(rows), ROUNDING),
    ]


def found(kind: WeaknessKind, *releases: list[StatisticTable], least: Mapping[Cell, int] | None = None) -> Bounds:
    """Figures of the first place by their case, with the bounds they are known to be between."""
    weaknesses = [each for each in audit(releases, Demand(), least=least or {}) if each.kind is kind]
    assert all(dict(each.cell.place)["division"] == PLACES[0] for each in weaknesses)
    cases = ({name: code for name, code in each.cell.place if name in ("category", "group")} for each in weaknesses)
    return {next(iter(case.values())): (each.low, each.high) for case, each in zip(cases, weaknesses, strict=True)}


CATEGORIES, CATEGORIES_EXACT = {"medical": 10, "care": 0}, {"medical": 10, "care": 0}


def test_what_a_result_tells_of_one_table_narrows_the_other() -> None:
    """Printed medical 10 and care 0, orphans 0 and elders 5: 6 to 13 households. With ten of medical there are 10 to
    13, so at least 6 elders and 1 orphan, and at most 3 of care."""
    both = [
        *table(HELP, CATEGORIES, CATEGORIES_EXACT),
        *table(GROUP, {"orphan": 0, "elder": 5}, {"orphan": 3, "elder": 7}),
    ]
    cell = Cell("helped", (("category", "medical"), ("division", PLACES[0]), ("period", FIRST)))
    assert audit([both], Demand()) == ()
    assert audit([both[:2]], Demand(), least={cell: 10}) == (), "10 to 14 are wide enough"
    assert found(WeaknessKind.STORY, both, least={cell: 10}) == {
        "medical": (10, 13),
        "care": (0, 3),
        "orphan": (1, 4),
        "elder": (6, 9),
    }


FEW = table(GROUP, {"orphan": 0, "elder": 0}, {"orphan": 3, "elder": 3})
"""Eight households at most, where categories say at least six."""
KIND = table(HELP, CATEGORIES, {"medical": 6, "care": 0})
NARROW: Bounds = {"medical": (6, 8), "care": (0, 2), "orphan": (2, 4), "elder": (2, 4)}


@pytest.mark.parametrize(
    "before",
    [[*KIND, *FEW], FEW],
    ids=["both stood once", "one was withdrawn before the other came"],
)
def test_a_table_that_was_withdrawn_is_laid_beside_the_one_that_stands(before: list[StatisticTable]) -> None:
    now = [*KIND, FEW[0]]
    assert found(WeaknessKind.TOGETHER, [*KIND, *FEW]) == NARROW
    assert audit([now], Demand()) == ()
    assert found(WeaknessKind.PAST, before, now) == NARROW


def test_exact_figures_of_a_place_are_not_forgotten_when_they_are_rounded() -> None:
    exact = StatisticTable(
        "places", KIND[0].dimensions, (HELPED,), (Observation((FIRST, PLACES[0], "care"), "helped", 7),)
    )
    assert set(found(WeaknessKind.BESIDE, [KIND[0], exact], KIND))
