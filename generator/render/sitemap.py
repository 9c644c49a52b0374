"""The addresses of all pages to the site maps that search engines read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from html import escape

from generator.model.addresses import url_path

SITEMAP_LARGEST = 50_000
"""Addresses one file may hold, by the protocol of sitemaps.org."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def render_sitemaps(site_url: str, pages: Iterable[tuple[str, date | None]]) -> Mapping[str, str]:
    """Files by address: `sitemap.xml` with every page and the day its source last changed, or an index of several.

    A site that does not know its own address has no site map: the protocol wants absolute ones.
    """
    if not site_url:
        return {}
    entries = [_entry(site_url, address, changed) for address, changed in pages]
    if len(entries) <= SITEMAP_LARGEST:
        return {"sitemap.xml": _pages(entries)}
    starts = range(0, len(entries), SITEMAP_LARGEST)
    parts = {
        f"sitemap-{at}.xml": _pages(entries[start : start + SITEMAP_LARGEST]) for at, start in enumerate(starts, 1)
    }
    listed = "".join(f"<sitemap><loc>{escape(site_url + name, quote=False)}</loc></sitemap>\n" for name in parts)
    return {"sitemap.xml": f"{_HEAD}<sitemapindex {_NAMESPACE}>\n{listed}</sitemapindex>\n", **parts}


def _entry(site_url: str, address: str, changed: date | None) -> str:
    day = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
    return f"<url><loc>{escape(site_url + url_path(address), quote=False)}</loc>{day}</url>\n"


def _pages(entries: Iterable[str]) -> str:
    return f"{_HEAD}<urlset {_NAMESPACE}>\n{''.join(entries)}</urlset>\n"
