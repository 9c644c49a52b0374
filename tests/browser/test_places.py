"""Pages of places unite what there is, projects and what they offer lead to each other, the board fits a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from generator.model.addresses import record_address
from tests.browser.conftest import Site, Visit


@pytest.mark.parametrize("place", ["120103", "120103007"])
def test_a_places_page_unites_windows_supply_projects_and_gaps(visit: Visit, place: str) -> None:
    page = visit().opens(f"divisions/{place}/")
    expect(page.locator("#window .call").first).to_be_visible()
    expect(page.locator("#offer")).to_be_visible()
    expect(page.get_by_role("link", name="各地更新情况").first).to_be_visible()
    page.locator("#project summary").first.click()
    expect(page.locator("#project a[href*='/projects/p']").first).to_be_visible()
    expect(page.locator("#gaps")).to_contain_text("人次")
    page.locator("#gaps").get_by_role("link", name="需求和资源对照").click()
    expect(page.locator("h1")).to_have_text("河西区：需求和资源")


def test_a_project_and_what_it_offers_lead_to_each_other_and_to_the_organisation(visit: Visit, site: Site) -> None:
    supply = site.checked.catalogue.records["supply"].values()
    item = next(each for each in supply if each.values["project"] and each.values["status"] == "open")
    project = record_address("projects", str(item.values["project"]))
    reader, offered = visit(), record_address("supply", item.key)
    expect(reader.opens(project).locator(f"#offer a[href$='{offered}']").first).to_be_visible()
    page = reader.opens(offered)
    expect(page.locator(f"#content a[href$='{project}']").first).to_be_visible()
    body = record_address("organizations", str(item.values["organization"]))
    expect(page.locator(f"#content a[href$='{body}']").first).to_be_visible()


def test_on_a_phone_every_cell_of_the_board_names_its_kind_and_says_what_it_means(visit: Visit) -> None:
    page = visit(width=360).opens("gaps/")
    cell = page.locator(".heat tr", has=page.get_by_role("link", name="河东区")).locator("td").first
    expect(cell).to_contain_text("还缺")
    expect(cell).to_contain_text("可帮 1 项，名额 40")
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == '"医疗救助"'
    expect(page.locator("#limits")).to_contain_text("人次不是人数")


def test_the_board_has_no_more_to_download_than_it_shows(visit: Visit) -> None:
    page = visit().opens("gaps/division/120117/")
    expect(page.locator(".heat__word").first).to_have_text("没有台账")
    assert page.locator("#groups").count() == 0
