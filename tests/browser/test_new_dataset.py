"""Somebody looks for a record of a kind that the generator had never heard of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.instances import build
from tests.servers import nginx
from tests.volunteer_teams import NUANYANG, make_instance


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = make_instance(tmp_path_factory.mktemp("teams") / "instance")
    assert build(root) == ()
    with nginx(root / "site", "/") as address:
        yield address


@pytest.mark.parametrize("words", [NUANYANG, "陪独居老人", "示例街道志愿队", "nuanyang"])
def test_the_search_finds_it_and_leads_to_its_page(browser: Browser, home: str, words: str) -> None:
    page = browser.new_page()
    page.goto(f"{home}search/?q={words}")
    card = page.locator(".search__part .cards > li", has_text=NUANYANG)
    expect(card.locator(".badge")).to_have_text("志愿队")
    card.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NUANYANG)
    page.close()


def test_the_search_narrows_by_its_own_filter(browser: Browser, home: str) -> None:
    page = browser.new_page()
    page.goto(f"{home}search/?q=志愿队")
    results = page.locator("[data-part=results] > li")
    expect(results).to_have_count(2)
    page.locator(".facet[data-name='服务内容'] label", has_text="上门陪伴").click()
    expect(results).to_have_count(1)
    expect(results).to_contain_text(NUANYANG)
    page.close()
