"""A page's address and title to where a reader says that something on it is wrong."""

from __future__ import annotations

from urllib.parse import quote

from generator.model.addresses import ERROR_FORM, ERROR_PAGE
from generator.model.project import Settings


def report_url(settings: Settings, address: str, title: str) -> str:
    """Where a reader reports an error on a page: the place set for it, else GitHub's form, else nowhere (empty)."""
    wanted = settings.report_url or _error_form(settings)
    return wanted.replace("{address}", quote(address)).replace("{title}", quote(title))


def _error_form(settings: Settings) -> str:
    """The repository's form with the page filled in; other forges have no such forms."""
    if not settings.repository.startswith("https://github.com/"):
        return ""
    filled = f"template={ERROR_FORM}.yml&title={{title}}&{ERROR_PAGE}={quote(settings.site_url, safe='')}{{address}}"
    return f"{settings.repository}/issues/new?{filled}"
