"""A map of tiles becomes its specification: a tile for each district, the darker the more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.chart import Chart
from generator.model.figure import Shown
from generator.render.charts.chart_in_words import figure_text
from generator.render.charts.marks import GRID, Spec, number_in, words

SHADES = 5
"""How many a tile can have; the theme has a colour for each, and for the words on it."""
TILES = tuple(f"#0102{step:02}" for step in range(SHADES + 1))
TILE_INKS = tuple(f"#0103{step:02}" for step in range(SHADES + 1))
TILE_COLOURS: Mapping[str, str] = {
    **{colour: f"tile-{step}" for step, colour in enumerate(TILES)},
    **{colour: f"on-tile-{step}" for step, colour in enumerate(TILE_INKS)},
}
"""As `COLOURS`."""
TILE, GAP = 64, 4
NAME_LINE, FIGURE_LINE = 24, 44
"""How far below the top of a tile its name and its figure stand."""


def tile_spec(chart: Chart) -> Spec:
    """Tiles with name and figure; one whose figure is withheld has a star and no shade."""
    width = max(column for column, _ in chart.spots) * (TILE + GAP)
    height = max(line for _, line in chart.spots) * (TILE + GAP)
    return {
        "width": width,
        "height": height,
        "padding": 0,
        "data": {"values": list(_values(chart))},
        "layer": list(_layers(width, height)),
    }


def _values(chart: Chart) -> Iterator[Spec]:
    (series,) = chart.series
    top = max((number_in(figure) or 0.0 for figure in series.figures), default=0.0)
    for row, figure, (column, line) in zip(chart.rows, series.figures, chart.spots, strict=True):
        step = _step(figure, top)
        x, y = (column - 1) * (TILE + GAP), (line - 1) * (TILE + GAP)
        yield {
            **{"x": x, "y": y, "x2": x + TILE, "y2": y + TILE, "middle": x + TILE / 2},
            **{"name_y": y + NAME_LINE, "text_y": y + FIGURE_LINE, "name": row, "text": figure_text(figure)},
            **{"fill": TILES[step], "ink": TILE_INKS[step]},
        }


def _step(figure: Shown, top: float) -> int:
    """The shade: 0 for what is not given, else one of equal steps up to the largest."""
    value = number_in(figure)
    return 0 if value is None or not top else min(SHADES, 1 + int(SHADES * value / (top * 1.0001)))


def _layers(width: int, height: int) -> Iterator[Spec]:
    ink, middle = _as_it_is("ink"), _place("middle", width)
    corners = {"x": _place("x", width), "y": _place("y", height), "x2": {"field": "x2"}, "y2": {"field": "y2"}}
    tile = {"type": "rect", "cornerRadius": 6, "stroke": GRID, "strokeWidth": 1}
    yield {"mark": tile, "encoding": {**corners, "color": _as_it_is("fill")}}
    centre = {"align": "center"}
    yield words("name", {**centre, "fontSize": 13}, {"x": middle, "y": _place("name_y", height), "color": ink})
    yield words("text", {**centre, "fontWeight": 700}, {"x": middle, "y": _place("text_y", height), "color": ink})


def _place(field: str, end: int) -> Spec:
    scale = {"domain": [0, end], "range": [0, end], "nice": False}
    return {"field": field, "type": "quantitative", "axis": None, "scale": scale}


def _as_it_is(field: str) -> Spec:
    """A colour that the row names itself."""
    return {"field": field, "type": "nominal", "scale": None, "legend": None}
