"""What search engines, assistants and other programs find in a page and beside it."""

from __future__ import annotations

import json
from collections import Counter
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PREFIX, Site, Visit
from tests.servers import nginx

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def _located(site: Site) -> list[str]:
    tree = ElementTree.parse(site.folder / "sitemap.xml")
    return [each.text or "" for each in tree.iter(f"{MAP}loc")]


def test_the_site_map_names_every_page_once(site: Site) -> None:
    pages = {path.parent.relative_to(site.folder).as_posix() for path in site.folder.rglob("index.html")}
    addresses = [unquote(url.removeprefix(site.home)).strip("/") or "." for url in _located(site)]
    assert set(addresses) == pages - {"admin/forms"}, "the forms are a program, and ask not to be found"
    assert max(Counter(addresses).values()) == 1


@pytest.mark.parametrize("address", ["", "help/", "projects/p2024-001/", "supply/category/medical/", "search/"])
def test_every_page_says_its_language_and_its_one_address(visit: Visit, site: Site, address: str) -> None:
    page = visit().opens(f"{address}?from=elsewhere")
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    expect(page.locator("link[rel=canonical]")).to_have_attribute("href", site.home + address)
    assert page.locator("meta[name=description]").get_attribute("content")


def test_records_are_described_in_the_words_of_schema_org(visit: Visit, site: Site) -> None:
    page = visit().opens("windows/120103001-01/")
    about, crumbs = json.loads(page.locator("script[type='application/ld+json']").inner_text())["@graph"]
    assert (about["@type"], about["url"]) == ("GovernmentOffice", f"{site.home}windows/120103001-01/")
    said = page.locator("main").inner_text()
    assert about["address"] in said
    assert "示例号码" in said and "telephone" not in about, "a number that nobody has is nobody's telephone"
    assert [(each["opens"], len(each["dayOfWeek"])) for each in about["openingHoursSpecification"]] == [("08:30", 5)]
    assert [step["name"] for step in crumbs["itemListElement"]][:2] == ["首页", "服务窗口"]
    assert page.evaluate("window.broken") == []


def test_the_same_files_work_under_any_other_path(visit: Visit, site: Site) -> None:
    with nginx(site.folder, "/elsewhere/") as home:
        assert PREFIX not in home
        reader = visit()
        page = reader.context.new_page()
        page.goto(f"{home}search/?q=安宁疗护", wait_until="networkidle")  # who leaves earlier breaks off what is asked
        page.wait_for_load_state("networkidle")  # what is still asked for when somebody goes on is no complaint
        page.locator("[data-part=results] a").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("示例安宁疗护陪伴")
        page.locator(".menu summary", has_text="找帮扶").click()
        page.locator(".menu").get_by_role("link", name="服务窗口").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("服务窗口")
        assert [url for url in reader.requests if not url.startswith(home)] == []
        assert reader.complaints == []
