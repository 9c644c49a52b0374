"""The search page as a reader uses it: typing, facets, keys, addresses, the back button, failures."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Site, Visit

CARDS = "[data-part=results] > li"
STATUS = "[data-part=status]"


def _ask(page: Page, query: str) -> None:
    page.locator("#search-q").fill(query)
    page.locator("#search-q").press("Enter")


def _facet(page: Page, name: str, value: str) -> None:
    box = page.locator(f".facet[data-name='{name}']")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    box.get_by_role("checkbox", name=value).click()


def test_the_box_at_the_head_of_a_page_leads_to_results(visit: Visit) -> None:
    page = visit().opens("help/")
    page.locator("#find-q").fill("安宁疗护")
    page.keyboard.press("Enter")
    expect(page.locator(CARDS).first).to_contain_text("示例安宁疗护陪伴")


def test_every_saying_that_the_home_page_gives_as_an_example_finds_help(visit: Visit) -> None:
    page = visit().opens()
    hint = page.locator(".search-block__hint").inner_text()
    sayings = hint.removeprefix("比如：").partition("，或者")[0].split("、")
    assert len(sayings) == 3
    for saying in sayings:
        page = visit().opens(f"search/?q={saying}&kind=帮扶资源")
        expect(page.locator(f"{CARDS} .badge").first).to_have_text("帮扶资源")


def test_cards_show_the_facts_with_the_match_marked(visit: Visit) -> None:
    page = visit().opens("search/?q=022-示例号码0104")
    card = page.locator(CARDS, has_text="困难家庭大学新生助学金").first
    expect(card.locator("dt", has_text="帮扶类别")).to_be_visible()
    expect(card.locator("dd mark")).to_have_text(["022", "示例号码", "0104"])
    expect(card.locator(".badge")).to_have_text("帮扶资源")


def test_a_match_that_no_fact_shows_is_quoted(visit: Visit) -> None:
    page = visit().opens("search/?q=两家肿瘤专科医院")
    expect(page.locator(f"{CARDS} .card__passage mark")).to_have_text("两家肿瘤专科医院")


def test_a_card_leads_to_its_page(visit: Visit) -> None:
    page = visit().opens("search/?q=示例安宁疗护陪伴")
    page.locator(f"{CARDS} a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("示例安宁疗护陪伴")


def test_facets_count_narrow_and_stand_in_the_address(visit: Visit, site: Site) -> None:
    page = visit().opens("search/?q=残疾人")
    expect(page.locator(CARDS).first).to_be_visible()
    label = page.locator(".facet[data-name=kind] label", has_text="慈善项目")
    count = int(re.sub(r"\D", "", label.locator(".facet__count").inner_text()))
    _facet(page, "kind", "慈善项目")
    expect(page.locator(STATUS)).to_have_text(f"找到 {count} 条。")
    expect(page).to_have_url(re.compile(r"\?q=.*&kind="))
    _facet(page, "帮扶类别", "照料护理")
    expect(page).to_have_url(re.compile(r"&kind=.*&%E5%B8%AE"))
    page.go_back()
    expect(page.locator(STATUS)).to_have_text(f"找到 {count} 条。")


def test_on_a_phone_results_come_first_and_facets_on_demand(visit: Visit) -> None:
    page = visit(width=360).opens("search/?q=残疾人")
    expect(page.locator(CARDS).first).to_be_in_viewport()
    expect(page.locator(".facet").first).to_be_hidden()
    page.get_by_role("button", name="缩小范围").click()
    _facet(page, "kind", "慈善项目")
    expect(page.get_by_role("button", name="缩小范围（已选 1）")).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("checkbox", name="慈善项目")).to_be_checked()
    page.get_by_role("button", name="缩小范围").click()
    expect(page.locator(".facet").first).to_be_hidden()


def test_facets_alone_list_records_in_the_order_of_their_list(visit: Visit, site: Site) -> None:
    page = visit().opens("search/?kind=慈善项目")
    projects = site.checked.catalogue.records["projects"].values()
    expect(page.locator(STATUS)).to_have_text(f"共 {len(projects)} 条。")
    first = [str(each.values["name"]) for each in projects][:20]
    expect(page.locator(f"{CARDS} h3")).to_have_text(first)


def test_more_results_come_on_demand_and_the_focus_goes_to_the_first_of_them(visit: Visit) -> None:
    page = visit().opens("search/?q=河西区")
    expect(page.locator(CARDS)).to_have_count(20)
    page.get_by_role("button", name="再看").click()
    expect(page.locator(CARDS)).to_have_count(40)
    expect(page.locator(f"{CARDS} a").nth(20)).to_be_focused()


def test_cards_that_come_late_are_not_put_among_those_of_another_question(visit: Visit) -> None:
    reader = visit()
    asked: list[Route] = []

    def hold(route: Route) -> None:
        asked.append(route)
        if not 5 < len(asked) <= 20:
            route.continue_()

    reader.context.route("**/fragment/*", hold)
    page = reader.opens("search/?q=河西区")
    expect(page.locator(CARDS)).to_have_count(5)
    _ask(page, "示例安宁疗护陪伴")
    expect(page.locator(CARDS).first).to_contain_text("示例安宁疗护陪伴")
    expect(page.locator(".search")).not_to_have_attribute("aria-busy", "true")
    own = page.locator(CARDS).all_inner_texts()
    for route in asked[5:20]:
        route.continue_()
    page.wait_for_load_state("networkidle")
    assert page.locator(CARDS).all_inner_texts() == own


def test_slash_focuses_and_arrows_walk_through_the_results(visit: Visit) -> None:
    page = visit().opens("search/?q=助学")
    links = page.locator(f"{CARDS} .card__title a")
    expect(links.first).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("#search-q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    title = links.first.inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(title[:4])


def test_slash_on_any_page_leads_to_its_search_box(visit: Visit) -> None:
    page = visit().opens("policy/")
    page.keyboard.press("/")
    expect(page.locator("#find-q")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.locator("#find-q")).to_have_value("a/b")


def test_escape_empties_the_box(visit: Visit) -> None:
    page = visit().opens("search/?q=助学")
    expect(page.locator(CARDS).first).to_be_visible()
    page.locator("#search-q").press("Escape")
    expect(page.locator("#search-q")).to_have_value("")
    expect(page.locator("[data-part=hint]")).to_be_visible()


def test_half_typed_words_are_searched_but_do_not_fill_the_history(visit: Visit) -> None:
    page = visit().opens("help/")
    page.goto(page.url.replace("help/", "search/"))
    page.locator("#search-q").press_sequentially("安宁疗护", delay=120)
    expect(page.locator(CARDS).first).to_contain_text("示例安宁疗护陪伴")
    page.locator("#search-q").press("Enter")
    expect(page).to_have_url(re.compile(r"\?q="))
    page.go_back()
    expect(page).to_have_url(re.compile(r"/(search|help)/$"))


def test_the_back_button_brings_the_earlier_question_back(visit: Visit) -> None:
    page = visit().opens("search/?q=透析")
    expect(page.locator(CARDS).first).to_contain_text("透析")
    _ask(page, "白内障")
    expect(page.locator(CARDS).first).to_contain_text("白内障")
    page.go_back()
    expect(page.locator("#search-q")).to_have_value("透析")
    expect(page.locator(CARDS).first).to_contain_text("透析")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("量子纠缠", "没有找到与“量子纠缠”有关的内容。"),
        ("hexiqu", "按拼音找到"),
        ("老人吃饭没人管", "按意思找到"),
    ],
)
def test_the_page_says_how_it_found(visit: Visit, query: str, words: str) -> None:
    page = visit().opens(f"search/?q={query}")
    expect(page.locator(STATUS)).to_contain_text(words)


def test_where_nothing_is_found_it_leads_to_the_windows(visit: Visit) -> None:
    page = visit().opens("search/?q=量子纠缠")
    expect(page.get_by_role("heading", name="说不清，就找窗口")).to_be_visible()
    expect(page.locator(CARDS)).to_have_count(0)


def test_markup_in_a_question_stays_text(visit: Visit) -> None:
    reader = visit()
    page = reader.opens("search/?q=" + "%3Cimg src=x onerror=alert(1)%3E助学")
    expect(page.locator("#search-q")).to_have_value("<img src=x onerror=alert(1)>助学")
    expect(page.locator("#content img")).to_have_count(0)


def test_without_the_index_the_page_leads_to_the_lists(visit: Visit) -> None:
    reader = visit()
    reader.context.route("**/pagefind/**", lambda route: route.abort())
    page = reader.opens("search/?q=助学")
    expect(page.locator(STATUS)).to_contain_text("搜索暂时用不了")
    expect(page.locator("[data-part=hint]").get_by_role("link", name="帮扶资源")).to_be_visible()


def test_what_a_search_needs_is_fetched_while_somebody_types(visit: Visit) -> None:
    reader = visit()
    page = reader.opens("help/")
    with page.expect_response("**/pagefind/wasm.*"), page.expect_response("**/shards/00/*.pf_meta"):
        page.locator("#find-q").focus()
    assert [url for url in reader.requests if url.endswith("/search/page.js")]


def test_nothing_of_the_index_is_fetched_before_it_is_asked_for(visit: Visit) -> None:
    reader = visit()
    reader.opens("search/")
    reader.opens("supply/")
    assert [url for url in reader.requests if "/pagefind/" in url] == []
