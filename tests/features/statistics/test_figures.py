"""Figures: what people write for a number, and for one they keep back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.features.statistics.figures import Written, read_figure


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("1,234", 1234), ("１２", 12), ("12户", 12), ("3.50", Decimal("3.50")), ("7.0", 7), ("12 345", 12345)],
)
def test_a_number_is_read_however_it_is_written(text: str, value: object) -> None:
    assert read_figure(text) == Written(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "＊", "*", "—", "…", "x", "保密"])
def test_a_mark_stands_for_a_withheld_figure(text: str) -> None:
    assert read_figure(text) == Written(None)


@pytest.mark.parametrize("text", ["<5", "＜5", "少于5", "1-4"])
def test_some_marks_say_that_it_is_small(text: str) -> None:
    assert read_figure(text) == Written(None, small=True)


@pytest.mark.parametrize("text", ["张三", "12a", "NaN", "1,23", "2026-01-01"])
def test_anything_else_is_no_figure(text: str) -> None:
    assert read_figure(text) is None
