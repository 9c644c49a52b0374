"""The hand-made cases in Python; tests/browser runs the same table in Chromium."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.features.finder.matches import find_matches, match_entry
from generator.features.finder.questions import ask_groups
from generator.national.matching import MATCHING
from tests.matching_cases import (
    CASES,
    NAMES,
    QUESTIONS,
    answers,
    entry,
    expected,
    plain_answers,
    plain_entries,
    plain_entry,
    plain_match,
)


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_case(case: Mapping[str, Any]) -> None:
    match = match_entry(entry(plain_entry(case)), answers(plain_answers(case)), NAMES, MATCHING)
    assert plain_match(match) == expected(case)


@pytest.mark.parametrize("case", QUESTIONS, ids=[case["says"] for case in QUESTIONS])
def test_question(case: Mapping[str, Any]) -> None:
    found = ask_groups(map(entry, plain_entries(case)), answers(plain_answers(case)), NAMES, MATCHING)
    assert found == (tuple(case.get("groups", ())), tuple(case.get("homes", ())))


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
    found = [match.entry.key for match in find_matches(entries, said, NAMES, MATCHING)]
    assert found == ["township", "district", "city", "beside", "maybe", "full"]


def test_what_was_asked_for_comes_before_what_is_near_and_that_before_a_fresh_number() -> None:
    differing: tuple[tuple[str, dict[str, Any]], ...] = (
        ("near-other", {"division": "120103006", "level": "township"}),
        ("far-asked", {"division": "12", "level": "city", "kinds": ["surgery"]}),
        ("a-stale", {"kinds": ["surgery"], "checked_on": "2026-03-01"}),
        ("fresh", {"kinds": ["surgery"]}),
        ("maybe-asked", {"kinds": ["surgery"], "conditions": "要面谈"}),
    )
    entries = [entry(plain_entry({"entry": {"key": key, **given}})) for key, given in differing]
    said = answers(plain_answers({"answers": {"place": "120103006", "kinds": ["surgery"], "groups": ["ill"]}}))
    found = [match.entry.key for match in find_matches(entries, said, NAMES, MATCHING)]
    assert found == ["fresh", "a-stale", "far-asked", "maybe-asked", "near-other"]
