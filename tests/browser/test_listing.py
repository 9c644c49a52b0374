"""Lists: with a script several filters are combined in place; where that fails the plain links remain."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Reader, Site, Visit

COUNT = "[data-part=status]"


def _list(reader: Reader, address: str) -> Page:
    """A list whose filters have learnt to combine; whoever is faster than the script follows a plain link."""
    page = reader.opens(address)
    expect(page.locator("[data-filter] a").last).to_have_attribute("href", re.compile(r"\?"))
    return page


def _pick(page: Page, filter_: str, words: str) -> None:
    box = page.locator(f"[data-filter='{filter_}']")
    if box.locator("summary").count() and box.get_attribute("open") is None:
        box.locator("summary").click()
    box.get_by_role("link", name=words).click()


def _expected(site: Site, category: str, *districts: str) -> int:
    """Counted in the records themselves: a place's code begins with its district's."""
    supply = site.checked.catalogue.records["supply"].values()
    mine = (each for each in supply if each.values["category"] == category)
    return sum(any(str(each.values["division"]).startswith(district) for district in districts) for each in mine)


def _says(page: Page, total: int) -> None:
    expect(page.locator(COUNT)).to_have_text(f"符合条件的有 {total} 条。")


def test_filters_combine_without_leaving_the_page_and_stand_in_the_address(visit: Visit, site: Site) -> None:
    page = _list(visit(), "supply/")
    page.evaluate("window.stayed = true")
    _pick(page, "帮扶类别", "医疗救助")
    _pick(page, "区", "河西区")
    _says(page, _expected(site, "medical", "120103"))
    expect(page).to_have_url(re.compile(r"/supply/#\?category=medical&district=120103$"))
    assert page.evaluate("window.stayed")


def test_two_values_of_one_filter_mean_either(visit: Visit, site: Site) -> None:
    page = _list(visit(), "supply/?category=medical&district=120103&district=120102")
    _says(page, _expected(site, "medical", "120103", "120102"))


def test_every_option_says_how_many_it_would_leave(visit: Visit, site: Site) -> None:
    page = _list(visit(), "supply/?district=120103")
    _says(page, sum(_expected(site, each, "120103") for each in site.checked.catalogue.records["categories"]))
    care = page.locator("[data-filter=帮扶类别]").get_by_role("link", name="照料护理")
    expect(care.locator(".chip__count")).to_have_text(str(_expected(site, "care", "120103")))
    streets = page.locator("[data-filter='街道（镇、乡）'] li:not([hidden])")
    assert all(each.startswith("120103") for each in _values(streets.locator("a").all()))


def _values(links: list) -> list[str]:  # type: ignore[type-arg]
    return [link.get_attribute("href").rpartition("=")[2] for link in links]


def test_the_back_button_takes_conditions_away_again(visit: Visit, site: Site) -> None:
    page = _list(visit(), "supply/")
    _pick(page, "帮扶类别", "医疗救助")
    _pick(page, "区", "河西区")
    _says(page, _expected(site, "medical", "120103"))
    page.go_back()
    _says(page, _expected(site, "medical", ""))
    page.go_back()
    expect(page.locator(COUNT)).to_have_text(f"共 {len(site.checked.catalogue.records['supply'])} 条")
    expect(page.locator("[data-part=whole]")).to_be_visible()


def test_chosen_conditions_are_named_and_can_be_dropped(visit: Visit, site: Site) -> None:
    page = _list(visit(), "supply/?category=medical&district=120103")
    page.locator("[data-part=chosen]").get_by_role("link", name="医疗救助").click()
    _says(page, sum(_expected(site, each, "120103") for each in site.checked.catalogue.records["categories"]))
    page.get_by_role("link", name=re.compile("去掉条件：.*河西区")).click()
    expect(page).to_have_url(re.compile("/supply/$"))


def test_a_list_that_is_narrowed_already_leads_on_to_the_combination(visit: Visit, site: Site) -> None:
    page = _list(visit(), "supply/category/medical/")
    _pick(page, "区", "河西区")
    _says(page, _expected(site, "medical", "120103"))


def test_more_results_than_one_sheet_come_on_demand(visit: Visit, site: Site) -> None:
    page = _list(visit(), "supply/?category=medical")
    total = _expected(site, "medical", "")
    cards = page.locator("[data-part=results] > li")
    expect(cards).to_have_count(20)
    page.get_by_role("button", name=f"再看 20 条（还有 {total - 20} 条）").click()
    expect(cards).to_have_count(40)


def test_places_of_one_name_are_not_mixed_up(visit: Visit, site: Site) -> None:
    titles = [each.values["name"] for each in site.checked.catalogue.records["divisions"].values()]
    assert titles.count("海滨街道") == 2
    labels = {label for facet in site.checked.plan.facets["supply"]["township"] for label in [facet.label]}
    assert "海滨街道" not in labels


def test_where_the_index_cannot_be_had_each_filter_still_works_by_itself(visit: Visit) -> None:
    reader = visit()
    reader.context.route("**/pagefind/**", lambda route: route.abort())
    page = _list(reader, "supply/")
    _pick(page, "帮扶类别", "医疗救助")
    expect(page.locator(COUNT)).to_have_text("现在不能同时按几个条件筛选，请一次选一个条件。")
    _pick(page, "帮扶类别", "医疗救助")
    expect(page).to_have_url(re.compile("/supply/category/medical/$"))
