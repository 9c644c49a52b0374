"""An obligation becomes the Chinese words that explain it: rule, article, starting day, due day, fulfilling record."""

from __future__ import annotations

from generator.features.duties.look_words import explain_looks
from generator.features.duties.obligations import STILL_OPEN, Obligation, Status
from generator.features.duties.occurrences import Occurrence, Reason
from generator.features.duties.rules import Trigger
from generator.model.calendar import chinese_date, period_name

STATUS_LABELS = {
    Status.MET: "按时",
    Status.MET_LATE: "迟报",
    Status.DUE: "未到期",
    Status.NO_RECORD: "本站无记录",
    Status.OVERDUE: "逾期",
    Status.NOT_APPLICABLE: "不适用",
    Status.UNVERIFIED: "条文待核实",
}


def verdict(obligation: Obligation) -> str:
    """How it stands in a few words: 按时, 迟 5 天, 还有 20 天, 本站无记录 12 天."""
    status = obligation.status
    if status is Status.MET_LATE:
        return f"迟 {obligation.days} 天"
    if status in STILL_OPEN:
        return f"{STATUS_LABELS[status]} {obligation.days} 天"
    if status is Status.DUE:
        return f"还有 {obligation.days} 天" if obligation.days else "今天到期"
    return STATUS_LABELS[status]


def occasion_name(obligation: Obligation) -> str:
    """Which of a duty's occasions this is: 2025年度, 第 3 期, 项目结束; empty when there is none."""
    occurrence = obligation.occurrence
    if occurrence is None:
        return ""
    if occurrence.period:
        return period_name(occurrence.period)
    if obligation.rule.timing.trigger is Trigger.EVERY:
        return f"第 {occurrence.label} 期"
    return occurrence.cause


def explain(obligation: Obligation) -> str:
    """The verdict and the whole reason in one paragraph that can be read without knowing the rule."""
    return f"{verdict(obligation)}。{because(obligation)}"


def because(obligation: Obligation) -> str:
    """The reason alone: the article, what it asks, the days, the record."""
    rule, occurrence = obligation.rule, obligation.occurrence
    opening = f"{rule.source.citation}：{rule.text}。"
    if occurrence is None or obligation.reason:
        return opening + why_not(obligation)
    return opening + _count(obligation, occurrence) + _outcome(obligation) + _caution(obligation)


def _count(obligation: Obligation, occurrence: Occurrence) -> str:
    trigger, start = obligation.rule.timing.trigger, chinese_date(occurrence.trigger)
    latest = f"最迟{chinese_date(occurrence.due)}{obligation.rule.act}"
    if trigger is Trigger.YEARLY:
        return f"{occasion_name(obligation)}的{latest}；"
    if trigger is Trigger.EVERY:
        return f"{occasion_name(obligation)}从{start}起算，{latest}；"
    return f"{occurrence.cause}（{start}），{latest}；"


def _outcome(obligation: Obligation) -> str:
    found = obligation.met_by
    if found is None:
        silence = explain_looks(obligation) if obligation.status in STILL_OPEN else ""
        return f"到{chinese_date(obligation.as_of)}本站还没有相应的记录。{silence}"
    early = f"，早 {obligation.days} 天" if obligation.status is Status.MET and obligation.days else ""
    return f"{chinese_date(found.on)}{obligation.rule.act}（{found.title}，记录 {found.record}）{early}。"


def _caution(obligation: Obligation) -> str:
    return "这一条还没有人对照原文核对，只作提示，不计逾期。" if obligation.status is Status.UNVERIFIED else ""


def why_not(obligation: Obligation) -> str:
    """Why a duty asks for nothing, in one sentence."""
    rule, noun = obligation.rule, obligation.subject.noun
    if obligation.reason is Reason.OUTSIDE:
        return f"这一条只约束{rule.scope.who}，{noun}不属于。"
    if obligation.reason is Reason.NOT_YET:
        return f"按本站的记录，{noun}还没有发生这一条所说的情形。"
    if obligation.reason is Reason.NOT_IN_FORCE:
        return f"这一条从{chinese_date(rule.valid_from)}起施行，{noun}的情形都发生在那以前。"
    if obligation.reason is Reason.EXCUSED:
        return _excuse(obligation)
    return _short(obligation)


def _excuse(obligation: Obligation) -> str:
    occurrence = obligation.occurrence
    excuse = occurrence.excuse if occurrence else ""
    return f"{occasion_name(obligation)}全部处于{excuse}期间，本站不要求公开；法律没有另作规定。"


def _short(obligation: Obligation) -> str:
    timing = obligation.rule.timing
    start, end = obligation.subject.first(timing.event), obligation.subject.first(timing.until)
    if start is None or end is None or not timing.longer_than_months:
        return "还没有到第一个期限就结束了。"
    span = f"{start.label}（{chinese_date(start.on)}）到{end.label}（{chinese_date(end.on)}）"
    return f"{span}没有超过 {timing.longer_than_months} 个月。"
