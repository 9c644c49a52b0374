"""Pages of statistics to what their templates may name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.features.statistics.addresses import (
    GROUPS,
    HOME,
    METHOD,
    STAGES,
    TRENDS,
    chart_address,
    long_periods,
    page_address,
)
from generator.features.statistics.chart_views import Spots, make_chart, page_charts
from generator.features.statistics.cube import Cube, cube_of
from generator.features.statistics.glance import glances, lead
from generator.features.statistics.loss import table_losses
from generator.features.statistics.written_periods import period_title
from generator.model.catalogue import Catalogue
from generator.model.chart import Chart
from generator.model.page import Download, Link
from generator.model.source import Source
from generator.render.charts.views import chart_view
from generator.render.charts.words import chart_csv


class Choices(NamedTuple):
    """The other pages of one kind."""

    title: str
    links: tuple[Link, ...]


def charts_context(topic: str, source: Source, key: str) -> Mapping[str, Any]:
    """`lead`, `glances`, `charts`, and `choices`: the other pages by kind; `method`: how it is protected."""
    cube = cube_of(source.catalogue)
    charts = charts_of(source.catalogue, topic, key)
    views = (chart_view(source, chart, chart_address(topic, key, chart.key)) for chart in charts)
    return {
        "lead": lead(cube, topic, key),
        "glances": glances(cube, topic, key) if topic != "statistics-trends" else (),
        "charts": tuple(views),
        "choices": tuple(_choices(cube)),
        "method": Link("这些数是怎么保护的", METHOD),
    }


def method_context(source: Source, _key: str) -> Mapping[str, Any]:
    """`k`, `percent`, `losses`: what each table withholds of each measure; `home`, the way back."""
    settings = source.settings
    return {
        "k": settings.smallest_count,
        "percent": settings.dominance_percent,
        "losses": table_losses(source.catalogue),
        "home": Link("帮扶统计", HOME),
    }


def charts_of(catalogue: Catalogue, topic: str, key: str) -> tuple[Chart, ...]:
    """The charts of one page."""
    return page_charts(cube_of(catalogue), topic, key, tile_spots(catalogue))


def drawn_charts(topic: str, source: Source, key: str) -> tuple[Chart, ...]:
    """What has to be drawn for one page."""
    return charts_of(source.catalogue, topic, key)


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
