"""A chart to what a page shows of it: its drawing, its words, its table, and its figures to take along."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.addresses import dictionary_address
from generator.model.chart import Chart
from generator.model.figure import FigureState
from generator.model.page import Link
from generator.model.source import Source
from generator.render.charts.chart_in_words import describe, figure_text
from generator.render.charts.drawing import ChartDrawing
from generator.render.charts.drawings import draw_chart

_SHORT = 8
"""A table of more rows lies folded under its chart."""


class CellView(NamedTuple):
    """A cell of a chart's table."""

    title: str
    text: str
    is_withheld: bool


class RowView(NamedTuple):
    """A row of a chart's table."""

    title: str
    address: str | None
    cells: tuple[CellView, ...]


class ChartView(NamedTuple):
    """A chart as a page shows it: drawn, in words, as a table, and to take along."""

    chart: Chart
    drawing: ChartDrawing
    words: str
    headers: tuple[str, ...]
    rows: tuple[RowView, ...]
    is_long: bool
    csv: str
    source: Link


def chart_view(source: Source, chart: Chart, csv: str, longest: int = _SHORT) -> ChartView:
    """A chart with its drawing; its figures can be taken along at the address `csv`.

    Its table lies folded where it has more rows than `longest`."""
    dataset = source.catalogue.datasets[source.catalogue.named(chart.source)]
    return ChartView(
        chart=chart,
        drawing=draw_chart(chart),
        words=describe(chart),
        headers=tuple(series.title for series in chart.series),
        rows=tuple(_rows(chart)),
        is_long=len(chart.rows) > longest,
        csv=csv,
        source=Link(dataset.title, dictionary_address(dataset.name)),
    )


def _rows(chart: Chart) -> Iterator[RowView]:
    addresses = chart.addresses or (None,) * len(chart.rows)
    for at, (title, address) in enumerate(zip(chart.rows, addresses, strict=True)):
        figures = ((series.title, series.figures[at]) for series in chart.series)
        cells = (CellView(name, figure_text(each), each.state is FigureState.WITHHELD) for name, each in figures)
        yield RowView(title, address, tuple(cells))
