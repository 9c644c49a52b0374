"""我要找帮扶: as somebody in need uses it on a cheap phone, with a script and without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Reader, Visit
from tests.browser.survey import barriers

PHONE = 360
ASKED = (
    "find/#?district=120103&township=120103006&need=medical&need=care&who=elder&age=78&group=serious-illness&home=none"
)


@pytest.fixture
def reader(visit: Visit) -> Reader:
    """Somebody with a phone 360 points wide."""
    return visit(width=PHONE)


def choose(page: Page, *names: str) -> None:
    """One touch a question."""
    for name in names:
        page.locator("[data-finder] button:visible").filter(has_text=name).first.click()


def results(page: Page) -> str:
    place = page.locator("[data-part=results]")
    expect(place.locator("h2").first).to_be_visible()
    return place.inner_text()


def test_one_touch_a_question_leads_to_what_fits_with_reasons_papers_and_numbers(reader: Reader) -> None:
    page = reader.opens("find/")
    choose(page, "河西区", "医疗救助", "医药费和住院费", "老人")
    page.get_by_label("重病患者").check()
    choose(page, "看结果")
    said = results(page)
    assert "符合：河西区、重病患者" in said
    assert "要带" in said
    assert page.locator("[data-part=results] .call").count() > 1
    page.get_by_text("改或清除").click()
    page.get_by_label("住在哪个街道").select_option(label="友谊路街道")
    expect(page.locator("[data-part=results]")).to_contain_text("住处：河西区友谊路街道")


def test_what_was_said_and_the_first_offer_are_on_the_first_screen(reader: Reader) -> None:
    page = reader.opens(ASKED)
    results(page)
    said = page.locator("[data-part=results] summary").first
    expect(said).to_be_in_viewport()
    assert [each for each in ("河西区", "老人", "78 岁") if each not in said.inner_text()] == []
    top = page.locator("[data-part=results] .offer").first.bounding_box()
    assert top
    assert top["y"] < 340


def test_answers_stand_in_the_address_and_can_be_shared(reader: Reader) -> None:
    page = reader.opens(ASKED)
    said = results(page)
    again = reader.opens(page.url.removeprefix(reader.home))
    assert results(again) == said
    older = reader.opens(ASKED.replace("#?", "?"))
    assert results(older) == said


def test_nothing_that_was_answered_is_ever_sent(reader: Reader) -> None:
    page = reader.opens(ASKED)
    results(page)
    page.reload()
    results(page)
    assert not [url for url in reader.requests if re.search(r"serious-illness|elder=|age=|who=", url.partition("#")[0])]
    assert {url.startswith(reader.home) for url in reader.requests} == {True}


def test_an_answer_can_be_changed_and_the_back_button_leads_back(reader: Reader) -> None:
    page = reader.opens(ASKED)
    results(page)
    page.get_by_text("改或清除").click()
    page.get_by_role("button", name="改难处").click()
    expect(page.locator("[data-value=medical]")).to_have_attribute("aria-pressed", "true")
    page.go_back()
    results(page)


def test_none_of_these_leaves_what_may_fit_open(reader: Reader) -> None:
    page = reader.opens("find/#?district=120103&need=medical&who=adult&step=group")
    choose(page, "都没有")
    assert "要问清" in results(page)
    assert page.locator("[data-part=results] .offer:visible").count()


def test_who_is_faster_than_the_data_is_not_forgotten(reader: Reader) -> None:
    held: list[Route] = []
    reader.context.route("**/find/data/rules.json", lambda route: held.append(route))
    page = reader.opens("find/")
    choose(page, "河西区")
    held[0].continue_()
    expect(page.get_by_text("哪方面有难处？")).to_be_visible()
    expect(page.locator(".strip")).to_be_visible()


def test_where_one_lives_may_be_left_out(reader: Reader) -> None:
    page = reader.opens("find/")
    choose(page, "先不说住在哪里", "生活服务", "看结果")
    assert "您住在哪个区？" in results(page)


def test_clearing_takes_the_answers_out_of_the_address_and_the_way_back(reader: Reader) -> None:
    page = reader.opens("find/")
    choose(page, "河西区", "生活服务", "看结果")
    results(page)
    page.get_by_text("改或清除").click()
    choose(page, "清除回答")
    expect(page.get_by_text("您住在哪里？")).to_be_visible()
    assert "#" not in page.url
    page.go_back()
    assert "#" not in page.url


def test_an_old_address_with_a_question_mark_is_made_one_with_a_hash(reader: Reader) -> None:
    page = reader.opens(ASKED.replace("#?", "?"))
    results(page)
    assert "?" not in page.url.partition("#")[0]


def test_the_door_for_violence_leaves_no_trace_and_shows_nothing_that_comes_or_calls_home(reader: Reader) -> None:
    page = reader.opens("find/")
    address = page.url
    page.get_by_text("家里有人打我").click()
    door = page.locator("[data-door=violence]")
    expect(door.locator("a[href='tel:110']").first).to_be_visible()
    door.get_by_label("说了住在哪个区").select_option(label="河西区")
    expect(door.locator(".offer").first).to_be_visible()
    said = door.locator("[data-offers]").inner_text()
    assert "上门" not in said and "敲门" not in said
    assert page.url == address


def test_when_nothing_fits_it_says_what_the_state_gives_and_whom_to_call(reader: Reader) -> None:
    page = reader.opens("find/#?district=120103&need=medical&who=child&age=3&group=none&home=none&residence=none")
    results(page)
    expect(page.locator(".aid")).to_contain_text("最低生活保障")
    expect(page.locator(".aid a[href='tel:12345']")).to_be_visible()


def test_the_keyboard_alone_is_enough(reader: Reader) -> None:
    page = reader.opens("find/")
    expect(page.get_by_text("您住在哪里？")).to_be_visible()  # nothing that is hidden yet can be focused
    for name in ("河西区", "照料护理", "说不清", "老人"):
        button = page.locator("[data-step] button:visible").filter(has_text=name).first
        expect(button).to_be_visible()
        button.focus()
        page.keyboard.press("Enter")
    expect(page.locator("[data-step=group]")).to_be_visible()
    page.get_by_role("button", name="看结果").focus()
    page.keyboard.press("Enter")
    results(page)
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_without_a_script_districts_and_needs_are_plain_pages(visit: Visit) -> None:
    page = visit(width=PHONE, java_script_enabled=False).opens("find/")
    page.get_by_role("link", name="河西区").first.click()
    page.get_by_role("link", name="医疗救助").click()
    expect(page.locator("h1")).to_have_text("河西区：医疗救助")
    expect(page.locator(".offer").first).to_contain_text("谁能申请")
    assert page.locator(".offer .call").count() > 1


def test_when_the_data_cannot_be_loaded_the_plain_links_stay(reader: Reader) -> None:
    reader.context.route("**/find/data/*", lambda route: route.abort())
    page = reader.context.new_page()
    page.goto(reader.home + "find/")
    expect(page.get_by_role("link", name="河西区").first).to_be_visible()


@pytest.mark.parametrize(
    "address", ["find/", "find/#?district=120103&step=group", ASKED, "find/120103/", "find/120103/medical/"]
)
def test_pages_fit_a_narrow_screen_and_have_no_barriers(visit: Visit, address: str) -> None:
    page = visit(width=PHONE).opens(address)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    assert barriers(page) == []


def test_nothing_complains(reader: Reader) -> None:
    page = reader.opens(ASKED)
    results(page)
    assert reader.complaints == []
    assert page.evaluate("window.broken") == []
