"""The chapter of what contradicts itself, and what all its findings say first: which records they are about."""

from __future__ import annotations

from generator.model.finding import Finding
from generator.model.record import Record
from generator.model.rule import Rule, RuleChapter

CONTRADICTIONS = RuleChapter(
    4,
    "项目公开和更正",
    "项目、组织和公开记录互相矛盾，或者公开期限算不出来。",
)


def contradiction(
    rule: Rule, record: Record, field: str, message: str, hint: str, other: Record | None = None
) -> Finding:
    """`record` is where to look first, `field` which value, `other` the record it disagrees with."""
    named = f"{_name(record)}与{_name(other)}：" if other else f"{_name(record)}："
    return Finding(rule, record, field, named + message, hint)


def _name(record: Record) -> str:
    return f"{record.dataset}/{record.key}"
