"""Faults that show only when all records of a dataset are seen together."""

from __future__ import annotations

import pytest

from generator.check.duplicates_and_counts import check_dataset, find_unexpected_size, without_repeats
from tests.builders import dataset, field, locate, record

NOTES = dataset("notes", field("name", descriptor={"constraints": {"unique": True}}), minimum=2, maximum=3)


def test_two_records_of_one_key_are_a_problem_that_names_the_other_place() -> None:
    (problem,) = check_dataset(NOTES, (record(NOTES, "a"), record(NOTES, "b"), record(NOTES, "A")), locate)
    assert (problem.rule.code, problem.record, problem.location.file) == ("duplicate-id", "A", "data/notes/A.yaml")
    assert "data/notes/a.yaml" in problem.message


def test_the_first_of_each_key_stays() -> None:
    kept = without_repeats((record(NOTES, "a"), record(NOTES, "b"), record(NOTES, "A"), record(NOTES, "a")))
    assert [each.key for each in kept] == ["a", "b"]


def test_a_value_that_must_not_repeat_is_told_at_each_repetition() -> None:
    same = tuple(record(NOTES, key, name="一") for key in "abc")
    problems = check_dataset(NOTES, (*same, record(NOTES, "d"), record(NOTES, "e")), locate)
    assert [(problem.rule.code, problem.record) for problem in problems] == [
        ("duplicate-value", "b"),
        ("duplicate-value", "c"),
    ]
    assert "一" not in problems[0].message


@pytest.mark.parametrize(("count", "told"), [(1, 1), (2, 0), (3, 0), (4, 1)])
def test_a_dataset_has_as_many_records_as_it_declares(count: int, told: int) -> None:
    problems = list(find_unexpected_size(NOTES, count, locate))
    assert [problem.rule.code for problem in problems] == ["record-count"] * told
    assert all(f"有 {count} 条记录，应当在 2 到 3 条之间" in problem.message for problem in problems)
