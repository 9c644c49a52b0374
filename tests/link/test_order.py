"""Lists: the declared order holds, and absent values come last."""

from __future__ import annotations

from generator.link.order import sort_records
from tests.builders import dataset, field, record


def test_a_minus_turns_the_direction_round_and_absent_values_stay_last() -> None:
    kind = dataset("things", field("size", "integer"), sort=("-size",))
    things = (record(kind, "none"), record(kind, "small", size=1), record(kind, "large", size=9))
    assert [each.key for each in sort_records(kind, things)] == ["large", "small", "none"]


def test_equal_values_are_ordered_by_key() -> None:
    kind = dataset("things", field("size", "integer"), sort=("-size",))
    things = (record(kind, "b", size=1), record(kind, "a", size=1))
    assert [each.key for each in sort_records(kind, things)] == ["a", "b"]
