"""A faulty declaration takes with it what cannot be judged without it, and nothing more."""

from __future__ import annotations

from tests.check.factory import NOTES, changed, judged
from tests.check.test_declarations_together import LINES, PLACES, placed


def names(*documents: object, called: list[str]) -> list[str]:
    datasets, _ = judged(*documents, names=called)  # type: ignore[arg-type]
    return [each.name for each in datasets]


def test_records_are_not_judged_without_the_lists_nested_in_them() -> None:
    broken = changed("title", 5, LINES)
    assert names(NOTES, broken, PLACES, called=["notes", "lines", "places"]) == ["places"]


def test_lists_are_not_judged_without_the_records_around_them() -> None:
    broken = changed("title", 5)
    assert names(broken, LINES, PLACES, called=["notes", "lines", "places"]) == ["places"]


def test_an_unreadable_declaration_might_be_nested_in_any_records() -> None:
    assert names(NOTES, None, PLACES, called=["notes", "lines", "places"]) == ["places"]


def test_a_faulty_declaration_with_files_of_its_own_takes_nothing_with_it() -> None:
    assert names(placed(), changed("title", 5, PLACES), called=["notes", "places"]) == ["notes"]


def test_a_reference_to_what_is_left_out_becomes_a_plain_field() -> None:
    (dataset,), _ = judged(placed(), changed("title", 5, PLACES))
    assert dataset.columns["name"].target is None
