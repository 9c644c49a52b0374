"""The finder in one file: opened from a disk, without a network, emptied between cases."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.features.finder.answers import Answers
from generator.features.finder.districts import records_for
from generator.features.finder.offers import offers_for
from generator.national.matching import MATCHING
from tests.browser.conftest import AS_OF, WATCH, Site

DISTRICT = "120103"
TOWNSHIP = "120103007"


@pytest.fixture
def clerk(browser: Browser, site: Site, tmp_path: Path) -> Iterator[Page]:
    """The file on a stick, on the day the site was built for; whatever else it asks for is noted as a complaint."""
    file = Path(shutil.copy(site.folder / "find" / "clerk" / f"{DISTRICT}.html", tmp_path))
    with browser.new_context(viewport={"width": 360, "height": 740}, offline=True, locale="zh-CN") as context:
        complaints: list[str] = []
        context.on("request", lambda request: complaints.append(request.url))
        context.on("console", lambda message: complaints.append(message.text))
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.add_init_script(WATCH)
        page = context.new_page()
        page.clock.install(time=datetime(AS_OF.year, AS_OF.month, AS_OF.day, 1, tzinfo=UTC))
        page.goto(file.as_uri())
        yield page
        assert complaints == [file.as_uri()]
        assert page.evaluate("broken") == []


def _found(page: Page) -> list[str]:
    for _ in range(20):
        if not (more := page.locator("#found button")).count():
            break
        more.click()
    return [each.text_content() or "" for each in page.locator(".offers h3").all()]


def test_it_finds_what_the_site_finds(clerk: Page, site: Site) -> None:
    clerk.select_option("#township", TOWNSHIP)
    clerk.check("#need-medical")
    clerk.fill("#age", "70")
    clerk.check("#group-serious-illness")
    answers = Answers(place=TOWNSHIP, needs=("medical",), groups=("serious-illness",), ages=(70, 70), today=AS_OF)
    offers = offers_for(site.checked.catalogue, records_for(site.checked.catalogue, DISTRICT), answers, MATCHING)
    shown = _found(clerk)
    assert sorted(title.rpartition(" ")[0] for title in shown) == sorted(each.title for each in offers)
    assert shown[0].startswith(offers[0].title)
    assert clerk.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("leaves", ["next", "idle", "away"])
def test_each_case_begins_empty(clerk: Page, leaves: str) -> None:
    everything = _found(clerk)
    clerk.check("#need-medical")
    clerk.fill("#age", "70")
    assert len(_found(clerk)) < len(everything)
    if leaves == "next":
        clerk.get_by_role("button", name="下一位").click()
    elif leaves == "idle":
        clerk.clock.run_for(5 * 60 * 1000 + 1)
    else:
        clerk.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert (clerk.input_value("#age"), clerk.is_checked("#need-medical")) == ("", False)
    assert _found(clerk) == everything
    assert clerk.evaluate("localStorage.length + sessionStorage.length") == 0


def test_it_says_its_edition_and_warns_once_that_is_over(clerk: Page) -> None:
    assert "2026年下半年目录" in clerk.inner_text("#edition")
    assert clerk.is_hidden("#expired")
    clerk.clock.set_system_time(datetime(2027, 1, 1, 1, tzinfo=UTC))
    clerk.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert "2026年12月31日" in clerk.inner_text("#expired")
