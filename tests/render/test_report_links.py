"""What every page knows of itself."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.render.report_links import report_url
from tests.store.test_standing import SETTINGS

SITE = replace(SETTINGS, site_url="https://example.org/a/", report_url="", repository="https://github.com/o/r")


def test_an_error_is_reported_where_the_site_says() -> None:
    mailed = replace(SITE, report_url="mailto:a@example.org?subject={title}&body={address}")
    assert (
        report_url(mailed, "x/甲/", "标 题") == "mailto:a@example.org?subject=%E6%A0%87%20%E9%A2%98&body=x/%E7%94%B2/"
    )


def test_else_the_form_of_the_repository_opens_with_the_page_filled_in() -> None:
    parts = urlsplit(report_url(SITE, "x/甲/", "标&题"))
    assert (parts.netloc, parts.path) == ("github.com", "/o/r/issues/new")
    filled = {"template": ["report-error.yml"], "title": ["标&题"], "page": ["https://example.org/a/x/甲/"]}
    assert parse_qs(parts.query) == filled


@pytest.mark.parametrize("repository", ["", "https://gitee.com/o/r", "https://github.com.example.org/o/r"])
def test_other_forges_have_no_such_form(repository: str) -> None:
    assert report_url(replace(SITE, repository=repository), "x/", "标题") == ""
