"""What only the whole flow can find wrong: the rules of what joins the stages."""

from __future__ import annotations

from generator.model.chapters import RUNNING
from generator.model.rule import Rule, Severity

AUDIT_MISSING = Rule(
    "audit-missing",
    Severity.ERROR,
    RUNNING,
    90,
    title="有统计表，却没有攻击统计表的检查",
    cause="数据里声明了统计表（dataset.yaml 的 statistics），可是程序里负责攻击它的那一项功能被拿掉了。没有攻击过的统计不能公布。",
    mending="把 generator/features/ 里的 statistics 和它在总表里的一行放回来；不公布统计的，删去声明里的 statistics。",
    bad="FEATURES 里没有 STATISTICS，data/statistics/ 里有统计表。",
    good="FEATURES 里有 STATISTICS，或者没有数据集声明 statistics。",
)
RULES = (AUDIT_MISSING,)
