"""Matching in Chromium says what Python says: hand-made cases, thousands of random ones, and the real catalogues."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.features.finder.answers import Names
from generator.features.finder.compact_json import pack_entries, pack_names
from generator.features.finder.districts import records_for
from generator.features.finder.entries import all_entries, entries_of, names_of
from generator.features.finder.matches import find_matches, match_entry
from generator.features.finder.questions import ask_groups
from generator.model.places import districts_of
from generator.national.matching import MATCHING
from tests.browser.conftest import Site, Visit
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

MATCH_ALL = """
async ({rules, names, pairs}) => {
  const { matchEntry } = await import(new URL("../assets/mingshan/finder/match.js", location.href));
  return pairs.map(([entry, answers]) => {
    const { entry: _, ...said } = matchEntry(entry, answers, names, rules);
    return said;
  });
}
"""
FIND_ALL = """
async ({rules, names, packed, asked}) => {
  const { findMatches } = await import(new URL("../assets/mingshan/finder/match.js", location.href));
  const { unpack } = await import(new URL("../assets/mingshan/finder/data.js", location.href));
  const entries = unpack(packed);
  return asked.map((answers) => findMatches(entries, answers, names, rules).map((match) => match.entry.key));
}
"""
ASK_ALL = """
async ({rules, names, asked}) => {
  const { askGroups } = await import(new URL("../assets/mingshan/finder/questions.js", location.href));
  return asked.map(([entries, answers]) => askGroups(entries, answers, names, rules));
}
"""
RANDOM_CASES = 4_000
SERVICES = ["comes_home", "deaf_friendly", "英语"]
Plain = dict[str, Any]
"""An entry, answers or a match as JSON."""


@pytest.fixture
def page(visit: Visit) -> Page:
    """The finder's own page."""
    return visit().opens("find/")


def in_chromium(page: Page, names: Names, pairs: list[tuple[Plain, Plain]]) -> list[Plain]:
    """What the browser makes of entries and answers."""
    given = {"rules": asdict(MATCHING), "names": pack_names(names), "pairs": pairs}
    said: list[Plain] = page.evaluate(MATCH_ALL, json.loads(json.dumps(given)))
    return said


def test_every_hand_made_case_agrees(page: Page) -> None:
    said = in_chromium(page, NAMES, [(plain_entry(case), plain_answers(case)) for case in CASES])
    for case, found in zip(CASES, said, strict=True):
        assert found == expected(case), case["says"]


def test_every_hand_made_question_agrees(page: Page) -> None:
    asked = [(plain_entries(case), plain_answers(case)) for case in QUESTIONS]
    given = {"rules": asdict(MATCHING), "names": pack_names(NAMES), "asked": asked}
    said = page.evaluate(ASK_ALL, json.loads(json.dumps(given)))
    for case, found in zip(QUESTIONS, said, strict=True):
        assert found == {"groups": case.get("groups", []), "homes": case.get("homes", [])}, case["says"]


def test_random_questions_agree(page: Page) -> None:
    dice = Random(17)
    asked = [([_random_entry(dice) for _ in range(8)], _random_answers(dice)) for _ in range(300)]
    given = {"rules": asdict(MATCHING), "names": pack_names(NAMES), "asked": asked}
    said = page.evaluate(ASK_ALL, json.loads(json.dumps(given)))
    for (made, answered), found in zip(asked, said, strict=True):
        here = ask_groups(map(entry, made), answers(answered), NAMES, MATCHING)
        assert found == {"groups": list(here.groups), "homes": list(here.homes)}, answered


def test_thousands_of_random_cases_agree(page: Page) -> None:
    dice = Random(22)
    pairs = [(_random_entry(dice), _random_answers(dice)) for _ in range(RANDOM_CASES)]
    said = in_chromium(page, NAMES, pairs)
    verdicts = set()
    for (made, given), found in zip(pairs, said, strict=True):
        match = match_entry(entry(made), answers(given), NAMES, MATCHING)
        assert found == plain_match(match), (made, given)
        verdicts.add(match.verdict)
    assert len(verdicts) == 4


