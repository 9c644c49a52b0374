"""Messages: each kind of weakness is told in words of its own, with a way to mend it."""

from __future__ import annotations

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


def test_an_exact_figure_is_told_as_exact() -> None:
    assert "正好是 1" in tell_weakness(found(WeaknessKind.ALONE, 1), str)


def test_a_range_is_told_with_both_ends() -> None:
    assert "在 1 到 3 之间" in tell_weakness(found(WeaknessKind.NARROW), str)


def test_a_range_without_end_is_told_by_its_beginning() -> None:
    assert "不小于 1" in tell_weakness(found(WeaknessKind.NARROW, None), str)


def test_many_sources_are_counted_and_three_are_named() -> None:
    others = tuple(Cell("people", (("row", f"r{number}"),)) for number in range(2, 8))
    assert "等 6 个数" in tell_weakness(found(WeaknessKind.COMBINED, 1, *others), str)
