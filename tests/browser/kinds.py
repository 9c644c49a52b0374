"""Every kind of page the site has, one or two of each: new kinds of records and topics come in by themselves."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from generator.model.page import Page as Planned
from generator.model.page import RecordSubject
from tests.browser.conftest import Reader, Site

COMBINED = "supply/?category=medical&district=120103"
FOUND = "search/?q=助学"
RESULTS = "[data-part=results] > li"
OTHERS = ("", "supply/category/medical/", "supply/page/2/", "divisions/12/", "no/such/page/")


def kinds(site: Site) -> tuple[str, ...]:
    """Addresses: of each template and dataset the fullest page (of records the emptiest too), prose, script's work."""
    pages = site.checked.plan.pages
    fullest = {_kind(page): page.address for page in sorted(pages, key=lambda page: _size(site, page))}
    records = sorted(pages, key=lambda page: -_size(site, page))
    emptiest = {_kind(page): page.address for page in records if isinstance(page.subject, RecordSubject)}
    prose = (each.address for each in site.checked.content if each.address)
    return tuple(dict.fromkeys((*OTHERS, *prose, *fullest.values(), *emptiest.values(), FOUND, COMBINED)))


def templates_of(site: Site) -> dict[str, str]:
    """What draws each address; all prose is drawn by one."""
    prose = {each.address: "prose" for each in site.checked.content}
    return prose | {page.address: page.template for page in site.checked.plan.pages}


def open_kind(reader: Reader, address: str) -> Page:
    """The page, complete with what scripts draw into it."""
    page = reader.opens(address)
    if address in (FOUND, COMBINED):
        expect(page.locator(RESULTS).first).to_be_visible()
    return page


def _kind(page: Planned) -> tuple[str, str]:
    return page.template, page.frame


def _size(site: Site, page: Planned) -> int:
    return (site.folder / page.address / "index.html").stat().st_size
