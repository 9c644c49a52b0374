"""A chart to the CSV that readers take along: exactly what its drawing shows, and in words what it does not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.csv_writing import published_csv
from generator.model.chart import Chart
from generator.model.figure import FigureState, Shown
from generator.render.charts.chart_in_words import WORDS_WITHHELD_WORDS


def chart_csv(chart: Chart) -> str:
    """Exactly what the chart shows; with a byte-order mark, because Excel needs it to read Chinese."""
    figures = ([cell for each in chart.series for cell in _cells(each.figures[at])] for at in range(len(chart.rows)))
    rows = ([row, *cells] for row, cells in zip(chart.rows, figures, strict=True))
    return published_csv([chart.row_title, *_headers(chart)], rows)


def _headers(chart: Chart) -> Iterator[str]:
    for series in chart.series:
        yield f"{series.title}（{chart.unit}）"
        yield f"{series.title}说明"


def _cells(figure: Shown) -> tuple[str, str]:
    if figure.value is not None:
        low, high = figure.ends
        return str(figure.value), f"约数，实际在 {low} 到 {high} 之间" if figure.off else ""
    return "", WORDS_WITHHELD_WORDS if figure.state is FigureState.WITHHELD else "没有这项统计"
