"""An organisation's yearly figures become ratios beside the dated limits for its type: information, never a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from generator.model.catalogue import Catalogue
from generator.model.cells import (
    count_in,
    day_in,
    is_set,
    number_in,
    text_in,
    words_in,
)
from generator.model.record import Record

THRESHOLDS = "threshold"
AUDITED = "annual-audit"
FIGURES = frozenset({"annual-accounts", AUDITED})

_TENTH = Decimal("0.1")
_LABELS = {
    "management_cost": "年度管理费用",
    "charity_spending": "慈善活动支出",
    "fundraising_cost": "年度募捐成本",
    "spending_total": "当年总支出",
    "income_previous": "上年总收入",
    "net_assets_previous": "上年末净资产",
    "income_three_years": "前三年平均收入",
    "net_assets_three_years": "前三年末平均净资产",
    "donations_three_years": "前三年平均捐赠收入",
}
_AVERAGES = {"income_previous": "income_three_years", "net_assets_previous": "net_assets_three_years"}
"""An average over three years may stand for the figure of one (民发〔2026〕12号第十一条, 民发〔2016〕189号第十条)."""
_BOUNDS = {"at-most": "不高于", "at-least": "不低于"}


class RatioComparison(StrEnum):
    """How a ratio lies beside its limit. There is no word for a breach: the law knows exceptions we do not see."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    UNSET = "unset"
    """The rule in force has no number that anybody has read."""
    EXEMPT = "exempt"


@dataclass(frozen=True, slots=True)
class Ratio:
    """One figure of one year as a share of its base, beside the limit that was in force at that year's end."""

    year: int
    measure: str
    base: str
    percent: Decimal
    limit: Decimal | None
    bound: str
    comparison: RatioComparison
    citation: str
    verified: bool
    record: str


def find_ratios(catalogue: Catalogue, organization: Record) -> tuple[Ratio, ...]:
    """All ratios that the organisation's own published figures allow, newest year first."""
    thresholds = catalogue.with_role(THRESHOLDS).values()
    newest_first = reversed(yearly_accounts(catalogue, organization))
    return tuple(ratio for account in newest_first for ratio in _ratios(organization, account, thresholds))


def yearly_accounts(catalogue: Catalogue, organization: Record) -> tuple[Record, ...]:
    """The reports with an organisation's figures as they stand today, one a year, the oldest first."""
    reports = catalogue.pointing(organization, "report.organization")
    return tuple(sorted(_standing_accounts(reports), key=lambda each: count_in(each, "year")))


def explain_ratio(ratio: Ratio) -> str:
    """The ratio and its limit in one sentence, with the source."""
    label = _LABELS[ratio.measure]
    described = (
        f"{ratio.year}{label if label.startswith('年') else f'年{label}'}占{_LABELS[ratio.base]} {ratio.percent}%"
    )
    if ratio.limit is None:
        return f"{described}。{ratio.citation}的比例没有核对，只列数字，不作比较。"
    rule = f"{ratio.citation}定的比例是{_BOUNDS[ratio.bound]} {ratio.limit.normalize():f}%"
    caution = "" if ratio.verified else "（这个比例没有对照原文核对）"
    return f"{described}；{rule}{caution}。{_REMARKS[ratio.comparison]}"


_REMARKS = {
    RatioComparison.INSIDE: "在这个比例以内。",
    RatioComparison.OUTSIDE: "不在这个比例以内；只看一年的数字不能下结论，请看组织的说明。",
    RatioComparison.UNSET: "",
    RatioComparison.EXEMPT: "金额在免予比例限制的数额以下，不受这个比例限制。",
}


def _tells_figures(report: Record) -> bool:
    return text_in(report, "kind") in FIGURES and count_in(report, "year") > 0 and bool(day_in(report, "published_on"))


def _standing_accounts(reports: Iterable[Record]) -> Iterable[Record]:
    """One set of figures a year: the audited one before others, and a correction in place of what it corrects."""
    accounts = [each for each in reports if _tells_figures(each)]
    corrected = {text_in(each, "correction_of") for each in accounts}
    standing = (each for each in accounts if text_in(each, "id") not in corrected)
    ordered = sorted(
        standing, key=lambda each: (text_in(each, "kind") == AUDITED, day_in(each, "published_on") or date.min)
    )
    return {count_in(each, "year"): each for each in ordered}.values()


def _ratios(organization: Record, account: Record, thresholds: Iterable[Record]) -> Iterator[Ratio]:
    for threshold in thresholds:
        if not _applies(threshold, organization, account):
            continue
        amount, base = number_in(account, text_in(threshold, "measure")), text_in(threshold, "base")
        for name in (base, _AVERAGES.get(base, "")):
            whole = number_in(account, name)
            if amount is not None and whole:
                yield _ratio(threshold, account, amount, name, whole)


def _ratio(threshold: Record, account: Record, amount: Decimal, base: str, whole: Decimal) -> Ratio:
    exact, limit, bound = amount / whole * 100, number_in(threshold, "percent"), text_in(threshold, "bound")
    exempt = number_in(threshold, "exempt_below")
    return Ratio(
        year=count_in(account, "year"),
        measure=text_in(threshold, "measure"),
        base=base,
        percent=exact.quantize(_TENTH, ROUND_HALF_UP),
        limit=limit,
        bound=bound,
        comparison=RatioComparison.EXEMPT if exempt and limit and amount < exempt else _compare(exact, limit, bound),
        citation=text_in(threshold, "law") + text_in(threshold, "article"),
        verified=is_set(threshold, "verified"),
        record=account.key,
    )


def _compare(exact: Decimal, limit: Decimal | None, bound: str) -> RatioComparison:
    if limit is None:
        return RatioComparison.UNSET
    inside = exact <= limit if bound == "at-most" else exact >= limit
    return RatioComparison.INSIDE if inside else RatioComparison.OUTSIDE


def _applies(threshold: Record, organization: Record, account: Record) -> bool:
    """The rule in force on the last day of the figures' year decides, and the size at the end of the year before."""
    last_day = date(count_in(account, "year"), 12, 31)
    begun, over = day_in(threshold, "valid_from"), day_in(threshold, "valid_to")
    in_force = (begun is None or begun <= last_day) and (over is None or last_day <= over)
    return in_force and _is_of_kind(threshold, organization, last_day) and _is_of_size(threshold, account)


def _is_of_kind(threshold: Record, organization: Record, day: date) -> bool:
    qualified = threshold.values.get("public_fundraising")
    of_type = text_in(organization, "type") in words_in(threshold, "types")
    return of_type and qualified in (None, _was_qualified(organization, day))


def _was_qualified(organization: Record, day: date) -> bool:
    since = day_in(organization, "public_fundraising_since")
    return is_set(organization, "public_fundraising") and (since is None or since <= day)


def _is_of_size(threshold: Record, account: Record) -> bool:
    least, below = number_in(threshold, "assets_from"), number_in(threshold, "assets_below")
    if least is None and below is None:
        return True
    assets = number_in(account, "net_assets_previous")
    return assets is not None and (least is None or least <= assets) and (below is None or assets < below)
