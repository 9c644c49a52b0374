"""Duties: filters are links and combine by script, pages say what fell due since, and read well on phones and paper."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import feedparser
import icalendar
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.survey import barriers

OVERDUE = 7
"""Counted by hand in data/lookups/2026.csv: nothing found, where the rule says, in the thirty days before."""
PAGES = (
    *("duties/", "duties/page/2/", "duties/status/overdue/", "duties/method/", "published/"),
    *("disclosure/project-progress-2024/", "projects/p2025-019/", "organizations/shili-jiuzhu-jijinhui/"),
)
RENEWED = "projects/p2025-019/"
"""A project whose next report is due on 1 December 2026."""


def at(visit: Visit, address: str, day: str, **options: object) -> Page:
    """A page as somebody sees it on a day, at noon in Shanghai."""
    reader = visit(**options)
    reader.context.clock.set_fixed_time(datetime.fromisoformat(f"{day}T04:00:00").replace(tzinfo=UTC))
    return reader.opens(address)


def test_filters_and_sheets_are_plain_links(visit: Visit) -> None:
    page = visit(java_script_enabled=False).opens("duties/")
    page.get_by_role("link", name="下一页").click()
    expect(page.get_by_text(re.compile(r"第 2 页，共 \d+ 页"))).to_be_visible()
    page.go_back()
    page.get_by_role("link", name=f"逾期 {OVERDUE}").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("公开义务：逾期")
    expect(page.locator(".duty--stop")).to_have_count(OVERDUE)
    expect(page.locator(".duty:not(.duty--stop)")).to_have_count(0)


def test_filters_combine_in_place_and_the_address_remembers_them(visit: Visit) -> None:
    page = visit().opens("duties/")
    page.get_by_role("combobox", name="状态").select_option("overdue")
    page.get_by_role("combobox", name="组织").select_option("shili-nuandong-gongyi")
    expect(page.get_by_role("status")).to_have_text("符合条件的有 2 项。")
    assert page.url.endswith("duties/#?status=overdue&organization=shili-nuandong-gongyi")
    page.reload()
    expect(page.get_by_role("status")).to_have_text("符合条件的有 2 项。")
    page.get_by_role("combobox", name="区").select_option("120101")
    expect(page.get_by_role("status")).to_have_text("没有符合全部条件的。")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("符合条件的有 2 项。")
    page.get_by_role("button", name="去掉全部条件").click()
    expect(page.get_by_role("status")).to_contain_text("共")
    expect(page.get_by_role("link", name="下一页")).to_be_visible()


def test_a_combined_list_says_the_same_as_the_sheets(visit: Visit) -> None:
    reader = visit()
    sheet, combined = reader.opens("duties/status/due/"), reader.opens("duties/?status=due")
    expect(combined.get_by_role("status")).to_contain_text("符合条件的有")
    here, there = (page.locator(".duty:visible") for page in (sheet, combined))
    assert here.all_inner_texts() == there.all_inner_texts()
    links = [
        [each.get_attribute("href") for each in page.locator("a.duty__name:visible").all()]
        for page in (sheet, combined)
    ]
    assert [link.removeprefix("../../../") for link in links[0] if link] == [
        link.removeprefix(reader.home) for link in links[1] if link
    ]


def test_without_the_lines_the_filters_are_links_again(visit: Visit) -> None:
    reader = visit()
    reader.context.route("**/duties/board.json", lambda route: route.fulfill(status=503))
    page = reader.opens("duties/")
    page.get_by_role("combobox", name="状态").select_option("overdue")
    expect(page.get_by_role("status")).to_contain_text("请用下面的链接一次选一个条件")
    expect(page.get_by_role("link", name=f"逾期 {OVERDUE}")).to_be_visible()


def test_on_its_own_day_a_page_says_what_was_computed(visit: Visit) -> None:
    page = at(visit, RENEWED, "2026-11-25")
    expect(page.locator(".duty[data-due] .duty__verdict")).to_have_text("还有 6 天")
    expect(page.locator(".duty-day__late")).to_have_count(0)


@pytest.mark.parametrize(
    ("day", "words", "late"),
    [("2026-11-28", "还有 3 天", 0), ("2026-12-01", "今天到期", 0), ("2026-12-03", "期限已过 2 天", 1)],
)
def test_read_later_a_page_tells_the_days_anew(visit: Visit, day: str, words: str, late: int) -> None:
    page = at(visit, RENEWED, day)
    expect(page.locator(".duty[data-due] .duty__verdict")).to_have_text(words)
    expect(page.locator(".duty-day__late")).to_have_count(late)


def test_combined_lines_age_as_well(visit: Visit) -> None:
    page = at(visit, "duties/?status=due&organization=shili-cishan-xiehui", "2026-12-03")
    expect(page.locator(".duty", has_text="示例困难家庭灶台改造").first).to_contain_text("期限已过 2 天")


def test_a_browser_elsewhere_counts_the_days_of_shanghai(visit: Visit) -> None:
    reader = visit(timezone_id="America/Los_Angeles")
    reader.context.clock.set_fixed_time(datetime(2026, 12, 1, 17, tzinfo=UTC))  # 2 December in Shanghai
    expect(reader.opens(RENEWED).locator(".duty[data-due] .duty__verdict")).to_have_text("期限已过 1 天")


@pytest.mark.parametrize("address", PAGES)
def test_pages_fit_a_narrow_phone_complain_of_nothing_and_have_no_barriers(visit: Visit, address: str) -> None:
    reader = visit(width=360)
    page = reader.opens(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert reader.complaints == [] and page.evaluate("broken") == []
    page.set_viewport_size({"width": 1280, "height": 800})
    for fold in page.locator(".fold > summary").all():
        fold.click()
    assert barriers(page) == []


def test_on_a_phone_the_first_duty_is_on_the_first_screen_and_what_explains_it_one_touch_away(visit: Visit) -> None:
    page = visit(width=360).opens("duties/")
    first = page.locator(".duty").first.bounding_box()
    assert first
    assert first["y"] < 600
    expect(page.get_by_text("不等于没有公开")).to_be_visible()
    expect(page.get_by_text("怎样计算")).to_be_hidden()
    page.get_by_text("说明和订阅").click()
    expect(page.get_by_text("怎样计算")).to_be_visible()
    expect(page.get_by_text("订阅提醒")).to_be_visible()


def test_targets_on_a_phone_are_as_large_as_a_finger(visit: Visit) -> None:
    page = visit(width=360).opens("duties/")
    for fold in page.locator(".narrow-fold > summary").all():
        fold.click()
    for target in page.locator("main .duty a, main select, main button:visible, main summary:visible").all()[:40]:
        box = target.bounding_box()
        assert box and box["height"] >= 43


def test_on_paper_the_folded_reasons_lie_open(visit: Visit) -> None:
    page = visit().opens(RENEWED)
    reasons = page.locator(".fold .duty__why")
    visible = "all => all.map(each => each.checkVisibility({contentVisibilityAuto: true}))"
    assert not any(reasons.evaluate_all(visible))
    page.emulate_media(media="print")
    # A sheet for paper is the last thing a browser fetches, and it opens a fold only when it draws the next time.
    page.wait_for_function(
        "all => [...document.querySelectorAll(all)].every(each => each.checkVisibility({contentVisibilityAuto: true}))",
        arg=".fold .duty__why",
    )


def test_a_page_names_its_feed_and_calendar_and_both_can_be_read(visit: Visit) -> None:
    page = visit().opens("organizations/shili-cishan-xiehui/")
    feeds = {
        each.get_attribute("type"): page.request.get(each.evaluate("each => each.href"))
        for each in page.locator("head link[rel=alternate]").all()
    }
    assert not feedparser.parse(feeds["application/atom+xml"].body()).bozo
    assert icalendar.Calendar.from_ical(feeds["text/calendar"].body()).walk("VEVENT")


def test_a_duty_leads_from_the_board_to_its_reason_and_on_to_the_record(visit: Visit) -> None:
    page = visit().opens("duties/?status=met_late")
    line = page.locator("[data-board-found] .duty", has_text="示例中华慈善日社区义演")
    line.get_by_role("link", name="募捐方案备案").click()
    expect(page.locator(":target").get_by_text("募捐方案备案", exact=False).first).to_be_in_viewport()
    page.locator("#duties").get_by_role("link", name=re.compile("公开记录.*募捐情况全面公开")).click()
    expect(page.locator(":target")).to_contain_text("募捐情况全面公开")
