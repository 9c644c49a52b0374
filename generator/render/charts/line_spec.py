"""A chart over time becomes its specification: each line named at its end, differing in dash as well as in hue."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.chart import Chart, Series
from generator.model.figure import State
from generator.render.charts.marks import FIRST, GIVEN, GRID, SECOND, SOFT, WIDTH, Spec, number_in, words
from generator.render.charts.words import MARK

HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 220, 46, 16, 26, 30
PLOT = HEIGHT - TOP - BOTTOM
DATES = 4
"""So many dates fit under a line."""
COLOURS = (FIRST, SECOND)
DASHES = ([1, 0], [6, 4])


def line_spec(chart: Chart) -> Spec:
    """Lines that break where a figure is withheld; a star on the ground marks the place."""
    return {
        "width": WIDTH - LEFT - RIGHT,
        "height": PLOT,
        "padding": {"left": LEFT, "right": RIGHT, "top": TOP, "bottom": BOTTOM},
        "data": {"values": list(_values(chart))},
        "layer": list(_layers(chart)),
    }


def _values(chart: Chart) -> Iterator[Spec]:
    for series in chart.series:
        for at, figure in enumerate(series.figures):
            yield {"at": at, "series": series.title, "value": number_in(figure)}


def _layers(chart: Chart) -> Iterator[Spec]:
    place = {"x": _across(chart.rows), "y": _up()}
    names = [series.title for series in chart.series]
    hue, dash = (_by_series(names, list(each)) for each in (COLOURS, DASHES))
    line = {"type": "line", "strokeWidth": 2.5, "invalid": "break-paths-show-path-domains"}
    yield {"mark": line, "encoding": {**place, "color": hue, "strokeDash": dash}}
    point = {"type": "point", "filled": True, "size": 34, "opacity": 1}
    yield {"transform": [GIVEN], "mark": point, "encoding": {**place, "color": hue}}
    yield from (_name(series, colour, place) for series, colour in zip(chart.series, COLOURS, strict=False))
    star = {"type": "text", "text": MARK, "fontSize": 13, "color": SOFT, "dy": -6}
    stars = [{"at": at} for at in range(len(chart.rows)) if _is_withheld(chart, at)]
    yield {"data": {"values": stars}, "mark": star, "encoding": {"x": place["x"], "y": {"value": PLOT}}}


def _is_withheld(chart: Chart, at: int) -> bool:
    return any(series.figures[at].state is State.WITHHELD for series in chart.series)


def _by_series(names: list[str], values: list[object]) -> Spec:
    scale = {"domain": names, "range": values[: len(names)]}
    return {"field": "series", "type": "nominal", "legend": None, "scale": scale}


def _name(series: Series, colour: str, place: Spec) -> Spec:
    last = max((at for at, figure in enumerate(series.figures) if figure.value is not None), default=0)
    value = {"at": last, "value": number_in(series.figures[last]), "text": series.title}
    mark = {"color": colour, "fontSize": 13, "align": "right", "dx": RIGHT, "dy": -14}
    return {"data": {"values": [value]}, **words("text", mark, place)}


def _across(rows: tuple[str, ...]) -> Spec:
    ticks = list(range(0, len(rows), max(1, -(-len(rows) // DATES))))
    labels = " : ".join(f"datum.value == {at} ? '{rows[at]}'" for at in ticks) + " : ''"
    axis = {"values": ticks, "labelExpr": labels, "grid": False, "domainColor": GRID, "tickColor": GRID}
    flush = {"labelFlush": False, "labelAlign": "left", "labelOffset": -8}
    scale = {"domain": [0, max(1, len(rows) - 1)], "nice": False}
    return {"field": "at", "type": "quantitative", "scale": scale, "axis": {**_LABELS, **axis, **flush}}


def _up() -> Spec:
    axis = {"tickCount": 4, "format": ",d", "domain": False, "ticks": False, "gridColor": GRID, "labelPadding": 6}
    return {"field": "value", "type": "quantitative", "scale": {"zero": True}, "axis": {**_LABELS, **axis}}


_LABELS: Spec = {"title": None, "labelColor": SOFT, "labelFontSize": 12, "labelOverlap": False}
