from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.features.changes.changed_file_kinds import ChangedKind
from generator.features.changes.review import ChangeView, FieldView, FileView, GroupView, PassageView, Review, Risk
from generator.features.changes.review_documents import CHANGES_LARGEST, read_review, write_review
from generator.features.changes.review_summary import LONGEST_SUMMARY, review_summary
from generator.features.changes.review_text import review_text
from generator.model.change import ChangeKind
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

texts = st.text(st.characters(exclude_categories=("Cs", "Nd")), max_size=30)
"""Without digits: what looks like somebody's number is covered when it is written."""
numbers = st.none() | st.integers(1, 10**6)
OURS = (
    *("## ", "### ", "**", "- ", "  - ", "| ", "<details>", "</details>", "没有变化：", "还有 "),
    *("这是提交 `", "按分工由 `", "变化太多", "打过去、点开、", "改过又改了回去的", "图片上的字机器没有读"),
)
leads = st.lists(texts, max_size=2).map(tuple)
fields = st.builds(FieldView, texts, texts, texts, texts, leads, leads)
passages = st.builds(PassageView, texts, texts, texts, leads, leads)
files = st.builds(
    FileView,
    texts,
    st.sampled_from(ChangedKind),
    st.sampled_from(ChangeKind),
    st.sampled_from(Risk),
    texts,
    st.lists(passages, max_size=2).map(tuple),
    st.integers(0, 9),
    leads,
)
changes = st.builds(
    ChangeView, st.sampled_from(ChangeKind), texts, texts, texts, texts, st.lists(fields, max_size=3).map(tuple), texts
)
groups = st.builds(GroupView, texts, texts, st.lists(changes, max_size=3).map(tuple), st.integers(0, 9))
places = st.builds(Location, texts, numbers, numbers, numbers, st.none() | texts)
rules = st.builds(Rule, texts, st.sampled_from(Severity))
problems = st.builds(Problem, rules, places, texts, texts, st.none() | texts)
reviews = st.builds(
    Review,
    st.lists(groups, max_size=3).map(tuple),
    st.lists(problems, max_size=4).map(tuple),
    st.integers(0, 4),
    st.lists(files, max_size=3).map(tuple),
    leads,
    texts,
    st.integers(0, 9),
)


@given(reviews)
def test_what_was_written_is_read_again(review: Review) -> None:
    assert read_review(write_review(review).encode()) == review


@given(reviews)
def test_whatever_a_review_holds_its_summary_has_no_markup_but_ours(review: Review) -> None:
    lines = review_summary(review).splitlines()
    assert [line for line in lines if line and not line.startswith(OURS)] == []
    assert sum(line.startswith("## ") for line in lines) == 1


def spoilt(*changes: dict[str, object]) -> tuple[bytes, ...]:
    """A good document with one entry exchanged."""
    good = json.loads(write_review(Review((), (), 0)))
    return tuple(json.dumps({**good, **change}).encode() for change in changes)


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"version": 1, "groups": [], "problems": [], "own": 0}',
        *spoilt({"groups": {}}, {"own": -1}, {"problems": [{"rule": 1}]}, {"commit": 1}, {"files": [{"path": "x"}]}),
        *spoilt({"groups": [{"dataset": "x", "title": "x", "changes": [{"kind": "no"}]}]}, {"undone": ["x"] * 6_000}),
        b" " * (CHANGES_LARGEST + 1),
    ],
    ids=range(14),
)
def test_anything_else_is_a_problem(document: bytes) -> None:
    found = read_review(document)
    assert isinstance(found, Problem)
    assert found.rule.code == "review-unreadable"


def test_nobody_is_called_and_nothing_is_linked_or_shown_from_elsewhere() -> None:
    words = "@everyone #1 ![x](https://example.org/x.png) <img src=x> [x](javascript:1) https://example.org `a` | b"
    problem = Problem(Rule("x", Severity.ERROR), Location("data/x.csv", 1), words, words)
    change = ChangeView(ChangeKind.CHANGED, "k", "k", words, "", (FieldView("f", words, words, words),))
    summary = review_summary(Review((GroupView("x", words, (change,), 0),), (problem,), 1))
    (row,) = (line for line in summary.splitlines() if line.startswith("| 错误"))
    assert row.count("|") == 5 + row.count("\\|")  # five of the table, the others escaped
    for sign in ("@", "#1", "[", "<img", "https:"):
        assert sign not in outside_code(summary), sign


def outside_code(markdown: str) -> str:
    """What Markdown may still act on: neither escaped signs nor code spans."""
    return re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", re.sub(r"\\.", "", markdown))


def test_a_summary_is_never_too_long_for_a_comment() -> None:
    problem = Problem(Rule("x", Severity.ERROR), Location("data/x.csv", 1), "长" * 1000, "短")
    view = FileView(
        "content/" + "长" * 200,
        ChangedKind.ARTICLE,
        ChangeKind.CHANGED,
        Risk.LEADS,
        "",
        (PassageView("第 1 行", "旧" * 300, "新" * 300, ("1" * 200,), ("2" * 200,)),) * 200,
        0,
        (),
    )
    fields = (FieldView("f", "甲", "旧" * 300, "新" * 300, ("1" * 200,) * 40, ("2" * 200,) * 40),) * 50
    group = GroupView("x", "乙", (ChangeView(ChangeKind.CHANGED, "k", "k", "名", "", fields),) * 50, 0)
    full = Review(
        (group,) * 3, (problem,) * 200, 100, (view, view._replace(kind=ChangedKind.PROGRAM)) * 20, ("x" * 99,) * 999
    )
    assert len(review_summary(full)) <= LONGEST_SUMMARY


def test_the_document_is_plain_json() -> None:
    empty = {"files": [], "groups": [], "problems": [], "undone": []}
    counts = {"version": 2, "own": 0, "unlisted": 0, "commit": ""}
    assert json.loads(write_review(Review((), (), 0))) == empty | counts


@pytest.mark.parametrize(
    ("kind", "how", "is_said"),
    [
        (ChangedKind.PICTURE, ChangeKind.ADDED, True),
        (ChangedKind.ATTACHMENT, ChangeKind.CHANGED, True),
        (ChangedKind.PICTURE, ChangeKind.REMOVED, False),
        (ChangedKind.ARTICLE, ChangeKind.ADDED, False),
    ],
)
def test_a_reviewer_is_told_that_nobody_read_the_pictures(kind: ChangedKind, how: ChangeKind, is_said: bool) -> None:
    view = FileView("content/files/a.png", kind, how, Risk.PUBLIC, "", (), 0, ())
    review = Review((), (), 0, (view,), (), "", 0)
    assert ("没有读" in review_summary(review)) is is_said
    assert ("没有读" in review_text(review)) is is_said
