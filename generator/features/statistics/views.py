"""Pages of statistics to what their templates may name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.features.statistics.addresses import (
    GROUPS,
    STAGES,
    STATISTICS_HISTORY,
    STATISTICS_HOME,
    STATISTICS_METHOD,
    TABLES,
    TRENDS,
    chart_address,
    half_years,
    long_periods,
    page_address,
)
from generator.features.statistics.chart_views import Spots, make_chart, page_charts
from generator.features.statistics.cube import Cube, cube_of
from generator.features.statistics.gap_notes import GapNote, gap_note
from generator.features.statistics.glance import Glance, glances, lead
from generator.features.statistics.loss import Loss, table_losses
from generator.features.statistics.quality import QualityLine, quality_of
from generator.features.statistics.rounded_views import RoundedTable, rounded_tables
from generator.features.statistics.written_periods import period_title
from generator.model.catalogue import Catalogue
from generator.model.chart import Chart
from generator.model.page import Download, Link
from generator.model.record import Record
from generator.model.source import Source
from generator.render.charts.chart_csv import chart_csv
from generator.render.charts.views import ChartView, chart_view

_ALL = Link("看全部帮扶统计", STATISTICS_HOME)
_HISTORY = Link("公布和更正的记录", STATISTICS_HISTORY)
_METHOD = Link("这些数是怎么保护的", STATISTICS_METHOD)


class Choices(NamedTuple):
    """The other pages of one kind."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StatisticsContext:
    """What a page of statistics may name."""

    lead: str
    glances: tuple[Glance, ...]
    charts: tuple[ChartView, ...]
    choices: tuple[Choices, ...]
    """The other pages, by kind."""
    gaps: GapNote | None
    has_stars: bool
    """Whether a figure or chart of the page is withheld."""
    quality: tuple[QualityLine, ...]
    """Of the figures of a period: on its own page."""
    method: Link
    history: Link


def charts_context(topic: str, source: Source, key: str) -> StatisticsContext:
    """The charts of one page, with what they say at a glance."""
    cube = cube_of(source.catalogue)
    charts = charts_of(source.catalogue, topic, key)
    views = (chart_view(source, chart, chart_address(topic, key, chart.key)) for chart in charts)
    gaps = gap_note(cube, topic, key, tile_spots(source.catalogue))
    big = glances(cube, topic, key) if topic != "statistics-trends" else ()
    return StatisticsContext(
        lead=lead(cube, topic, key),
        glances=big,
        charts=tuple(views),
        choices=tuple(_choices(cube)),
        gaps=gaps,
        has_stars=gaps is not None or any(each.reason for each in big),
        quality=quality_of(source.catalogue, key) if topic == "statistics-period" else (),
        method=_METHOD,
        history=_HISTORY,
    )


@dataclass(frozen=True, slots=True)
class StagesBlockContext:
    """What a page of prose may name of statistics."""

    charts: tuple[ChartView, ...]
    """How far those who asked have got, all together; none where the newest half-year does not tell."""
    statistics: Link


@dataclass(frozen=True, slots=True)
class StagesContext:
    """What the page of a place may name of statistics."""

    charts: tuple[ChartView, ...]
    """How far those who asked have got; none where the newest half-year does not tell."""
    statistics: Link
    method: Link
    rounded: tuple[RoundedTable, ...]
    """Of one of the finest places: what it prints."""


def stages_context(source: Source, record: Record) -> StagesContext:
    """How far those who asked at a place have got."""
    return StagesContext(
        charts=_place_stages(source, record.key),
        statistics=_ALL,
        method=_METHOD,
        rounded=tuple(rounded_tables(cube_of(source.catalogue), record.key)),
    )


def stages_block(source: Source) -> StagesBlockContext:
    """The same of all places together, for a page of prose."""
    return StagesBlockContext(charts=_place_stages(source, ""), statistics=_ALL)


def stages_charts(catalogue: Catalogue, place: str) -> tuple[Chart, ...]:
    """Only published figures; the difference of two stages is a count of its own and is never reckoned."""
    cube = cube_of(catalogue)
    if not (set(TABLES) <= cube.layouts.keys() and half_years(cube)):
        return ()
    if place and place not in cube.codes(STAGES, "division"):
        return ()
    topic, key = ("statistics-district", place) if place else ("statistics-period", half_years(cube)[-1])
    chart = make_chart(cube, topic, key, "stages", {})
    return () if chart.is_empty else (chart,)


def _place_stages(source: Source, place: str) -> tuple[ChartView, ...]:
    """With the figures of the place's own page of statistics to take along."""
    charts = stages_charts(source.catalogue, place)
    topic = "statistics-district" if place else "statistics-period"
    key = place or (half_years(cube_of(source.catalogue))[-1] if charts else "")
    return tuple(chart_view(source, each, chart_address(topic, key, each.key), longest=0) for each in charts)


@dataclass(frozen=True, slots=True)
class StatisticsMethodContext:
    """What the page that says how statistics are protected may name."""

    k: int
    percent: int
    losses: tuple[Loss, ...]
    """What each table withholds of each measure."""
    bases: tuple[int, ...]
    """What figures of rounded tables are multiples of; none where no table is rounded."""
    history: Link
    home: Link


def method_context(source: Source, _key: str) -> StatisticsMethodContext:
    """The rules of protection and what they cost."""
    settings = source.settings
    return StatisticsMethodContext(
        k=settings.smallest_count,
        percent=settings.dominance_percent,
        losses=table_losses(source.catalogue),
        bases=tuple(
            sorted({each.rounding.base for each in cube_of(source.catalogue).layouts.values() if each.rounding})
        ),
        history=_HISTORY,
        home=Link("帮扶统计", STATISTICS_HOME),
    )


def charts_of(catalogue: Catalogue, topic: str, key: str) -> tuple[Chart, ...]:
    """The charts of one page."""
    return page_charts(cube_of(catalogue), topic, key, tile_spots(catalogue))


def download_chart(source: Source, download: Download) -> str:
    """The figures of one chart as CSV."""
    topic, key, name = download.key.split("|")
    return chart_csv(make_chart(cube_of(source.catalogue), topic, key, name, tile_spots(source.catalogue)))


def _choices(cube: Cube) -> Iterator[Choices]:
    periods = tuple(Link(period_title(code), page_address("statistics-period", code)) for code in long_periods(cube))
    yield Choices("看哪一期", (*periods, Link("每月和每半年的变化", TRENDS)))
    for title, topic, table, column in (
        ("看哪个区", "statistics-district", STAGES, "division"),
        ("看哪一类帮扶", "statistics-category", STAGES, "category"),
        ("看哪一类对象", "statistics-group", GROUPS, "group"),
    ):
        codes = cube.codes(table, column)
        yield Choices(title, tuple(Link(name, page_address(topic, code)) for code, name in codes.items()))


def tile_spots(catalogue: Catalogue) -> Spots:
    """Where each district stands on the map of tiles; empty where the instance has none."""
    tiles = catalogue.with_role("tile")
    return {code: (_whole(each.values["column"]), _whole(each.values["row"])) for code, each in tiles.items()}


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 1
