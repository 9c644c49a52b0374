"""Rules in words: every event has a name, and every rule says when."""

from __future__ import annotations

import pytest

from generator.features.duties.rules import DutyRule
from generator.features.duties.subjects import EVENTS, SPANS
from generator.features.duties.timing_words import EVENT_NAMES, SPAN_NAMES, describe_timing
from tests.features.duties.catalogues import real_duties

RULES = {rule.id: rule for duty in real_duties() for rule in duty.versions}


def test_every_event_and_span_has_a_name() -> None:
    assert EVENT_NAMES.keys() == EVENTS
    assert SPAN_NAMES.keys() == SPANS


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_says_when_in_words(rule: DutyRule) -> None:
    words = describe_timing(rule)
    assert words and not words.endswith("。") and not any(sign.isascii() and sign.isalpha() for sign in words)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("annual-report-2026", "每年一次，最迟次年5月31日，从登记或认定为慈善组织的那一期算起"),
        ("supply-halfyear-2024", "每半年一次，最迟当期6月30日、12月31日"),
        ("trust-settlor-2026", "设立慈善信托以后 30 天以内"),
        ("fundraising-filing-2026", "最迟在公开募捐开始的 10 天以前"),
        (
            "project-progress-2026",
            "从项目开始起，至少每 3 个月一次，到项目结束为止；不超过 6 个月的不用；整期都在暂停的，本站不要求",
        ),
        ("privacy-2024", "随时遵守，没有日期，不逐条计算"),
    ],
)
def test_timing_in_words(rule: str, words: str) -> None:
    assert describe_timing(RULES[rule]) == words
