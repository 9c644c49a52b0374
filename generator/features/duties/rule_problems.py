"""What is wrong with a rule of duties that could never work."""

from __future__ import annotations

from collections.abc import Iterable

from generator.features.duties.contradiction_problems import CONTRADICTIONS, contradiction
from generator.model.finding import Finding
from generator.model.record import Record
from generator.model.rule import Rule, Severity

RULE_UNKNOWN_WORD = Rule(
    "rule-unknown-word",
    Severity.ERROR,
    CONTRADICTIONS,
    13,
    title="公开规则里有不认得的词",
    cause=(
        "data/disclosure 里的规则用固定的词写主体、起算办法和履行方式。词打错了，这条规则就不起作用，逾期也不会提醒。"
    ),
    mending="照提示里列出的词改。这些规则由市级管理人员维护。",
)


def rule_unknown_words(rule: Record, field: str, unknown: Iterable[str], known: Iterable[str]) -> Finding:
    """Words that bind nobody, and those that could stand there."""
    message = f"{'、'.join(unknown)}不是本站认得的词，这条规则不会起作用。"
    return contradiction(RULE_UNKNOWN_WORD, rule, field, message, f"可以写：{'、'.join(sorted(known))}。")


RULE_INCOMPLETE_TIMING = Rule(
    "rule-incomplete-timing",
    Severity.ERROR,
    CONTRADICTIONS,
    14,
    title="公开规则的期限算不出来",
    cause="起算办法和期限对不上，例如每年固定日期的没有写日期，或写了不存在的一天（02-30）。",
    mending="每年固定日期的，写各期最迟日期；从某件事起算的，写月数或日数。",
)


def rule_incomplete_timing(rule: Record, field: str) -> Finding:
    """A number that the rule's way of reckoning needs is missing in `field`, or wrong."""
    hint = "每年固定日期的写每期几个月和各期最迟日期；其他的写起算的事情、月数或日数，持续期间的还写到哪件事为止。"
    return contradiction(RULE_INCOMPLETE_TIMING, rule, field, "起算办法和期限对不上，期限算不出来。", hint)


RULES_OVERLAP = Rule(
    "rules-overlap",
    Severity.ERROR,
    CONTRADICTIONS,
    15,
    title="两条规则同时有效",
    cause="法规修改以后，新旧两条规则在同一天都有效，同一件事会被提醒两次。",
    mending="在旧规则上写“失效前一日”，就是新规则施行日期的前一天。",
)


def rules_overlap(earlier: Record, later: Record) -> Finding:
    """Two wordings of one duty hold on one day."""
    message = "同一义务的两条规则在同一天都有效。"
    hint = "前一条写上失效前一日，就是后一条施行日期的前一天。"
    return contradiction(RULES_OVERLAP, earlier, "valid_to", message, hint, later)


RULE_RULES = (
    RULE_UNKNOWN_WORD,
    RULE_INCOMPLETE_TIMING,
    RULES_OVERLAP,
)
