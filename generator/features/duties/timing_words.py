"""What starts a rule and by when it must be met, in words that need no law book."""

from __future__ import annotations

from collections.abc import Mapping

from generator.features.duties.rules import DutyRule, Timing, Trigger

EVENT_NAMES: Mapping[str, str] = {
    "became-charity": "登记或认定为慈善组织",
    "basic-info": "基本信息变更",
    "major-event": "发生重大资产变动、投资或交易",
    "related-party": "发生关联交易",
    "trust-settlor": "设立慈善信托",
    "liquidation": "出现应当终止的情形",
    "trust-trustee": "担任慈善信托受托人",
    "started": "项目开始",
    "ended": "项目结束",
    "surplus-left": "项目终止并有剩余财产",
    "fundraising-started": "公开募捐开始",
    "fundraising-ended": "公开募捐结束",
    "emergency-ended": "应急阶段结束",
    "plan-changed": "募捐方案的事项变化",
    "use-changed": "募得款物的用途变更",
}
"""How each event is spoken of; a test keeps it complete."""

SPAN_NAMES: Mapping[str, str] = {"suspended": "暂停"}
_PERIODS = {12: ("每年", "当年", "次年"), 6: ("每半年", "当期", "下一期"), 3: ("每季度", "当期", "下一期")}


def describe_timing(rule: DutyRule) -> str:
    """When the rule asks for something, in one sentence without a full stop."""
    timing = rule.timing
    if timing.trigger is Trigger.STANDING:
        return "随时遵守，没有日期，不逐条计算"
    if timing.trigger is Trigger.YEARLY:
        return _yearly(timing)
    if timing.trigger is Trigger.EVERY:
        return _every(timing)
    if timing.trigger is Trigger.BEFORE:
        return f"最迟在{EVENT_NAMES[timing.event]}的 {_length(timing)}以前"
    return f"{EVENT_NAMES[timing.event]}以后 {_length(timing)}以内"


def _yearly(timing: Timing) -> str:
    every, now, after = _PERIODS[timing.period_months]
    days = "、".join(f"{month}月{day}日" for month, day in timing.due_on)
    start = f"，从{EVENT_NAMES[timing.event]}的那一期算起" if timing.event else ""
    return f"{every}一次，最迟{after if timing.arrears else now}{days}{start}"


def _every(timing: Timing) -> str:
    words = f"从{EVENT_NAMES[timing.event]}起，至少每 {_length(timing)}一次，到{EVENT_NAMES[timing.until]}为止"
    if timing.longer_than_months:
        words += f"；不超过 {timing.longer_than_months} 个月的不用"
    if timing.excused_by:
        words += f"；整期都在{SPAN_NAMES[timing.excused_by]}的，本站不要求"
    return words


def _length(timing: Timing) -> str:
    parts = (f"{timing.months} 个月" if timing.months else "", f"{timing.days} 天" if timing.days else "")
    return "零".join(part for part in parts if part)
