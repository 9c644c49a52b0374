"""One page of each kind, as it was accepted; `make golden` accepts what is drawn now, and git shows what changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Golden
from tests.pages import article, outline

FOLDER = Path(__file__).parent / "golden"
PAGES = {
    "home": "",
    "organization": "organizations/shili-jijinhui/",
    "project": "projects/p2026-001/",
    "supply": "supply/2026H2/990101-001/",
    "listing": "projects/",
    "filter": "projects/category/medical/",
    "district": "divisions/990101/",
    "township": "divisions/990101001/",
    "dictionary": "dictionary/reviewers/",
    "duties": "duties/",
    "statistics": "statistics/",
    "search": "search/",
    "finder": "find/",
    "finder-advice": "find/990101/medical/",
    "finder-policy": "find/policy/",
    "emergency": "emergency/",
    "window": "windows/990101001-01/",
    "packs": "packs/",
    "gaps": "gaps/",
    "call": "calls/2025-anli/",
    "case": "cases/2025-shili/",
    "collection": "collections/2025-anliji/",
    "award": "awards/2026-cishanjiang/",
    "honours": "honours/",
    "calendar": "calendar/",
    "feedback": "feedback/",
    "catalogues": "catalogues/",
    "rule": "disclosure/annual-report-2026/",
    "problems": "problems/",
    "problem": "problems/telephone/",
    "hsds": "hsds/",
}
"""Pages of what `mingshan init` makes, with what it has none of; by the name of the file that was accepted."""


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_of_each_kind_is_the_one_that_was_accepted(kind: str, begun: Path, golden: Golden) -> None:
    golden(FOLDER / f"{kind}.html", outline(article(begun, PAGES[kind])))


def test_a_record_with_every_type_and_format_is_the_one_that_was_accepted(complete: Path, golden: Golden) -> None:
    golden(FOLDER / "every-format.html", outline(article(complete / "site", "clubs/calligraphy/")))
