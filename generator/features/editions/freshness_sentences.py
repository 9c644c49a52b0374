"""How fresh a catalogue is, in words: the verdict on a badge, and the sentence that gives the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.features.editions.freshness import DELINQUENT_AFTER, OVERDUE_AFTER, Freshness, FreshnessStatus
from generator.model.calendar import chinese_date, period_name

BASIS = "津民发〔2024〕22号第5项：区民政局每半年更新一次供给信息目录"
HOUSE_POLICY = "市和街道（镇、乡）的目录多久更新一次，文件没有规定，这里按本站自己的约定计算"
TERMS = (
    "过了期限本站没有这一期目录的，写“本站无记录”；区里另外书面问过、三十天以内没有结果的，"
    f"到期后 {OVERDUE_AFTER} 天内算迟报，之后算逾期，过 {DELINQUENT_AFTER} 天算严重逾期；这些期限是本站的约定"
)

_VERDICTS: Mapping[FreshnessStatus, str] = {
    FreshnessStatus.CURRENT: "本期已更新",
    FreshnessStatus.AWAITED: "等待更新",
    FreshnessStatus.NO_RECORD: "本站无记录 {0.days} 天",
    FreshnessStatus.LATE: "迟报 {0.days} 天",
    FreshnessStatus.OVERDUE: "逾期 {0.days} 天",
    FreshnessStatus.DELINQUENT: "严重逾期 {0.days} 天",
    FreshnessStatus.NONE: "没有目录",
}


def verdict(freshness: Freshness) -> str:
    """A few words."""
    return _VERDICTS[freshness.status].format(freshness)


def explain(freshness: Freshness) -> str:
    """What is there or missing, since when, and when what is there was last confirmed.

    Not how many days ago: every entry's page says this, and would be another every day."""
    return f"{_owed(freshness)}{_newest(freshness)}。"


def _owed(freshness: Freshness) -> str:
    name, due = period_name(freshness.owed.label), chinese_date(freshness.owed.last)
    match freshness.status:
        case FreshnessStatus.CURRENT:
            return f"{name}的目录已经有了"
        case FreshnessStatus.NONE:
            return "本站没有这里自己的目录"
        case FreshnessStatus.AWAITED:
            return f"{name}的目录还没有，最迟 {due}"
        case FreshnessStatus.NO_RECORD:
            return f"{name}的目录最迟 {due}，过了 {freshness.days} 天，本站还没有"
    return f"{name}的目录应当在 {due}以前更新，已经过了 {freshness.days} 天"


def _newest(freshness: Freshness) -> str:
    if freshness.newest is None or freshness.confirmed_on is None:
        return ""
    which = (
        "，共" if freshness.status is FreshnessStatus.CURRENT else f"；{period_name(freshness.newest.period)}的目录有"
    )
    unconfirmed = f"（{freshness.unconfirmed} 项没有核对日期）" if freshness.unconfirmed else ""
    return f"{which} {freshness.entries} 项{unconfirmed}，最近核对是 {chinese_date(freshness.confirmed_on)}"


def freshness_row(name: str, freshness: Freshness) -> Mapping[str, str | int | bool | None]:
    """One place as JSON gives it: texts, whole numbers and ISO dates only."""
    return {
        "division": freshness.division,
        "name": name,
        "status": freshness.status.value,
        "verdict": verdict(freshness),
        "required_by_policy": freshness.bound,
        "owed": freshness.owed.label,
        "due": freshness.owed.last.isoformat(),
        "days_late": max(freshness.days, 0)
        if freshness.status not in (FreshnessStatus.CURRENT, FreshnessStatus.NONE)
        else 0,
        "latest": freshness.newest.period if freshness.newest else None,
        "entries": freshness.entries,
        "unconfirmed": freshness.unconfirmed,
        "confirmed_on": _iso(freshness.confirmed_on),
        "age_days": freshness.age,
        "sentence": explain(freshness),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
