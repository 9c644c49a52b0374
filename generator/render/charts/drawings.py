"""A chart becomes its drawing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.model.chart import Chart, ChartKind
from generator.render.charts.bar_drawing import draw_bars
from generator.render.charts.drawing import ChartDrawing
from generator.render.charts.line_drawing import draw_lines
from generator.render.charts.tile_drawing import draw_tiles

DRAWN_BY: Mapping[ChartKind, Callable[[Chart], ChartDrawing]] = {
    ChartKind.BARS: draw_bars,
    ChartKind.LINES: draw_lines,
    ChartKind.TILES: draw_tiles,
}


def draw_chart(chart: Chart) -> ChartDrawing:
    """The drawing of a chart of any kind."""
    return DRAWN_BY[chart.kind](chart)
