"""What is wrong when figures of several disclosures cannot all be true."""

from __future__ import annotations

from generator.features.duties.contradiction_problems import CONTRADICTIONS, contradiction
from generator.model.finding import Finding
from generator.model.record import Record
from generator.model.rule import Rule, Severity

AMOUNT_FALLS = Rule(
    "amount-falls",
    Severity.WARNING,
    CONTRADICTIONS,
    7,
    title="累计数变小了",
    cause="按“累计数”公开的收入、支出、人数，后一次不会比前一次少。变小了，多半是这次写的是本期数。",
    mending="这次写的是本期数的，把数字口径改成“本期数”；前一次写错的，另加一条更正，写明原因。",
)


def amount_falls(later: Record, earlier: Record, measure: str, title: str) -> Finding:
    """A cumulative figure is less than that of the disclosure before; `title` is what people call the measure."""
    message = f"后一次公开的{title}比前一次少，累计数不会变小。"
    hint = "前一次写错的，另加一条更正并写明原因；这一次写的是本期数的，把数字口径改为“本期数”。"
    return contradiction(AMOUNT_FALLS, later, measure, message, hint, earlier)


SPENDING_ABOVE_RECEIPTS = Rule(
    "spending-above-receipts",
    Severity.WARNING,
    CONTRADICTIONS,
    8,
    title="支出比收入多",
    cause="到这次公开为止，公布过的支出合计比收入合计还多。可能漏写了收入，也可能用了组织的其他资金。",
    mending="漏写的补上；用了本组织其他资金的，在内容摘要里写明，收入照实写。",
)


def spending_above_receipts(disclosure: Record, other: Record) -> Finding:
    """Where it first shows; `other` is the last that speaks of receipts, else the project."""
    message = "到这一次公开为止，支出合计比公布过的收入合计多。"
    hint = "漏写收入的补上；用了本组织其他资金的，在内容摘要里写明。"
    return contradiction(SPENDING_ABOVE_RECEIPTS, disclosure, "spending", message, hint, other)


AMOUNT_RULES = (
    AMOUNT_FALLS,
    SPENDING_ABOVE_RECEIPTS,
)
