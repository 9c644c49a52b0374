"""What pages show of duties: groups with reasons, sheets of the board, rules with their wordings, files."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from generator.features import FEATURES
from generator.features.duties.board_sheets import LEAST_ON_A_SHEET, MOST_ON_A_SHEET
from generator.features.duties.download_tables import duties_json
from generator.model.feature import file_kinds
from generator.model.noted import noted
from generator.model.page import Page
from generator.model.source import Source
from generator.render.context import page_names
from generator.store.answers import Kept
from tests import builders
from tests.asking import kept_of, stale
from tests.demonstration import demonstration_source

SOURCE = demonstration_source()
PAGES = {page.address: page for page in SOURCE.plan.pages}
FILES = {each.address: each for each in SOURCE.plan.downloads}
LOOKED_AT = (
    *(
        "projects/p2026-027/",
        "projects/p2026-001/",
        "published/2026-02/",
        "disclosure/project-final-2018/",
    ),
    *("organizations/shili-zhuxue-jijinhui/", "organizations/shili-jiuzhu-jijinhui/"),
    *("duties/", "duties/status/no_record/", "duties/status/met_late/", "duties/district/120101/", "duties/method/"),
    *("duties/duty/project-progress/", "disclosure/project-final-2026/", "duties/feed.xml"),
    *("duties/organization/shili-zhuxue-jijinhui/calendar.ics", "duties/organization/shili-jiuzhu-jijinhui/feed.xml"),
)


def context(address: str) -> Any:
    return page_names(SOURCE, PAGES[address], FEATURES)


def changed(dataset: str, key: str, **values: Any) -> Source:
    """The same site with one record changed."""
    return replace(SOURCE, catalogue=noted(builders.changed(SOURCE.catalogue, key, of=dataset, **values)))


@cache
def kept() -> Kept:
    return kept_of(SOURCE, LOOKED_AT)


def redrawn(after: Source) -> set[str]:
    return stale(kept(), after, LOOKED_AT)


def test_a_project_shows_what_is_open_first_and_why_the_rest_does_not_apply() -> None:
    duties = context("projects/p2025-019/")["duties"]
    assert [each.line.verdict for each in duties.open] == ["还有 6 天"]
    assert len(duties.settled) == 4
    assert any("全部处于暂停（2025年11月15日至2026年3月31日）期间" in each.reason for each in duties.inapplicable)


def test_a_settled_duty_leads_to_its_record_and_has_room_for_the_statutory_platform() -> None:
    settled = context("projects/p2025-017/")["duties"].settled
    proof = next(each.proof for each in settled if each.line.anchor == "duty-project-final-ended")
    assert (proof.address, proof.anchor, proof.charity_china_id) == (
        "projects/p2025-017/",
        "d08",
        "示例CC-2025-017-d08",
    )
    assert proof.looked_up_on.isoformat() == "2026-10-12"


def test_an_organisation_shows_its_own_duties_and_what_its_projects_still_owe() -> None:
    shown = context("organizations/shili-cishan-xiehui/")
    addresses = {each.line.address for each in shown["duties"].open}
    assert {"organizations/shili-cishan-xiehui/", "projects/p2026-024/"} <= addresses
    assert {each.line.address for each in shown["duties"].settled} == {"organizations/shili-cishan-xiehui/"}
    assert shown["profile"].timeliness.counted > 10 and shown["ratios"]
    assert [feed.kind for feed in shown["feeds"]] == ["text/calendar", "application/atom+xml"]


def test_ratios_are_information_and_never_a_verdict() -> None:
    words = [each.words for each in context("organizations/shili-zhuxue-jijinhui/")["ratios"]]
    assert any("占上年总收入 66.3%" in each and "不在这个比例以内；只看一年的数字不能下结论" in each for each in words)
    assert not any("违规" in each for each in words)


def test_a_sheet_of_the_board_shows_its_lines_and_only_the_front_has_filters() -> None:
    front, second = context("duties/"), context("duties/page/2/")
    assert LEAST_ON_A_SHEET <= len(front["duties"]) <= MOST_ON_A_SHEET and second["duties"]
    sheets = [each for each in PAGES if each == "duties/" or each.startswith("duties/page/")]
    assert front["total"] == sum(len(context(each)["duties"]) for each in sheets) and second["total"] is None
    assert [each.name for each in front["filters"]] == ["status", "duty", "district", "organization"]
    assert second["filters"] == () and second["pager"].previous == "duties/"
    narrowed = context("duties/status/overdue/")
    assert narrowed["selection"].title == "逾期" and {each.status for each in narrowed["duties"]} == {"overdue"}


def test_a_rule_shows_all_its_wordings_with_their_sources() -> None:
    shown = context("disclosure/project-final-2018/")
    assert [each.id for each in shown["versions"]] == ["project-final-2018", "project-final-2024", "project-final-2026"]
    assert [each.is_current for each in shown["versions"]] == [False, False, True]
    assert shown["board"] == "duties/duty/project-final/"
    assert "第七十九条" in shown["versions"][2].citation


def test_the_method_names_first_days_and_all_rules_counted_first() -> None:
    shown = context("duties/method/")
    assert shown["since"]["行政区划"].isoformat() == "2026-01-01"
    counted = [each.is_counted for each in shown["rules"]]
    assert counted == sorted(counted, reverse=True) and not all(counted)
    assert all(shown["optional"].values())


def _written(address: str) -> str:
    download = FILES[address]
    return str(file_kinds(FEATURES)[download.format].write(SOURCE, download))


def test_published_lists_this_month_and_leads_to_the_others() -> None:
    shown = context("published/")
    assert shown["month"] == "2026年11月" and shown["total"] == len(shown["published"]) > 5
    assert shown["months"][0].address == "published/2026-10/"
    assert any(each.is_correction for each in context("published/2026-06/")["published"])


def test_the_json_of_all_duties_is_laid_out_as_the_standard_library_does() -> None:
    written = _written("downloads/duties.json")
    assert written == json.dumps(json.loads(written), ensure_ascii=False, indent=1) + "\n"
    assert duties_json(()) == "[]\n"


@pytest.mark.parametrize("name", ["duties.csv", "duties.json"])
def test_tables_hold_the_whole_board(name: str) -> None:
    text = _written(f"downloads/{name}")
    assert "projects/p2026-027/project-progress/2" in text and "不适用" not in text


def test_lines_for_the_script_point_into_their_lists() -> None:
    document = json.loads(_written("duties/board.json"))
    names = list(document["values"])
    assert names == ["status", "duty", "district", "organization"]
    for line in document["lines"]:
        assert all(
            place < len(document["values"][name]) for name, places in zip(names, line, strict=False) for place in places
        )
        assert line[4] < len(document["subjects"]) and len(line) == 12
    assert len(document["lines"]) == context("duties/")["total"]


def test_every_link_to_a_duty_leads_to_a_place_on_a_page() -> None:
    for page in (page for page in PAGES.values() if page.template == "duties/board"):
        for each in context(page.address)["duties"]:
            assert not each.anchor or each.anchor in _anchors(PAGES[each.address])


def _anchors(page: Page) -> set[str]:
    duties = context(page.address)["duties"]
    groups = (duties.open, duties.settled, duties.unverified, duties.inapplicable)
    return {each.line.anchor for group in groups for each in group if each.line.address == page.address}


def test_a_change_of_one_project_leaves_the_rest_of_the_board_as_it_is() -> None:
    found = redrawn(changed("projects", "p2026-027", name="示例乡村图书漂流（改名）"))
    mine = {"projects/p2026-027/", "organizations/shili-zhuxue-jijinhui/", "duties/", "duties/status/no_record/"}
    assert mine | {"duties/organization/shili-zhuxue-jijinhui/calendar.ics", "duties/feed.xml"} <= found
    others = {
        "projects/p2026-001/",
        "organizations/shili-jiuzhu-jijinhui/",
        "duties/district/120101/",
        "duties/status/met_late/",
    }
    assert not found & (others | {"duties/organization/shili-jiuzhu-jijinhui/feed.xml", "published/2026-02/"})


def test_a_change_of_the_organisation_reaches_its_projects() -> None:
    found = redrawn(changed("organizations", "shili-zhuxue-jijinhui", public_fundraising=False))
    assert {"projects/p2026-027/", "duties/", "duties/duty/project-progress/"} <= found


def test_a_new_wording_reaches_every_page_with_duties() -> None:
    found = redrawn(changed("disclosure", "project-final-2026", text="换一种说法"))
    wanted = {"projects/p2026-001/", "organizations/shili-jiuzhu-jijinhui/", "duties/method/"}
    assert wanted | {"disclosure/project-final-2018/", "disclosure/project-final-2026/"} <= found


def test_a_limit_reaches_the_organisations_whose_figures_stand_beside_it() -> None:
    found = redrawn(changed("thresholds", "management-foundation-public-2016", percent=9))
    assert "organizations/shili-jiuzhu-jijinhui/" in found
