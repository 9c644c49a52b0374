"""The board of the demonstration: what is counted, and from which ledgers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.features.gaps.ledgers import (
    LEDGER,
    LEDGERS,
    asked_for,
    has_ledger,
    hide_ledgers,
    ledger_period,
    township_asking,
)
from generator.features.gaps.shortfalls import GapStanding
from generator.features.gaps.survey import open_entries, survey_gaps, unanswered_groups
from generator.model.figure import sum_shown
from tests.builders import changed
from tests.demonstration import TODAY, demonstration

PROJECT, CHECKED = demonstration()
CATALOGUE = CHECKED.catalogue
GAPS = survey_gaps(CATALOGUE, "2026H2", TODAY)


@pytest.mark.parametrize(
    ("day", "period"),
    [
        (date(2024, 12, 31), None),
        (date(2025, 12, 31), "2025H2"),
        (date(2026, 1, 1), "2026H1"),
        (date(2026, 6, 30), "2026H1"),
        (date(2026, 7, 1), "2026H2"),
        (date(2026, 12, 31), "2026H2"),
        (date(2027, 1, 1), "2026H2"),
    ],
)
def test_the_ledgers_are_those_of_the_half_year_or_the_last_before_it(day: date, period: str | None) -> None:
    assert ledger_period(CATALOGUE, day) == period


def test_all_sixteen_districts_have_a_cell_for_each_of_six_categories() -> None:
    assert (len(GAPS), {len(found) for found in GAPS.values()}) == (16, {6})


def test_missing_withheld_and_no_need_are_told_apart() -> None:
    found = {gap.standing for gaps in GAPS.values() for gap in gaps}
    assert {
        GapStanding.NO_LEDGER,
        GapStanding.WITHHELD,
        GapStanding.NO_NEED,
        GapStanding.SHORT,
        GapStanding.ENOUGH,
    } <= found
    assert {gap.standing for gap in GAPS["120117"]} == {GapStanding.NO_LEDGER}
    assert has_ledger(CATALOGUE, "2026H1", "120117")


def test_about_as_many_asked_in_the_townships_of_a_district_as_the_district_counts() -> None:
    inside = [key for key in CATALOGUE.records["divisions"] if key.startswith("120103") and len(key) == 9]
    asking = [township_asking(CATALOGUE, "2025H2", key) for key in inside]
    for category in CATALOGUE.records["categories"]:
        whole = asked_for(CATALOGUE, "2025H2", "120103", category)
        about = sum_shown(each[category] for each in asking)
        low, high = about.ends
        assert (low <= int(whole.value or 0) <= high) if whole.value is not None else about.value is None
    assert {township_asking(CATALOGUE, "2026H2", key) == {} for key in inside} == {True}


def test_only_what_can_be_applied_for_counts() -> None:
    place = CATALOGUE.records["divisions"]["120103"]
    own, wider = open_entries(CATALOGUE, place, TODAY)
    assert {each.values["status"] for each in (*own, *wider)} == {"open"}
    assert {each.values["division"] for each in wider} == {"12"}
    gone = changed(CATALOGUE, own[0].key, of="supply", status="full")
    assert len(open_entries(gone, gone.records["divisions"]["120103"], TODAY)[0]) == len(own) - 1


def test_groups_that_asked_and_that_nobody_names_are_found() -> None:
    gap = GAPS["120114"][2]
    found = unanswered_groups(CATALOGUE, gap, "2026H2", TODAY)
    named = {
        group
        for entries in open_entries(CATALOGUE, CATALOGUE.records["divisions"]["120114"], TODAY)
        for each in entries
        if each.values["category"] == gap.category
        for group in each.values["groups"]  # type: ignore[union-attr]
    }
    assert found and named.isdisjoint(found)


def test_without_the_setting_nothing_of_a_ledger_is_there() -> None:
    assert CATALOGUE.with_role(LEDGER)
    hidden = hide_ledgers(CATALOGUE, replace(PROJECT.settings, needs_ledger=False), TODAY)
    assert not any(hidden.with_role(each) for each in LEDGERS)
    assert all(CATALOGUE.with_role(each) for each in LEDGERS)
    assert hide_ledgers(CATALOGUE, PROJECT.settings, TODAY) is CATALOGUE
