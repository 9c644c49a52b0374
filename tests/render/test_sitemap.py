"""Site maps: absolute addresses, split where the protocol wants it."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

from generator.render.sitemap import SITEMAP_LARGEST, render_sitemaps

NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def _found(text: str, path: str) -> list[str | None]:
    return [each.text for each in ElementTree.fromstring(text).iterfind(path, NAMES)]


def test_every_page_stands_with_its_whole_address_and_the_day_it_changed() -> None:
    files = render_sitemaps("https://example.org/a/", [("", None), ("甲/b&c/", date(2026, 1, 31))])
    assert _found(files["sitemap.xml"], "url/loc") == [
        "https://example.org/a/",
        "https://example.org/a/%E7%94%B2/b%26c/",
    ]
    assert _found(files["sitemap.xml"], "url/lastmod") == ["2026-01-31"]


def test_more_pages_than_one_file_may_hold_make_an_index_of_several() -> None:
    files = render_sitemaps("https://example.org/", ((f"{at}/", None) for at in range(SITEMAP_LARGEST + 1)))
    assert _found(files["sitemap.xml"], "sitemap/loc") == [
        "https://example.org/sitemap-1.xml",
        "https://example.org/sitemap-2.xml",
    ]
    assert len(_found(files["sitemap-2.xml"], "url/loc")) == 1


def test_a_site_that_does_not_know_its_address_has_none() -> None:
    assert render_sitemaps("", [("", None)]) == {}
