"""What is said of a catalogue's freshness."""

from __future__ import annotations

from datetime import date

import pytest

from generator.features.editions.freshness import judge
from generator.features.editions.freshness_sentences import explain, freshness_row, verdict
from generator.features.editions.place_editions import Edition
from tests.builders import dataset, record

SUPPLY = dataset("supply")
H1 = Edition("120103", "2026H1", (record(SUPPLY, "a"), record(SUPPLY, "b")), (date(2026, 3, 1),))


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2026, 6, 30), "本期已更新", "2026年上半年的目录已经有了，共 2 项（1 项没有核对日期）"),
        (
            date(2026, 7, 1),
            "等待更新",
            "2026年下半年的目录还没有，最迟 2026年12月31日；2026年上半年的目录有 2 项（1 项没有核对日期）",
        ),
        (date(2027, 1, 1), "迟报 1 天", "2026年下半年的目录应当在 2026年12月31日以前更新，已经过了 1 天"),
        (date(2027, 2, 1), "逾期 32 天", "已经过了 32 天"),
        (date(2027, 4, 1), "严重逾期 91 天", "最近核对是 2026年3月1日"),
    ],
)
def test_the_verdict_is_short_and_the_sentence_gives_the_reasons(day: date, short: str, long: str) -> None:
    found = judge("120103", (H1,), day, bound=True)
    assert verdict(found) == short
    assert long in explain(found)


def test_a_place_without_any_is_said_to_have_none() -> None:
    assert explain(judge("120103001", (), date(2026, 7, 1), bound=False)) == "本站没有这里自己的目录。"


def test_a_row_says_whose_rule_it_is_and_holds_plain_values_only() -> None:
    row = freshness_row("河西区", judge("120103", (H1,), date(2027, 1, 1), bound=True))
    assert row["required_by_policy"] is True
    assert (row["status"], row["days_late"], row["due"]) == ("late", 1, "2026-12-31")
    assert {type(value) for value in row.values()} <= {str, int, bool, type(None)}
