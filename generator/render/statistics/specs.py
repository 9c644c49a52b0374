"""A chart becomes a Vega-Lite specification. Fixed sizes: how wide a system's fonts are must not change a byte."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.domain.statistics.cube import Shown, State
from generator.render.statistics.charts import MARK, Chart, Kind, Series, figure_text

Spec = Mapping[str, Any]

WIDTH = 340
"""Of every chart, in pixels: what a phone shows without shrinking it."""
ROW, BAR, VALUE_SPACE = 46, 16, 84
LINES_HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 220, 46, 16, 26, 30
DATES = 4
"""So many dates fit under a line."""
TILE, TILE_GAP = 64, 4
STEPS = 5
"""Shades of a tile map."""

INK, SOFT, GRID, FIRST, SECOND, STAR = "#010101", "#010102", "#010103", "#010104", "#010105", "#010106"
TILES = tuple(f"#0102{step:02}" for step in range(STEPS + 1))
TILE_INKS = tuple(f"#0103{step:02}" for step in range(STEPS + 1))
COLOURS: Mapping[str, str] = {
    INK: "ink",
    SOFT: "ink-soft",
    GRID: "line",
    FIRST: "chart-1",
    SECOND: "chart-2",
    STAR: "ink-soft",
    **{colour: f"tile-{step}" for step, colour in enumerate(TILES)},
    **{colour: f"on-tile-{step}" for step, colour in enumerate(TILE_INKS)},
}
"""What stands in a specification for each colour of the theme, which the page decides by day, by night, on paper."""


def chart_spec(chart: Chart) -> Spec:
    """The specification of any chart."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "autosize": {"type": "none"},
        "background": None,
        "config": {"view": {"stroke": None}, "aria": False},
        **_SPECS[chart.kind](chart),
    }


def _bars(chart: Chart) -> Spec:
    (series,) = chart.series
    values = [
        {"at": at, "label": row, "value": _number(figure), "text": _bar_text(figure)}
        for at, (row, figure) in enumerate(zip(chart.rows, series.figures, strict=True))
    ]
    top = max((each["value"] or 0 for each in values), default=0) or 1
    along = {
        "field": "value",
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [0, top], "range": [0, WIDTH - VALUE_SPACE], "nice": False},
    }
    return {
        "width": WIDTH,
        "height": ROW * len(values),
        "padding": 0,
        "data": {"values": values},
        "encoding": {"y": {"field": "at", "type": "ordinal", "axis": None, "scale": {"padding": 0}}},
        "layer": [
            _text("label", INK, 14, {"align": "left", "dy": -11}, {"x": {"value": 0}}),
            {
                "transform": [{"filter": "datum.value !== null"}],
                "mark": {"type": "bar", "height": BAR, "yOffset": 9, "color": FIRST},
                "encoding": {"x": along},
            },
            {
                "transform": [{"filter": "datum.value !== null"}],
                **_text("text", INK, 14, {"align": "left", "dx": 6, "dy": 9}, {"x": along}),
            },
            {
                "transform": [{"filter": "datum.value === null"}],
                **_text("text", STAR, 14, {"align": "left", "dy": 9}, {"x": {"value": 0}}),
            },
        ],
    }


