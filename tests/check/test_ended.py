"""`ended` in a declaration: only values that the field can have say that a record is past."""

from __future__ import annotations

from generator.check.declarations_together import find_crossing_faults
from tests.builders import dataset, field


def _sentences(*values: str) -> list[str]:
    offer = dataset(
        "offers", field("status", categories={"open": "可申请", "closed": "已停办"}), ended=("status", values)
    )
    return [fault.sentence for fault in find_crossing_faults(offer, (offer,), frozenset({"offers"}))]


def test_a_value_of_the_field_is_accepted() -> None:
    assert _sentences("closed") == []


def test_any_other_value_is_a_fault_that_names_it() -> None:
    assert _sentences("closed", "gone") == ["字段 status 没有“gone”这个值"]
