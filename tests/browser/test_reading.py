"""How a reader likes to read: keyboard, dark colours, 长者模式, without scripts, on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, Visit

OUTLINE = (
    "getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).outlineWidth"
)
PAPER = "getComputedStyle(document.body).backgroundColor"
SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifted += value;
}).observe({ type: "layout-shift", buffered: true });
"""
BARELY = 0.05
"""A tenth is what Web Vitals call good; without care the finder had 0.5 to 1.4."""
TYPE = "parseFloat(getComputedStyle(document.body).fontSize)"
LONG_NAME = """
const name = document.querySelector(".brand strong");
name.className = "brand__long";
name.textContent = "示例市慈善帮扶公开目录";
"""


def _switch(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def test_the_first_key_leads_past_the_menu_and_shows_where_one_is(visit: Visit) -> None:
    page = visit().opens("supply/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_whatever_has_the_focus_is_outlined(visit: Visit) -> None:
    page = visit().opens("projects/p2024-001/")
    for _ in range(25):
        page.keyboard.press("Tab")
        assert page.evaluate(OUTLINE) == "solid3px", page.evaluate("document.activeElement.outerHTML")


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("width", [320, 360])
def test_the_header_is_one_line_on_every_phone(visit: Visit, width: int, elder: bool) -> None:
    page = visit(width).opens("find/")
    page.evaluate("(on) => document.documentElement.toggleAttribute('data-elder', on)", elder)
    parts = page.locator(".top > .brand, .top .switch:visible").all()
    boxes = [box for each in parts if (box := each.bounding_box())]
    assert len(boxes) == 5
    assert max(box["y"] for box in boxes) < min(box["y"] + box["height"] for box in boxes)


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("width", [320, 360])
def test_a_long_name_is_shortened_and_keeps_the_header_one_line(visit: Visit, width: int, elder: bool) -> None:
    page = visit(width).opens("find/")
    page.evaluate("(on) => document.documentElement.toggleAttribute('data-elder', on)", elder)
    page.evaluate(LONG_NAME)
    name, brand = (page.locator(place).bounding_box() for place in (".brand strong", ".top > .brand"))
    assert name
    assert brand
    assert name["width"] >= 40
    assert brand["y"] <= name["y"]
    assert name["y"] + name["height"] <= brand["y"] + brand["height"] <= brand["y"] + 60


@pytest.mark.parametrize("address", ["find/", "find/#?district=120103&need=medical&who=elder", "search/#?q=借个轮椅"])
def test_nothing_jumps_while_a_page_is_made(visit: Visit, address: str) -> None:
    reader = visit(width=360)
    reader.context.add_init_script(SHIFTS)
    page = reader.opens(address)
    expect(page.locator("[data-ready]")).to_be_attached()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("shifted") < BARELY


def test_in_colours_of_the_readers_own_what_is_chosen_and_what_can_be_pressed_stand_out(visit: Visit) -> None:
    page = visit(forced_colors="active").opens("")
    assert page.locator(".start__go").evaluate("each => getComputedStyle(each).borderTopWidth") == "1px"
    elder = page.get_by_role("button", name="长者模式")
    ground = "each => getComputedStyle(each).backgroundColor"
    before = elder.evaluate(ground)
    elder.click()
    assert elder.evaluate(ground) != before


def test_the_menu_opens_and_closes_by_keyboard(visit: Visit) -> None:
    page = visit().opens("")
    page.locator(".menu summary", has_text="找帮扶").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".menu").get_by_role("link", name="服务窗口")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".menu__list").first).to_be_hidden()


def test_dark_is_remembered_and_leaves_paper_white(visit: Visit) -> None:
    reader = visit()
    page = reader.opens("")
    light = page.evaluate(PAPER)
    _switch(page, "深色")
    page = reader.opens("supply/")
    assert page.evaluate(PAPER) != light
    page.emulate_media(media="print")
    page.wait_for_function(f"{PAPER} === 'rgb(255, 255, 255)'")


def test_a_reader_may_have_it_light_on_a_dark_system(visit: Visit) -> None:
    reader = visit(color_scheme="dark")
    page = reader.opens("")
    dark = page.evaluate(PAPER)
    _switch(page, "浅色")
    assert reader.opens("help/").evaluate(PAPER) != dark


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_elder_mode_is_larger_plainer_and_remembered(visit: Visit, scheme: str) -> None:
    reader = visit(360, color_scheme=scheme)
    page = reader.opens("")
    before = page.evaluate(TYPE)
    _switch(page, "长者模式")
    page = reader.opens("projects/p2024-001/")
    assert page.evaluate(TYPE) >= 1.25 * before
    expect(page.get_by_role("button", name="长者模式")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".foot__facts")).to_be_hidden()
    expect(page.get_by_role("link", name="打电话问").first).to_be_visible()


def test_leaving_elder_mode_reaches_the_page_that_the_back_button_shows(visit: Visit) -> None:
    page = visit().opens("")
    _switch(page, "长者模式")
    page.get_by_role("link", name="医疗救助").first.click()
    _switch(page, "长者模式")
    page.go_back()
    expect(page.locator("html[data-elder]")).to_have_count(0)


def test_without_scripts_switches_that_would_do_nothing_are_not_shown(visit: Visit) -> None:
    page = visit(java_script_enabled=False).opens("")
    expect(page.locator("[data-switch]").first).to_be_hidden()


def test_without_scripts_filters_lead_to_narrowed_lists(visit: Visit) -> None:
    page = visit(java_script_enabled=False).opens("supply/")
    page.get_by_role("link", name="医疗救助").click()
    expect(page).to_have_url(re.compile("/supply/category/medical/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("帮扶资源：医疗救助")
    page.get_by_text("按区", exact=True).click()
    page.get_by_role("link", name="河西区").click()
    expect(page).to_have_url(re.compile("/supply/district/120103/$"))


def test_without_scripts_search_leads_to_the_lists(visit: Visit) -> None:
    page = visit(java_script_enabled=False).opens("help/")
    page.get_by_role("searchbox").fill("助学")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\??$"))
    expect(page.locator("noscript .notice")).to_be_visible()
    page.locator("#content").get_by_role("link", name="帮扶资源").click()
    expect(page).to_have_url(re.compile("/supply/$"))


@pytest.mark.parametrize("address", ["projects/p2024-001/", "divisions/120103/"])
def test_a_page_prints_on_a4_without_menu_and_buttons(visit: Visit, site: Site, address: str) -> None:
    page = visit().opens(address)
    page.emulate_media(media="print")
    for gone in (".menu", ".find", ".switch", ".crumbs", ".bottom__menu", ".callbar"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.get_by_text(site.home + address)).to_be_visible()
    pdf = page.pdf(prefer_css_page_size=True)
    assert set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)) == {(b"594.95996", b"841.91998")}
