"""Records that contradict each other become findings that name both."""

from __future__ import annotations

from generator.model.finding import Finding
from generator.model.record import Record
from generator.model.rule import Rule


def contradiction(
    rule: Rule, record: Record, field: str, message: str, hint: str, other: Record | None = None
) -> Finding:
    """`record` is where to look first, `field` which value, `other` the record it disagrees with."""
    named = f"{_name(record)}与{_name(other)}：" if other else f"{_name(record)}："
    return Finding(rule, record, field, named + message, hint)


def _name(record: Record) -> str:
    return f"{record.dataset}/{record.key}"
