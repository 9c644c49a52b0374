"""What is wrong with what authorities enter of themselves and of organisations."""

from __future__ import annotations

from generator.features.duties.contradiction_problems import CONTRADICTIONS, contradiction
from generator.model.finding import Finding
from generator.model.record import Record
from generator.model.rule import Rule, Severity

PENALTY_WITHOUT_END = Rule(
    "penalty-without-end",
    Severity.WARNING,
    CONTRADICTIONS,
    26,
    title="处罚没有写公示到哪天为止",
    cause="处罚过了公示期就不再显示。没有写到哪天为止的，会一直显示在组织的页面上。",
    mending="照处罚公示的期限写“到哪天为止”。",
)


def penalty_without_end(event: Record) -> Finding:
    """It would be shown for ever."""
    return contradiction(
        PENALTY_WITHOUT_END, event, "ends_on", "处罚没有写公示到哪天为止，会一直显示。", "补上到哪天为止。"
    )


AUTHORITY_DISCLOSURE_OF_OTHERS = Rule(
    "authority-disclosure-of-others",
    Severity.ERROR,
    CONTRADICTIONS,
    27,
    title="写的不是民政部门自己的义务",
    cause="“民政部门应当公开的”只列民政部门自己的义务。写了慈善组织或者项目的义务，这一条不会显示在任何地方。",
    mending="写民政部门的那条义务，它们列在“民政部门应当公开的”那一页；组织的公开记录写在组织的报告里。",
)


def duty_of_others(disclosure: Record, rule: Record) -> Finding:
    """The duty is one of organisations or projects, and has no place on an authority's page."""
    message, hint = "这条不是民政部门自己的义务。", "写民政部门的那条义务的规则编号。"
    return contradiction(AUTHORITY_DISCLOSURE_OF_OTHERS, disclosure, "rule", message, hint, rule)


AUTHORITY_RULES = (
    PENALTY_WITHOUT_END,
    AUTHORITY_DISCLOSURE_OF_OTHERS,
)
