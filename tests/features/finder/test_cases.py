"""The hand-made cases in Python; tests/browser runs the same table in Chromium."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.features.finder.matches import find_matches, match_entry
from tests.matching_cases import CASES, NAMES, answers, entry, expected, plain_answers, plain_entry, plain_match


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_case(case: Mapping[str, Any]) -> None:
    match = match_entry(entry(plain_entry(case)), answers(plain_answers(case)), NAMES)
    assert plain_match(match) == expected(case)


def test_there_are_enough_cases_and_no_two_are_one() -> None:
    assert len({case["says"] for case in CASES}) == len(CASES) >= 40


def test_the_best_come_first_then_the_nearest() -> None:
    differing: tuple[tuple[str, dict[str, Any]], ...] = (
        ("city", {"division": "12", "level": "city"}),
        ("maybe", {"conditions": "另有条件"}),
        ("township", {"division": "120103006", "level": "township"}),
        ("full", {"status": "full"}),
        ("beside", {"division": "120103001", "level": "township", "residence": "any"}),
        ("district", {}),
    )
    entries = [entry(plain_entry({"entry": {"key": key, **given}})) for key, given in differing]
    said = answers(plain_answers({"answers": {"place": "120103006", "groups": ["ill"]}}))
    found = [match.entry.key for match in find_matches(entries, said, NAMES)]
    assert found == ["township", "district", "city", "beside", "maybe", "full"]
