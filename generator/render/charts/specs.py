"""A chart becomes a Vega-Lite specification. Fixed sizes: how wide a system's fonts are must not change a byte."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.model.chart import Chart, ChartKind
from generator.render.charts.bar_spec import bar_spec
from generator.render.charts.line_spec import line_spec
from generator.render.charts.marks import Spec
from generator.render.charts.tile_spec import tile_spec

SPECS: Mapping[ChartKind, Callable[[Chart], Spec]] = {
    ChartKind.BARS: bar_spec,
    ChartKind.LINES: line_spec,
    ChartKind.TILES: tile_spec,
}
"""What writes the specification of each kind."""


def chart_spec(chart: Chart) -> Spec:
    """The specification of any chart."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "autosize": {"type": "none"},
        "background": None,
        "config": {"view": {"stroke": None}, "aria": False},
        **SPECS[chart.kind](chart),
    }
