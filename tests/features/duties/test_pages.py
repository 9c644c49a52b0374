"""The plan of the board: every value has its list, long lists run over sheets, every file has its address."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.features.duties import board_volumes
from generator.features.duties.board_files import board_json
from generator.features.duties.board_sheets import (
    LEAST_ON_A_SHEET,
    MOST_ON_A_SHEET,
    Sheets,
    cut_sheets,
    plan_sheets,
)
from generator.features.duties.board_views import board_context
from generator.features.duties.narrowing import NARROWINGS, find_board
from generator.features.duties.pages import DUTIES
from generator.model.page import Link, TopicSubject
from generator.model.source import Source
from tests.demonstration import TODAY, demonstration

PROJECT, CHECKED = demonstration()
PAGES = {page.address: page for page in CHECKED.plan.pages}
FILES = {each.address: each for each in CHECKED.plan.downloads}
SHEETS = Sheets("long/", "长", "duties/board", "duties", "t", "k", (Link("首页", ""),), ())


def test_every_value_of_every_narrowing_has_a_list() -> None:
    board = find_board(CHECKED.catalogue, TODAY, PROJECT.settings.duties_since)
    wanted = {f"duties/{name}/{value.value}/" for name in NARROWINGS for value in board.facets[name]}
    assert {"duties/", "duties/page/2/", "duties/method/", "published/", *wanted} <= PAGES.keys()


def test_every_organisation_has_a_feed_and_a_calendar() -> None:
    for key in CHECKED.catalogue.records["organizations"]:
        assert {f"duties/organization/{key}/{name}" for name in ("feed.xml", "calendar.ics")} <= FILES.keys()
    assert {"duties/feed.xml", "duties/calendar.ics", "downloads/duties.csv", "downloads/duties.json"} <= FILES.keys()


LINES = tuple(f"projects/p{number:04d}/project-progress/2026" for number in range(2_000))


def test_sheets_hold_every_line_once_and_in_order() -> None:
    sheets = cut_sheets(LINES, str)
    assert tuple(line for sheet in sheets for line in sheet) == LINES
    assert all(LEAST_ON_A_SHEET <= len(sheet) <= MOST_ON_A_SHEET for sheet in sheets[:-1]) and len(sheets[-1]) > 0
    assert 13 < len(sheets) < 30  # 150 and 50 lines on each would be 14 and 40


def test_a_line_that_comes_or_goes_leaves_most_sheets_as_they_are() -> None:
    before = set(cut_sheets(LINES, str))
    changed = [
        len(set(cut_sheets((*LINES[:at], *new, *LINES[at + gone :]), str)) - before)
        for at in range(5, 2_000, 100)
        for new, gone in (((f"new-{at}",), 0), ((), 1))
    ]
    assert max(changed) <= 8 and sum(changed) < 2 * len(changed)


def test_sheets_know_their_neighbours() -> None:
    pages = list(plan_sheets(SHEETS, 3))
    assert [page.address for page in pages] == ["long/", "long/page/2/", "long/page/3/"]
    first, middle, last = pages
    assert (first.previous, last.next) == (None, None)
    assert middle.previous and middle.next
    assert (middle.previous.address, middle.next.address) == ("long/", "long/page/3/")
    assert [page.subject for page in pages] == [TopicSubject("t", f"k/{number}", ()) for number in (1, 2, 3)]


def test_an_empty_list_has_a_page_that_says_so() -> None:
    assert cut_sheets((), str) == ((),)


def test_a_board_of_many_is_given_in_volumes_that_hold_each_line_once_and_narrowed_by_links_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(board_volumes, "MOST_BEARERS", 10)
    catalogue = replace(CHECKED.catalogue)  # one of which nobody asked anything yet
    files = {each.address: each for each in DUTIES.downloads(catalogue)}
    assert not {"downloads/duties.csv", "duties/board.json"} & files.keys()
    source = Source(catalogue, replace(CHECKED.plan, downloads=tuple(files.values())), PROJECT.settings, TODAY, {})
    written = [json.loads(board_json(source, each)) for each in files.values() if each.format == "duties-json"]
    lines = sorted(line["uid"] for volume in written for line in volume)
    assert len(written) > 1 and lines == sorted(find_board(catalogue, TODAY, PROJECT.settings.duties_since).obligations)
    front = board_context(source, "//1")
    assert front.lines == "" and {link.address for _, links in front.files for link in links} <= files.keys()
