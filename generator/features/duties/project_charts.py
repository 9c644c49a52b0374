"""A project's published income and spending to what its page shows: the totals, and their course against the budget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.features.duties.totals import MoneyPoint, Total, project_course, project_totals
from generator.model.addresses import record_address
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, number_in
from generator.model.chart import Chart, ChartKind, Series
from generator.model.figure import given
from generator.model.page import Download
from generator.model.record import Record
from generator.model.source import Source
from generator.render.charts.chart_csv import chart_csv
from generator.render.charts.views import ChartView, chart_view
from generator.render.displayed_values import chinese_date, number

_WORDS: Mapping[str, tuple[str, str]] = {
    "income": ("收入", "元"),
    "spending": ("支出", "元"),
    "beneficiaries": ("受助人数", "人"),
    "households": ("受助户数", "户"),
    "services": ("服务人次", "人次"),
}
COUNTS_AGAIN = frozenset({"beneficiaries", "households"})
"""Whoever was helped in two periods stands in both."""
NOTE = "每个点是一次公开：到那天为止，一共公布过收入和支出多少。两次公开之间是多少，没有公布。"


class TotalView(NamedTuple):
    """A big number and what it is."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class MoneyContext:
    """What a project's page may name of its money."""

    totals: tuple[TotalView, ...]
    """Of all that was published."""
    charts: tuple[ChartView, ...]
    """Income and spending over time, where there is a course to show."""


def money_context(source: Source, project: Record) -> MoneyContext:
    """The totals of a project, and their course."""
    catalogue = source.catalogue
    charts = money_charts(source, project)
    return MoneyContext(
        totals=tuple(_view(each) for each in project_totals(catalogue, project)),
        charts=tuple(chart_view(source, each, money_address(project), longest=0) for each in charts),
    )


def money_charts(source: Source, project: Record) -> tuple[Chart, ...]:
    """What has to be drawn for a project's page."""
    chart = money_chart(source.catalogue, project)
    return (chart,) if chart else ()


def money_chart(catalogue: Catalogue, project: Record) -> Chart | None:
    """Income and spending as they were published, beside the budget; None where nothing was."""
    course = project_course(catalogue, project, ("income", "spending"))
    begun = min((each for each in (day_in(project, "starts_on"), _first_day(course)) if each), default=None)
    if not course or begun is None:
        return None
    zeros = {measure: Decimal(0) for each in course for measure in each.amounts}
    points = (MoneyPoint(begun, zeros), *(each for each in course if each.day > begun))
    if len(points) == 1:
        return None
    return Chart(
        key="money",
        kind=ChartKind.LINES,
        title="公布的收入和支出（累计）",
        unit="元",
        row_title="到哪天为止",
        rows=tuple(chinese_date(each.day) for each in points),
        series=tuple(_series(points, number_in(project, "budget"))),
        source="disclosure",
        places=tuple((each.day - begun).days for each in points),
        note=NOTE,
    )


def money_address(project: Record) -> str:
    """Where the figures of a project's chart are downloaded."""
    return f"{record_address(project.dataset, project.key)}money.csv"


def money_csv(source: Source, download: Download) -> str:
    """The figures of one project's chart."""
    chart = money_chart(source.catalogue, source.catalogue.with_role("project")[download.key])
    return chart_csv(chart) if chart else ""


def _first_day(course: tuple[MoneyPoint, ...]) -> date | None:
    return course[0].day if course else None


def _series(points: tuple[MoneyPoint, ...], budget: Decimal | None) -> Iterator[Series]:
    for measure in points[0].amounts:
        yield Series(_WORDS[measure][0], tuple(given(each.amounts.get(measure)) for each in points))
    if budget:
        between = (given(None),) * (len(points) - 2)
        yield Series("预算", (given(budget), *between, given(budget)), is_guide=True)


def _view(total: Total) -> TotalView:
    words, unit = _WORDS[total.measure]
    again = "各期相加，有人可能算了几次" if total.is_summed and total.measure in COUNTS_AGAIN else ""
    until = f"截至 {chinese_date(total.day)}" if total.day else ""
    label = "，".join(each for each in (f"累计{words}", again, until) if each)
    return TotalView(label, f"{number(total.amount)} {unit}")
