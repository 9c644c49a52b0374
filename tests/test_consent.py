"""Withdrawn and expired: the address stays, the words go, and nobody else's check fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.problem import has_errors
from generator.model.rule import Severity
from tests.demonstration import checked, copy_demonstration, found
from tests.later_site import later_site

ENDED = "2025-jujia-kangfu"
"""The consent of this case ends on 31 December 2026."""


@pytest.fixture(scope="module")
def later() -> Path:
    """The site built a month after a consent ended."""
    site, problems = later_site()
    assert not has_errors(problems) and "consent-ending" in {each.rule.code for each in problems}
    return site


def test_an_ended_consent_is_advice_and_takes_text_pictures_and_card_away(later: Path) -> None:
    page = (later / f"cases/{ENDED}/index.html").read_text("utf-8")
    assert "届满" in page and "冰箱门上" in page and "出院不等于康复" not in page and ".webp" not in page
    assert not list((later / f"cases/{ENDED}").glob("*.webp")) and not (later / f"cases/{ENDED}/card.png").exists()


def test_an_ended_text_is_in_no_download_either(later: Path) -> None:
    for name in ("cases.csv", "cases.json"):
        assert "出院不等于康复" not in (later / "downloads" / name).read_text("utf-8")


def test_a_withdrawn_case_keeps_its_address_and_says_why(later: Path) -> None:
    assert "改变了主意" in (later / "cases/2025-jieban-tongxing/index.html").read_text("utf-8")


def test_a_withdrawn_case_that_still_has_its_text_is_an_error(tmp_path: Path) -> None:
    root = copy_demonstration(tmp_path)
    page = root / "content/cases/2025/2025-jieban-tongxing/index.md"
    page.write_text(page.read_text("utf-8") + "\n## 背景\n\n还在这里。\n", "utf-8")
    assert [each.severity for each in found(root, "case-withdrawn-text")] == [Severity.ERROR]


def test_a_name_is_refused_until_consent_covers_it(tmp_path: Path) -> None:
    root = copy_demonstration(tmp_path)
    page = root / "content/cases/2026/2026-aixin-canzhuo/index.md"
    page.write_text(page.read_text("utf-8").replace("## 成效\n\n", "## 成效\n\n受助老人何淑贤每天来。"), "utf-8")
    (fault,) = found(root, "name")
    assert fault.location.line and "何淑贤" not in fault.message
    page.write_text(page.read_text("utf-8").replace("consent_scope: [story]", "consent_scope: [story, name]"), "utf-8")
    assert not found(root, "name")


def test_a_reviewed_exception_clears_one_finding_and_a_stale_one_is_told(tmp_path: Path) -> None:
    root = copy_demonstration(tmp_path)
    page = root / "content/about.md"
    page.write_text(page.read_text("utf-8") + "\n值班手机 13800000001。\n", "utf-8")
    (fault,) = found(root, "mobile")
    mark = fault.message.partition("标记 ")[2][:5]
    row = f"x1,content/about.md,mobile,{mark},单位值班手机不属于个人,示例审核岗,2026-11-20\n"
    head = "id,file,kind,mark,reason,reviewer,reviewed_on\n"
    (root / "data/privacy_exceptions/reviewed.csv").write_text(head + row, "utf-8")
    assert not [each for each in checked(root).problems if each.rule.code in ("mobile", "exception-unused")]
    page.write_text(page.read_text("utf-8").replace("13800000001", "13800000002"), "utf-8")
    assert found(root, "mobile") and found(root, "exception-unused")


def test_a_figure_without_a_source_and_a_number_the_source_does_not_hold_are_warned_of(tmp_path: Path) -> None:
    root = copy_demonstration(tmp_path)
    page = root / "content/cases/2026/2026-aixin-canzhuo/index.md"
    page.write_text(
        page.read_text("utf-8").replace("老人151人", "老人152人").replace("value: 906", "value: 907"), "utf-8"
    )
    assert {each.severity for each in found(root, "figure-unbacked")} == {Severity.WARNING}
    assert len(found(root, "figure-not-in-source")) == 1
