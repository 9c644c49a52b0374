"""Messages: each kind of weakness is told in words of its own, with a way to mend it."""

from __future__ import annotations

import re

import pytest

from generator.features.statistics.audit.messages import REMEDIES, SENTENCES, tell_remedy, tell_weakness
from generator.features.statistics.audit.weaknesses import Weakness, WeaknessKind
from generator.features.statistics.cells import Cell

CELL = Cell("people", (("row", "r1"),))


def found(kind: WeaknessKind, high: float | None = 3, *others: Cell) -> Weakness:
    return Weakness("表", CELL, 1, high, 5, kind, others)


def test_every_kind_has_a_sentence_of_its_own() -> None:
    sentences = {tell_weakness(found(kind), str) for kind in WeaknessKind}
    assert set(SENTENCES) == set(WeaknessKind)
    assert len(sentences) == len(WeaknessKind)


@pytest.mark.parametrize("kind", WeaknessKind)
def test_a_sentence_names_the_cell_and_comes_with_a_remedy(kind: WeaknessKind) -> None:
    assert "row=r1" in tell_weakness(found(kind), str)
    assert tell_remedy(found(kind)).endswith("。")


def test_remedies_are_for_kinds_that_exist() -> None:
    assert set(REMEDIES) <= set(WeaknessKind)


@pytest.mark.parametrize("kind", WeaknessKind)
@pytest.mark.parametrize("high", [7301, 7411, None])
def test_no_sentence_holds_a_figure_for_checks_are_read_by_everybody(kind: WeaknessKind, high: float | None) -> None:
    """Neither the bounds nor what a figure of money is asked to keep, which is a share of it."""
    weakness = Weakness("表", CELL, 7301, high, 5, kind, ())
    said = tell_weakness(weakness, str) + tell_remedy(weakness)
    assert not re.search("7,?301|7,?411|110", said)


@pytest.mark.parametrize("kind", [WeaknessKind.NARROW, WeaknessKind.STORY])
def test_how_wide_money_must_be_is_not_said_for_it_tells_how_much_it_is(kind: WeaknessKind) -> None:
    assert "741" not in tell_weakness(Weakness("表", CELL, 7301, 7411, 741, kind, ()), str)


def test_exact_and_narrow_are_told_apart() -> None:
    assert "正好是多少" in tell_weakness(found(WeaknessKind.ALONE, 1), str)
    assert "大致是多少" in tell_weakness(found(WeaknessKind.NARROW), str)
    assert "至少是多少" in tell_weakness(found(WeaknessKind.NARROW, None), str)


def test_many_sources_are_counted_and_three_are_named() -> None:
    others = tuple(Cell("people", (("row", f"r{number}"),)) for number in range(2, 8))
    assert "等 6 个数" in tell_weakness(found(WeaknessKind.COMBINED, 1, *others), str)
