"""What exposes a person is found; what only looks like it is not; the published figures are the measured ones."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.privacy import found_kinds, read_sentences, score
from generator.check.personal.detection import find_exposures, is_hotline
from generator.check.personal.exposures import MARK_LENGTH, ExposureKind, mark_of

SENTENCES = read_sentences()
PAGE = (Path(__file__).resolve().parents[3] / "content" / "privacy.md").read_text("utf-8")


def test_there_are_at_least_two_hundred_labelled_sentences() -> None:
    assert len(SENTENCES) >= 200 and sum(not each.kinds for each in SENTENCES) >= 100


@pytest.mark.parametrize(("half", "name"), [("tuning", "调整用"), ("held-out", "检验用")])
def test_the_public_page_tells_the_measured_precision_and_recall(half: str, name: str) -> None:
    chosen = [each for each in SENTENCES if each.half == half]
    result = score(chosen)
    said = f"**{name}**：{len(chosen)} 句，查出来的 {result.precision:.1%} 是对的，应当查出的查出 {result.recall:.1%}。"
    assert said in PAGE
    assert result.precision >= 0.97 and result.recall >= 0.95


@pytest.mark.parametrize("kind", ExposureKind)
def test_every_kind_is_found_somewhere_and_never_where_nothing_is(kind: ExposureKind) -> None:
    result = score(SENTENCES, frozenset({kind.value}))
    assert result.right and result.recall >= 0.85 and not result.wrong


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("爷爷胡子拉碴，没人管", set()),
        ("孙女胡子涵，今年九岁", {"name"}),
        ("学用微信 child-guidance", set()),
        ("加微信 shili-88", {"messenger"}),
        ("微信号：shili-jia", {"messenger"}),
    ],
)
def test_a_word_that_begins_like_a_name_or_an_account_is_none(text: str, kinds: set[str]) -> None:
    assert found_kinds(text) == kinds


def test_a_pseudonym_marked_as_such_is_the_way_out() -> None:
    assert found_kinds("受助老人何淑贤说，灯修好了。") == {"name"}
    assert not found_kinds("受助老人何淑贤（化名）说，灯修好了。")


def test_a_number_that_an_organisation_publishes_is_its_hotline_with_or_without_area_code() -> None:
    (found,) = find_exposures("老人家里电话是55500108。")
    assert is_hotline(found, {"02255500108"}) and not is_hotline(found, {"02255500109"})


@given(st.text(alphabet="张李王受助人患者名叫住村号楼单元室出生于年月日0123456789 -，。（）", max_size=60))
def test_findings_lie_inside_the_text_in_order_and_never_overlap(text: str) -> None:
    found = find_exposures(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@given(st.sampled_from(list(ExposureKind)), st.text(max_size=30))
def test_a_mark_is_short_and_always_the_same(kind: ExposureKind, value: str) -> None:
    assert mark_of(kind, value) == mark_of(kind, value) and len(mark_of(kind, value)) == MARK_LENGTH
