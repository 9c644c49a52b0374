"""An organisation's yearly figures and what it published on time, up to five years of them, to charts of its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from generator.features.duties.obligations import Obligation
from generator.features.duties.profile import timeliness_between
from generator.features.duties.ratios import yearly_accounts
from generator.features.duties.survey import asked_of
from generator.model.addresses import record_address
from generator.model.calendar import ONE_DAY
from generator.model.cells import count_in, number_in
from generator.model.chart import Chart, ChartKind, Series
from generator.model.figure import Shown, given
from generator.model.page import Download
from generator.model.record import Record
from generator.model.source import Source
from generator.render.charts.chart_csv import chart_csv
from generator.render.charts.views import ChartView, chart_view

YEARS = 5
ACCOUNTS = "report"
LINES = {"income_total": "当年总收入", "spending_total": "当年总支出"}
_TENTH = Decimal("0.1")
SHARE_NOTE = "规定看的是几年合起来的数，还有例外；只看一年，说明不了合不合规定。"
TIMELY_NOTE = "只数有法律或者文件依据、条文已经核对、到期的事项；本站开始登记以前到期的没有记录，不数。"


@dataclass(frozen=True, slots=True)
class YearsContext:
    """What an organisation's page may name of its years."""

    charts: tuple[ChartView, ...]
    """Of the last years; none where there are figures of fewer than two."""


def years_context(source: Source, organization: Record) -> YearsContext:
    """The charts of an organisation's years."""
    charts = years_charts(source, organization)
    views = (chart_view(source, each, year_address(organization, each.key), longest=0) for each in charts)
    return YearsContext(charts=tuple(views))


def years_charts(source: Source, organization: Record) -> tuple[Chart, ...]:
    """What has to be drawn for an organisation's page."""
    charts = (make(source, organization) for make in MAKERS.values())
    return tuple(each for each in charts if not each.is_empty)


def year_address(organization: Record, chart: str) -> str:
    """Where the figures of one of an organisation's charts are downloaded."""
    return f"{record_address(organization.dataset, organization.key)}{chart}.csv"


def year_csv(source: Source, download: Download) -> str:
    """The figures of one chart."""
    key, _, name = download.key.partition("|")
    return chart_csv(MAKERS[name](source, source.catalogue.with_role("organization")[key]))


def _accounts(source: Source, organization: Record) -> tuple[tuple[int, Record | None], ...]:
    """The last years with what is known of each: a year between two others without figures is a gap, not left out."""
    found = {count_in(each, "year"): each for each in yearly_accounts(source.catalogue, organization)}
    years = range(max(min(found), max(found) - YEARS + 1), max(found) + 1) if found else range(0)
    accounts = tuple((year, found.get(year)) for year in years)
    return accounts if sum(account is not None for _, account in accounts) > 1 else ()


def _course(source: Source, organization: Record) -> Chart:
    accounts = _accounts(source, organization)
    series = (
        Series(title, tuple(given(number_in(each, name) if each else None) for _, each in accounts))
        for name, title in LINES.items()
        if any(each and number_in(each, name) is not None for _, each in accounts)
    )
    rows = tuple(f"{year}年" for year, _ in accounts)
    return Chart("course", ChartKind.LINES, "各年收入和支出", "元", "年度", rows, tuple(series), ACCOUNTS)


def _management(source: Source, organization: Record) -> Chart:
    accounts = _accounts(source, organization)
    series = Series("占当年总支出", tuple(_share(each) for _, each in accounts))
    rows = tuple(f"{year}年" for year, _ in accounts)
    title = "管理费用占当年总支出的比例"
    return Chart("management", ChartKind.BARS, title, "%", "年度", rows, (series,), ACCOUNTS, note=SHARE_NOTE)


def _share(account: Record | None) -> Shown:
    if account is None:
        return given(None)
    cost, whole = (number_in(account, name) for name in ("management_cost", "spending_total"))
    if cost is None or not whole:
        return given(None)
    return given((cost / whole * 100).quantize(_TENTH, ROUND_HALF_UP))


def _timely(source: Source, organization: Record) -> Chart:
    """Counts, no share: one late paper of two would read as 50 %."""
    asked = tuple(_asked(source, organization))
    spans = (_span(year, source.as_of) for year in range(source.as_of.year - YEARS + 1, source.as_of.year + 1))
    measured = [found for first, last in spans if (found := timeliness_between(asked, first, last)).counted]
    rows = tuple(f"{each.first.year}年（到期 {each.counted} 项）" for each in measured)
    series = Series("按时公开", tuple(given(each.on_time) for each in measured))
    title = "各年到期的公开事项，按时公开了多少"
    return Chart("timely", ChartKind.BARS, title, "项", "年度", rows, (series,), "rule", note=TIMELY_NOTE)


def _asked(source: Source, organization: Record) -> Iterator[Obligation]:
    """What the organisation owed itself and for its projects."""
    for each in (organization, *source.catalogue.pointing(organization, "project.organization")):
        yield from asked_of(source.catalogue, each, source.as_of, source.settings.duties_since)


def _span(year: int, as_of: date) -> tuple[date, date]:
    return date(year, 1, 1), min(date(year, 12, 31), as_of - ONE_DAY)


MAKERS: Mapping[str, Callable[[Source, Record], Chart]] = {
    "course": _course,
    "management": _management,
    "timely": _timely,
}
"""What makes each chart, by the name of its file."""
