"""The board: what stands on it, in which order, under which values; and what was published in which month."""

from __future__ import annotations

from datetime import timedelta

from generator.features.duties.board import turn
from generator.features.duties.download_tables import ROW_NAMES, obligation_row
from generator.features.duties.fundraising_facts import FILING
from generator.features.duties.narrowing import NARROWINGS, find_board
from generator.features.duties.obligations import STILL_OPEN, Status
from generator.features.duties.published import find_months, month_name
from generator.features.duties.survey import find_all_obligations
from generator.model.calendar import add_months
from tests.demonstration import TODAY, demonstration

CATALOGUE = demonstration()[1].catalogue
BOARD = find_board(CATALOGUE, TODAY, {})


def test_what_is_due_soonest_stands_first_and_nobody_is_ranked_by_lateness() -> None:
    found = list(BOARD.obligations.values())
    assert found == sorted(found, key=turn)
    ahead = [one for one in found if one.status is Status.DUE]
    past = [one for one in found if one.status in STILL_OPEN]
    assert found[: len(ahead) + len(past)] == [*ahead, *past]
    assert [one.days for one in ahead] == sorted(one.days or 0 for one in ahead)
    assert [one.days for one in past] == sorted(one.days or 0 for one in past)
    assert {one.status for one in past} == STILL_OPEN


def test_what_was_settled_over_a_year_ago_has_left_the_board_and_nothing_open_has() -> None:
    year_ago = add_months(TODAY, -12)
    every = [one for one in find_all_obligations(CATALOGUE, TODAY, {}) if one.due]
    gone = [one for one in every if one.uid not in BOARD.obligations and one.status is not Status.NOT_APPLICABLE]
    assert gone and all(one.due and one.due < year_ago and one.status not in STILL_OPEN for one in gone)
    assert all(one.met_by is None or one.met_by.on < year_ago for one in gone)


def test_every_value_holds_exactly_the_obligations_that_answer_to_it() -> None:
    for name, narrowing in NARROWINGS.items():
        for value in BOARD.facets[name]:
            answering = [
                uid for uid, one in BOARD.obligations.items() if value.value in narrowing.values(CATALOGUE, one)
            ]
            assert list(value.keys) == answering
            assert BOARD.under(name, value.value) == value.keys
    assert BOARD.under("", "") == tuple(BOARD.obligations)
    assert BOARD.under("organization", "nobody") == ()


def test_a_project_in_a_township_stands_under_its_district_and_one_everywhere_under_the_city() -> None:
    labels = {value.value: value.label for value in BOARD.facets["district"]}
    assert labels["12"] == "天津市" and labels["120119"] == "蓟州区"
    assert all(len(code) in (2, 6) for code in labels)
    everywhere = {BOARD.obligations[uid].subject.key for uid in BOARD.under("district", "12")}
    assert "p2026-001" in everywhere


def test_a_row_tells_what_the_issue_asks_for() -> None:
    row = obligation_row(next(iter(BOARD.obligations.values())))
    assert tuple(row) == ROW_NAMES
    assert {"rule", "subject", "status", "trigger", "due", "met_by", "days", "article"} <= row.keys()


def test_months_hold_what_was_published_in_them_once_and_no_filings() -> None:
    months = find_months(CATALOGUE, TODAY)
    assert list(months) == sorted(months, reverse=True) and len(months) == 12
    for month, found in months.items():
        assert all(f"{each.publication.on:%Y-%m}" == month for each in found)
        assert all(each.publication.kind != FILING for each in found)
    shown = [
        (each.publication.dataset, each.publication.record, each.publication.kind)
        for found in months.values()
        for each in found
    ]
    assert len(shown) == len(set(shown))


def test_a_month_that_has_just_begun_is_there_though_nothing_was_published_in_it() -> None:
    tomorrow_year = TODAY + timedelta(days=400)
    assert find_months(CATALOGUE, tomorrow_year)[f"{tomorrow_year:%Y-%m}"] == ()
    assert month_name("2026-03") == "2026年3月"
