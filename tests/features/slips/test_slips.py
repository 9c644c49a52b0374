"""Slips in Chromium: what is typed into them is neither sent nor stored, and is gone when the page is left."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pypdf import PdfReader

from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.instances import build, make_site
from tests.servers import nginx

TYPED = "示例难处"
LONG = "一二三四五六七八九十" * 12
STORED = """async () => JSON.stringify([
  { ...localStorage }, { ...sessionStorage }, document.cookie,
  (await indexedDB.databases()).length, (await caches.keys()).length,
])"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("slips")
    build(make_site(folder / "instance", "minimal"), site=folder / "site")
    with nginx(folder / "site") as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)


def _fill(page: Page) -> None:
    for field in page.locator("[data-slip] .slip__line").all():
        field.fill(TYPED)
    for box in page.locator("[data-slip] input[type=checkbox]").all():
        box.check()


def _is_empty(page: Page) -> None:
    for field in page.locator("[data-slip] .slip__line").all():
        expect(field).to_have_value("")
    expect(page.locator("[data-slip] input:checked")).to_have_count(0)


@pytest.mark.parametrize("name", ["referral", "seen"])
def test_nothing_is_sent_or_stored_and_all_is_gone_on_leaving(chromium: Browser, home: str, name: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{home}slips/{name}/", wait_until="networkidle")
    title, stored, asked = page.title(), page.evaluate(STORED), []
    context.on("request", lambda request: asked.append(request.url))
    _fill(page)
    page.locator("[data-slip] .slip__line").first.press("Enter")
    page.pdf()
    assert asked == [] and page.evaluate(STORED) == stored and page.title() == title and TYPED not in title
    page.get_by_role("button", name="全部清空").click()
    _is_empty(page)
    _fill(page)
    page.reload(wait_until="networkidle")
    _is_empty(page)
    _fill(page)
    page.goto(home, wait_until="networkidle")
    page.go_back(wait_until="networkidle")
    _is_empty(page)
    assert [each for each in asked if not each.startswith(home)] == []
    context.close()


@pytest.mark.parametrize("name", ["referral", "seen"])
def test_no_field_can_be_sent_and_each_says_not_to_be_remembered(chromium: Browser, home: str, name: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}slips/{name}/")
    assert page.locator("[data-slip] [name], form [data-slip], [data-slip] form").count() == 0
    assert page.locator("[data-slip] :is(input, textarea):not([autocomplete=off])").count() == 0
    expect(page.get_by_role("button", name="打印")).to_be_hidden()
    context.close()


def _printed(page: Page) -> tuple[int, str]:
    """How many sheets of A4 it takes, and what can be read on them without breaks of lines."""
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    text = unicodedata.normalize("NFKC", "".join(sheet.extract_text() for sheet in sheets))
    return len(sheets), "".join(text.split())


ON_PAPER = {
    "referral": (
        "接收单位(只写一个,写全称)",
        "★病情、残疾情况",
        "不影响您申请政府救助",
        "或者按手印:",
        "接收单位各一份",
    ),
    "seen": ("有危险的,先打110、120,再填。", "知道,也同意", "您是哪个单位、什么岗位", "归入本人的档案"),
}


@pytest.mark.parametrize("name", ON_PAPER)
def test_an_empty_slip_is_one_sheet_with_nothing_else_on_it(chromium: Browser, home: str, name: str) -> None:
    page = chromium.new_page()
    page.goto(f"{home}slips/{name}/", wait_until="networkidle")
    sheets, text = _printed(page)
    assert sheets == 1 and [each for each in ON_PAPER[name] if each not in text] == []
    assert "反馈错误" not in text and "全部清空" not in text and "本页固定网址" not in text
    page.close()


@pytest.mark.parametrize("name", ON_PAPER)
def test_a_slip_that_is_kept_as_pdf_can_be_read_aloud(chromium: Browser, home: str, name: str) -> None:
    page = chromium.new_page()
    page.goto(f"{home}slips/{name}/", wait_until="networkidle")
    document: Any = PdfReader(io.BytesIO(page.pdf(tagged=True))).trailer["/Root"]
    kinds = Counter(_kinds(document["/StructTreeRoot"]))
    assert document["/MarkInfo"]["/Marked"]
    assert kinds["/H1"] == 1 and kinds["/H2"] >= 1 and kinds["/Form"] >= 1
    page.close()


def _kinds(element: Any) -> Iterator[str]:
    """What each part of a document is, as its structure names it."""
    children = element.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        node = child.get_object()
        if not isinstance(node, int):
            yield str(node.get("/S", ""))
            yield from _kinds(node)


@pytest.mark.parametrize("name", ON_PAPER)
def test_what_is_typed_is_printed_whole_however_long(chromium: Browser, home: str, name: str) -> None:
    page = chromium.new_page()
    page.goto(f"{home}slips/{name}/", wait_until="networkidle")
    for field in (fields := page.locator("[data-slip] .slip__line").all()):
        field.fill(LONG)
    assert _printed(page)[1].count(LONG) == len(fields)
    page.close()


def test_the_way_in_to_slips_prints_on_one_sheet_and_begins_with_the_numbers(chromium: Browser, home: str) -> None:
    page = chromium.new_page()
    page.goto(f"{home}slips/", wait_until="networkidle")
    sheets, text = _printed(page)
    assert sheets == 1 and text.index("110") < text.index("转介单和同意书")
    page.close()
