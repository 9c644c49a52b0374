"""Lists: filters are plain links, and with a script several of them are combined in place."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, Visit


def _chip(page: Page, filter_: str, words: str) -> None:
    box = page.locator(f"[data-filter={filter_!r}]")
    if box.locator("summary").count() and not box.get_attribute("open") is not None:
        box.locator("summary").click()
    box.get_by_role("link", name=words).click()


def test_filters_combine_without_leaving_the_page(visit: Visit, site: Site) -> None:
    page = visit().opens("supply/")
    page.evaluate("window.stayed = true")
    _chip(page, "帮扶类别", "医疗救助")
    _chip(page, "区", "河西区")
    expect(page.locator("[data-part=status]")).to_have_text("符合条件的有 5 条。")
    assert page.evaluate("window.stayed")
