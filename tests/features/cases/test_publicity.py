"""Lengths, figures, days and marks of the publicity side."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.features.calls.call_state import CallState, call_status
from generator.features.cases.case_sections import count_characters, find_images, find_markup, split_parts
from generator.model.quantities import find_quantities

DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def test_lengths_count_characters_and_one_for_a_number_or_a_latin_word() -> None:
    assert count_characters("帮了 1,280 人，用 Excel 记。![](a.jpg)") == 7


def test_sections_keep_their_lines_and_notes_to_the_author_do_not_count() -> None:
    parts = split_parts("导语\n\n## 背景\n\n<!-- 写\n什么 -->\n\n正文\n## 做法 ##\n")
    assert [(part.title, part.text.strip(), part.line) for part in parts] == [
        ("", "导语", 0),
        ("背景", "正文", 2),
        ("做法", "", 8),
    ]


def test_web_code_is_found_outside_code_and_notes_only() -> None:
    assert [name for name, _ in find_markup("<b>x</b> `<i>` <!-- <u> --> [x](javascript:1) 3 < 5")] == [
        "b",
        "b",
        "javascript",
    ]


def test_pictures_are_found_with_their_lines() -> None:
    assert list(find_images("a\n\n![说明](b.jpg)")) == [("b.jpg", 2)]


def test_figures_are_numbers_of_people_households_times_and_money() -> None:
    found = [
        (each.value, each.unit)
        for each in find_quantities("帮助1,280名老人、16.5万元、2809户，2026年3月1日第12期，3个人。")
    ]
    assert found == [(Decimal(1280), "人"), (Decimal(165000), "元"), (Decimal(2809), "户")]


@given(st.integers(10, 10**9))
def test_a_figure_reads_the_same_with_and_without_commas(value: int) -> None:
    plain, grouped = find_quantities(f"共{value}元"), find_quantities(f"共{value:,}元")
    assert [each.value for each in plain] == [each.value for each in grouped] == [Decimal(value)]


@given(DAYS, st.integers(0, 400), DAYS)
def test_a_call_is_open_on_both_its_ends_and_counts_down_by_one_a_day(opens: date, length: int, day: date) -> None:
    closes = opens + timedelta(days=length)
    status, tomorrow = call_status(opens, closes, day), call_status(opens, closes, day + timedelta(days=1))
    assert (status.state in (CallState.OPEN, CallState.CLOSING)) == (opens <= day <= closes)
    if status.state is tomorrow.state and status.days is not None and tomorrow.days is not None:
        assert status.days - tomorrow.days == 1
