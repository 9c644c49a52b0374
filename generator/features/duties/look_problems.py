"""What is wrong with a record of looking elsewhere: it shows nowhere, proves nothing or does not count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.features.duties.contradiction_problems import CONTRADICTIONS, contradiction
from generator.model.calendar import chinese_date
from generator.model.finding import Finding
from generator.model.record import Record
from generator.model.rule import Rule, Severity

LOOK_AT_NOBODY = Rule(
    "look-at-nobody",
    Severity.ERROR,
    CONTRADICTIONS,
    16,
    title="查的是谁，本站找不到",
    cause="再查的记录里写的编号，在这条义务约束的组织、项目或者地区里没有，查的结果不会显示在任何地方。",
    mending="照待查清单里的编号写；不要改清单里已经填好的栏目。",
)


def look_at_nobody(look: Record, rule: Record) -> Finding:
    """The key is none of those that the rule is about."""
    message = "这条义务约束的对象里没有这个编号。"
    return contradiction(LOOK_AT_NOBODY, look, "subject", message, "照待查清单里的编号写。", rule)


LOOK_INCOMPLETE = Rule(
    "look-incomplete",
    Severity.ERROR,
    CONTRADICTIONS,
    17,
    title="再查的记录没有写全",
    cause="查到了的要有网址和公布日期，别人才能去看；书面询问要有文号；有异议要有收到的日期。缺一样，就只是一句话。",
    mending="补上提示里说的栏目。查到了而没有网址的，写“没查成”。",
)


def look_without(look: Record, field: str, title: str) -> Finding:
    """`title` says in words what should stand in the field."""
    return contradiction(LOOK_INCOMPLETE, look, field, f"没有写{title}。", f"补上{title}。")


LOOK_NOT_COUNTED = Rule(
    "look-not-counted",
    Severity.WARNING,
    CONTRADICTIONS,
    18,
    title="这次再查不算数",
    cause="还没有过最迟日期就查的，或者没有到那条义务规定的地方查的，不能说明逾期；页面上仍然写“本站无记录”。",
    mending="过了最迟日期，到规定的地方再查一次，另记一条。",
)


def looked_elsewhere(look: Record, rule: Record) -> Finding:
    """The rule says where to look, and it was not there."""
    return _uncounted(look, rule, "looked_at", "不是这条义务规定要去查的地方，不算。")


def looked_too_early(look: Record, rule: Record) -> Finding:
    """It could still have come in time."""
    return _uncounted(look, rule, "looked_on", "还没有过最迟日期就查了，不算。")


def _uncounted(look: Record, rule: Record, field: str, message: str) -> Finding:
    return contradiction(LOOK_NOT_COUNTED, look, field, message, "过了最迟日期，到规定的地方再查一次。", rule)


LOOK_DAY_CHANGED = Rule(
    "look-day-changed",
    Severity.ADVICE,
    CONTRADICTIONS,
    25,
    title="最迟日期变了，查过的不再算",
    cause=(
        "再查是对某一天的期限查的。后来更正了项目、组织的日期或者规则，期限移到了另一天，或者这件事不用公开了，"
        "原来查过没有的就不再算，页面上又写“本站无记录”。"
    ),
    mending="核对改过的日期。改得对的，过了新的期限再查一次，另记一条；原来的记录不用改。",
)


def look_of_another_day(look: Record, rule: Record, days: Sequence[date]) -> Finding:
    """`days` are the last days as they are now; none where the duty does not ask for this any more."""
    message = f"最迟日期现在是{'、'.join(map(chinese_date, days))}，查过的不再算。"
    gone, hint = "这条义务现在没有这一次，查过的不再算。", "核对改过的日期；改得对的，过了新的期限再查一次。"
    return contradiction(LOOK_DAY_CHANGED, look, "due", message if days else gone, hint, rule)


LOOK_RULES = (
    LOOK_AT_NOBODY,
    LOOK_INCOMPLETE,
    LOOK_NOT_COUNTED,
    LOOK_DAY_CHANGED,
)
