"""Nobody knows what a reader looked for: the log of the server is read after everything was asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import PREFIX, Reader, Site, Visit, open_reader
from tests.browser.kinds import OTHERS
from tests.servers import nginx

WORDS = "透析没钱"
CHOSEN = ("category=", "organization=", "status=", "district=120", "q=")
LOGGED = "access_log {} combined;"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "access"


@pytest.fixture
def listening(site: Site, log: Path) -> Iterator[Site]:
    """The same site on a server that keeps a log of every request."""
    with nginx(site.folder, PREFIX, LOGGED.format(log)) as home:
        yield Site(site.folder, home, site.checked)


def _told(log: Path) -> str:
    return log.read_text("utf-8")


def _ask_everything(reader: Reader) -> None:
    page = reader.opens("")
    page.locator("#find-q").fill(WORDS)
    page.locator("#find-q").press("Enter")
    expect(page.get_by_role("listitem").first).to_be_visible()
    page.goto(f"{reader.home}search/#?q={quote(WORDS)}")
    page.reload()
    expect(page.locator("[data-part=status]")).not_to_be_empty()
    page.goto(f"{reader.home}supply/#?category=medical&district=120103")
    expect(page.locator("[data-part=results] > li").first).to_be_visible()
    page.goto(f"{reader.home}duties/")
    page.get_by_role("combobox", name="组织").select_option(index=1)
    expect(page.locator("[data-board-count]")).to_contain_text("符合条件的有")
    page.reload()
    page.goto(f"{reader.home}find/#?district=120103&need=medical&who=elder")
    page.wait_for_load_state("networkidle")


def test_what_was_typed_and_chosen_is_in_no_log(browser: Browser, listening: Site, log: Path) -> None:
    reader = open_reader(browser, listening)
    _ask_everything(reader)
    reader.context.close()
    told = _told(log)
    assert "GET " in told and "/search/" in told
    assert quote(WORDS) not in told and WORDS not in told
    assert [each for each in CHOSEN if f"?{each}" in told or f"&{each}" in told] == []


def test_without_a_script_the_box_sends_nothing_and_leads_to_the_lists(
    browser: Browser, listening: Site, log: Path
) -> None:
    reader = open_reader(browser, listening, java_script_enabled=False)
    page = reader.opens("")
    page.locator("#find-q").fill(WORDS)
    page.get_by_role("search").get_by_role("button").first.click()
    expect(page.locator(".search__hint a").first).to_be_visible()
    reader.context.close()
    assert quote(WORDS) not in _told(log)


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("address", [*OTHERS, "privacy/", "find/", "search/", "emergency/", "duties/"])
def test_every_page_says_where_to_report_an_error_in_every_mode(visit: Visit, address: str, elder: bool) -> None:
    page = visit(360).opens(address)
    page.evaluate("(on) => document.documentElement.toggleAttribute('data-elder', on)", elder)
    expect(page.get_by_role("link", name="反馈错误", exact=True)).to_be_visible()
