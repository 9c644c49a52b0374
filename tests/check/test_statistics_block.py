"""The block of a statistical table: a level is rounded only where that protects anybody."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.check.factory import changed, judged
from tests.demonstration import HOUSE

DECLARED: dict[str, Any] = {
    name: yaml.safe_load((HOUSE / "data" / folder / "dataset.yaml").read_text("utf-8"))
    for name, folder in (
        ("divisions", "codes/divisions"),
        ("aid_townships", "statistics/aid_townships"),
    )
}
BLOCK = "directory.statistics."


def said(trail: str, value: Any) -> list[str]:
    """What is said of the table with one change."""
    document = changed(f"{BLOCK}{trail}", value, DECLARED["aid_townships"])
    axes = document["directory"]["statistics"]["axes"]
    document["directory"]["statistics"]["axes"] = [each for each in axes if each["field"] != "category"]
    problems = judged(DECLARED["divisions"], document)[1]
    return [each.message for each in problems if "rounded" in each.message]


@pytest.mark.parametrize(
    ("trail", "value", "words"),
    [
        ("rounded.level", "district", "最后一个"),
        ("rounded.base", 2, "base 至少是 3"),
        ("rounded.never", [{"value": "120101001"}], "never 里只能写本表的维度"),
        ("axes.0.calendar", ["month", "half-year"], "calendar 不能写 month"),
        ("measures.1", {"code": "helped", "unit": "元", "counted_by": "asked"}, "金额除以标准"),
    ],
)
def test_a_level_that_cannot_be_rounded_is_told(trail: str, value: Any, words: str) -> None:
    (message,) = said(trail, value)
    assert words in message


def test_a_table_of_rounded_townships_has_no_fault() -> None:
    assert said("rounded.never", [{"division": "120101001"}]) == []
