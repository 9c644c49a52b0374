"""The charts of a page to what it says first where figures are withheld: how many, and where the same is whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.features.statistics.addresses import STATISTICS_KINDS, long_periods, page_address
from generator.features.statistics.chart_views import Spots, make_chart, page_charts, page_place
from generator.features.statistics.cube import Cube
from generator.model.chart import Chart
from generator.model.figure import FigureState

_OF_PERIODS = "statistics-period"


class WholeChart(NamedTuple):
    """A chart that withholds nothing: where it stands."""

    title: str
    address: str
    anchor: str


class GapNote(NamedTuple):
    """How many figures of a page are withheld, of how many; `whole` are the nearest charts that withhold none."""

    figures: int
    withheld: int
    whole: tuple[WholeChart, ...]


def gap_note(cube: Cube, topic: str, key: str, spots: Spots) -> GapNote | None:
    """None where a page withholds nothing."""
    charts = page_charts(cube, topic, key, spots)
    states = [each.state for chart in charts for series in chart.series for each in series.figures]
    withheld = states.count(FigureState.WITHHELD)
    if not withheld:
        return None
    found = (_nearest(cube, topic, key, chart, spots) for chart in charts if chart.hides)
    whole = tuple(dict.fromkeys(each for each in found if each is not None))
    here = (_place(topic, key, chart, chart.title) for chart in charts if not chart.hides)
    return GapNote(len(states) - states.count(FigureState.ABSENT), withheld, whole or tuple(here)[:1])


def _nearest(cube: Cube, topic: str, key: str, chart: Chart, spots: Spots) -> WholeChart | None:
    """The same chart of all places, or of the whole year, where that withholds nothing."""
    for other_topic, other_key in _wider(cube, topic, key):
        if chart.key in STATISTICS_KINDS[other_topic].charts:
            other = make_chart(cube, other_topic, other_key, chart.key, spots)
            if not other.hides and not other.is_empty:
                where = "" if topic == _OF_PERIODS else "全市："
                return _place(other_topic, other_key, chart, f"{where}{other.title}")
    return None


def _wider(cube: Cube, topic: str, key: str) -> Iterator[tuple[str, str]]:
    """Pages of all places, the nearest first."""
    period = page_place(cube, topic, key)["period"]
    if topic != _OF_PERIODS:
        yield _OF_PERIODS, period
    if period[:4] != period and period[:4] in long_periods(cube):
        yield _OF_PERIODS, period[:4]
    if topic == "statistics-district":
        yield "statistics-trends", ""


def _place(topic: str, key: str, chart: Chart, title: str) -> WholeChart:
    return WholeChart(title, page_address(topic, key), f"chart-{chart.key}")
