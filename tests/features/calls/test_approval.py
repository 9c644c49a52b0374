"""Ranks are called by their names only where somebody approved them."""

from __future__ import annotations

from datetime import date

import pytest

from generator.features.calls.call_state import has_level, is_approved, level_title
from generator.model.record import Value
from tests.builders import dataset, field, linked, record

APPROVAL: dict[str, Value] = {
    "approval_document": "示例批复",
    "approval_authority": "示例机关",
    "approval_on": date(2026, 3, 2),
}
CALLS = dataset("calls", field("title"), *(field(name) for name in APPROVAL), role="call")
LEVELS = dataset("call_levels", field("call", target="calls"), field("title"), role="call_level")


def _title(level: str, **approval: Value) -> str:
    call = record(CALLS, "anli", title="示例征集", **approval)
    catalogue, _ = linked((CALLS, LEVELS), call, record(LEVELS, "first", call="anli", title="十佳案例"))
    assert has_level(catalogue, catalogue.with_role("call")["anli"], "first")
    return level_title(catalogue, catalogue.with_role("call")["anli"], level)


def test_an_approved_level_has_its_name() -> None:
    assert _title("first", **APPROVAL) == "十佳案例"


@pytest.mark.parametrize("missing", APPROVAL)
def test_without_one_part_of_the_approval_every_level_is_called_selected(missing: str) -> None:
    assert _title("first", **{name: value for name, value in APPROVAL.items() if name != missing}) == "入选"


def test_what_is_no_level_has_no_name() -> None:
    assert _title("third") == ""
    assert not is_approved(record(CALLS, "anli"))