def test_the_real_catalogues_are_found_in_the_same_order(page: Page, site: Site) -> None:
    catalogue = site.checked.catalogue
    names = names_of(catalogue)
    dice = Random(3)
    for district in districts_of(catalogue)[:6]:
        entries = all_entries(catalogue, records_for(catalogue, district.key))
        asked = [_random_real(dice, names, district.key) for _ in range(20)]
        given = {"rules": asdict(MATCHING), "names": pack_names(names), "packed": pack_entries(entries), "asked": asked}
        found = page.evaluate(FIND_ALL, json.loads(json.dumps(given)))
        for said, keys in zip(asked, found, strict=True):
            assert keys == [match.entry.key for match in find_matches(entries, answers(said), names, MATCHING)], said


def test_what_python_leaves_out_by_date_the_browser_leaves_out_too(site: Site) -> None:
    catalogue = site.checked.catalogue
    records = records_for(catalogue, "120103")
    names, later = names_of(catalogue), date(2027, 1, 1)
    said = replace(answers({"today": later.isoformat()}), place="120103")
    assert find_matches(all_entries(catalogue, records), said, names, MATCHING) == ()
    assert find_matches(entries_of(catalogue, records, later), said, names, MATCHING) == ()


def _some(dice: Random, values: list[Any]) -> list[Any]:
    return dice.sample(values, dice.randrange(len(values) + 1))


def _random_entry(dice: Random) -> dict[str, Any]:
    division = dice.choice(["12", "120103", "120102", "120103001", "120103006", "120102003"])
    low, high = sorted(dice.sample(range(0, 100), 2))
    return {
        "key": f"2026H2/{dice.randrange(100)}",
        "name": "示例",
        "division": division,
        "level": {2: "city", 6: "district", 9: "township"}[len(division)],
        "category": [dice.choice(["medical", "care"])],
        "kinds": _some(dice, list(NAMES.kinds)),
        "groups": _some(dice, list(NAMES.groups)),
        "homes": _some(dice, list(NAMES.homes)),
        "age_min": dice.choice([None, low]),
        "age_max": dice.choice([None, high]),
        "residence": dice.choice(["any", "living", "permit", "city", "local"]),
        "areas": dice.choice([[], [], _some(dice, list(NAMES.places))]),
        "services": _some(dice, SERVICES),
        "quiet": dice.choice([True, False]),
        "reopens_on": dice.choice([None, "2026-11-25", "2026-12-10"]),
        "checked_on": dice.choice([None, "2026-11-20", "2026-08-25", "2026-08-26", "2024-02-29"]),
        "status": dice.choice(["open", "open", "open", "full", "paused", "closed", "expired"]),
        "valid_from": dice.choice(["2026-07-01", "2026-11-25", "2026-11-26"]),
        "valid_to": dice.choice(["2026-12-31", "2026-11-25", "2027-06-30", "2026-11-24"]),
        "conditions": dice.choice(["", "", "", "要面谈。"]),
        "simplified": dice.choice([True, False]),
    }


def _random_answers(dice: Random) -> dict[str, Any]:
    years = dice.randrange(100)
    said = {
        "place": dice.choice([*NAMES.places, "999"]),
        "needs": _some(dice, ["medical", "care"]),
        "kinds": _some(dice, list(NAMES.kinds)),
        "wishes": _some(dice, SERVICES),
        "asked_groups": _some(dice, list(NAMES.groups)),
        "asked_homes": _some(dice, list(NAMES.homes)),
        "groups": _some(dice, list(NAMES.groups)),
        "homes": _some(dice, list(NAMES.homes)),
        "ages": dice.choice([[years, years], [0, 17], [18, 59], [60, 120]]),
        "residence": dice.choice(["local", "city", "permit", "none"]),
    }
    return {"today": "2026-11-25", **{name: value for name, value in said.items() if dice.random() < 0.8}}


def _random_real(dice: Random, names: Names, district: str) -> dict[str, Any]:
    inside = [code for code, place in names.places.items() if place.parent == district]
    said = {
        "place": dice.choice([district, *inside]),
        "needs": dice.sample(list(names.categories), dice.randrange(1, 4)),
        "kinds": dice.sample(list(names.kinds), min(len(names.kinds), dice.randrange(3))) or None,
        "groups": dice.sample(list(names.groups), dice.randrange(4)),
        "homes": dice.sample(list(names.homes), dice.randrange(3)),
        "ages": dice.choice([[8, 8], [40, 40], [78, 78]]),
        "residence": dice.choice(["local", "city", "permit", "none"]),
    }
    return {"today": "2026-11-25", **{name: value for name, value in said.items() if dice.random() < 0.8}}