def _lines(chart: Chart) -> Spec:
    values = [
        {"at": at, "label": row, "series": series.title, "value": _number(series.figures[at])}
        for series in chart.series
        for at, row in enumerate(chart.rows)
    ]
    stars = [
        {"at": at}
        for at in range(len(chart.rows))
        if any(series.figures[at].state is State.WITHHELD for series in chart.series)
    ]
    every = max(1, -(-len(chart.rows) // DATES))
    ticks = list(range(0, len(chart.rows), every))
    labels = " : ".join(f"datum.value == {at} ? '{chart.rows[at]}'" for at in ticks) + " : ''"
    names = [series.title for series in chart.series]
    across = {
        "field": "at",
        "type": "quantitative",
        "scale": {"domain": [0, max(1, len(chart.rows) - 1)], "nice": False},
        "axis": {
            "values": ticks,
            "labelExpr": labels,
            "title": None,
            "grid": False,
            "domainColor": GRID,
            "tickColor": GRID,
            "labelColor": SOFT,
            "labelFontSize": 12,
            "labelOverlap": False,
            "labelFlush": False,
            "labelAlign": "left",
            "labelOffset": -8,
        },
    }
    up = {
        "field": "value",
        "type": "quantitative",
        "scale": {"zero": True},
        "axis": {
            "title": None,
            "tickCount": 4,
            "format": ",d",
            "domain": False,
            "ticks": False,
            "gridColor": GRID,
            "labelColor": SOFT,
            "labelFontSize": 12,
            "labelOverlap": False,
            "labelPadding": 6,
        },
    }
    hue = {"field": "series", "type": "nominal", "legend": None, "scale": {"domain": names, "range": [FIRST, SECOND]}}
    dash = {"field": "series", "type": "nominal", "legend": None, "scale": {"domain": names, "range": [[1, 0], [6, 4]]}}
    return {
        "width": WIDTH - LEFT - RIGHT,
        "height": LINES_HEIGHT - TOP - BOTTOM,
        "padding": {"left": LEFT, "right": RIGHT, "top": TOP, "bottom": BOTTOM},
        "data": {"values": values},
        "layer": [
            {
                "mark": {"type": "line", "strokeWidth": 2.5, "invalid": "break-paths-show-path-domains"},
                "encoding": {"x": across, "y": up, "color": hue, "strokeDash": dash},
            },
            {
                "transform": [{"filter": "datum.value !== null"}],
                "mark": {"type": "point", "filled": True, "size": 34, "opacity": 1},
                "encoding": {"x": across, "y": up, "color": hue},
            },
            *(_line_name(series, at, across, up) for at, series in enumerate(chart.series)),
            {
                "data": {"values": stars},
                "mark": {"type": "text", "text": MARK, "fontSize": 13, "color": STAR, "dy": -6},
                "encoding": {"x": across, "y": {"value": LINES_HEIGHT - TOP - BOTTOM}},
            },
        ],
    }


def _line_name(series: Series, at: int, across: Spec, up: Spec) -> Spec:
    """The name of a line at its end, which needs no legend and no colour to be understood."""
    last = max((place for place, figure in enumerate(series.figures) if figure.value is not None), default=0)
    return {
        "data": {"values": [{"at": last, "value": _number(series.figures[last]), "text": series.title}]},
        **_text(
            "text", (FIRST, SECOND)[at % 2], 13, {"align": "right", "dx": RIGHT, "dy": -14}, {"x": across, "y": up}
        ),
    }


def _tiles(chart: Chart) -> Spec:
    (series,) = chart.series
    top = max((float(figure.value) for figure in series.figures if figure.value is not None), default=0.0)
    values = []
    for row, figure, (column, line) in zip(chart.rows, series.figures, chart.spots, strict=True):
        step = _step(figure, top)
        x, y = (column - 1) * (TILE + TILE_GAP), (line - 1) * (TILE + TILE_GAP)
        values.append(
            {
                **{"x": x, "y": y, "x2": x + TILE, "y2": y + TILE, "middle": x + TILE / 2},
                **{"name_y": y + 24, "text_y": y + 44, "name": row, "text": figure_text(figure)},
                **{"fill": TILES[step], "ink": TILE_INKS[step]},
            }
        )
    width = max(column for column, _ in chart.spots) * (TILE + TILE_GAP)
    height = max(line for _, line in chart.spots) * (TILE + TILE_GAP)
    place: Callable[[str, int], Spec] = lambda field, end: {  # noqa: E731 - a name for one shape
        "field": field,
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [0, end], "range": [0, end], "nice": False},
    }
    ink = {"color": {"field": "ink", "type": "nominal", "scale": None, "legend": None}}
    middle = place("middle", width)
    return {
        "width": width,
        "height": height,
        "padding": 0,
        "data": {"values": values},
        "layer": [
            {
                "mark": {"type": "rect", "cornerRadius": 6, "stroke": GRID, "strokeWidth": 1},
                "encoding": {
                    **{"x": place("x", width), "y": place("y", height), "x2": {"field": "x2"}, "y2": {"field": "y2"}},
                    "color": {"field": "fill", "type": "nominal", "scale": None, "legend": None},
                },
            },
            _text("name", None, 13, {"align": "center"}, {"x": middle, "y": place("name_y", height), **ink}),
            _text(
                "text",
                None,
                14,
                {"align": "center", "fontWeight": 700},
                {"x": middle, "y": place("text_y", height), **ink},
            ),
        ],
    }


_SPECS: Mapping[Kind, Callable[[Chart], Spec]] = {Kind.BARS: _bars, Kind.LINES: _lines, Kind.TILES: _tiles}


def _step(figure: Shown, top: float) -> int:
    """The shade of a tile: 0 for what is not given, else one of five equal steps up to the largest."""
    if figure.value is None or not top:
        return 0
    return min(STEPS, 1 + int(STEPS * float(figure.value) / (top * 1.0001)))


def _number(figure: Shown) -> float | None:
    return None if figure.value is None else float(figure.value)


def _bar_text(figure: Shown) -> str:
    return f"{MARK} 不公布" if figure.state is State.WITHHELD else f"{figure_text(figure)}"


def _text(field: str, colour: str | None, size: int, mark: Mapping[str, Any], encoding: Sequence[Any] | Spec) -> Spec:
    paint = {"color": colour} if colour else {}
    return {
        "mark": {"type": "text", "baseline": "middle", "fontSize": size, **paint, **mark},
        "encoding": {"text": {"field": field, "type": "nominal"}, **dict(encoding)},
    }
