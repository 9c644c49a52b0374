"""A chart over time becomes its specification: each line named at its end, differing in dash as well as in hue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.chart import Chart, Series
from generator.model.figure import FigureState
from generator.render.charts.chart_in_words import WORDS_MARK
from generator.render.charts.marks import FIRST, GIVEN, GRID, SECOND, SOFT, WIDTH, Spec, number_in, words

HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 220, 46, 16, 26, 30
PLOT = HEIGHT - TOP - BOTTOM
DATES = 4
"""So many dates fit under a line."""
_COLOURS = (FIRST, SECOND)
DASHES = ([1, 0], [6, 4])
GUIDE_DASH = [2, 3]
CLOSE = 0.1
"""Of the whole height: two lines that end nearer to one another are named above and below."""


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
        for at, figure in zip(_places(chart), series.figures, strict=True):
            if chart.places and figure.state is FigureState.ABSENT:
                continue
            yield {"at": at, "series": series.title, "value": number_in(figure)}


def _places(chart: Chart) -> tuple[int, ...]:
    return chart.places or tuple(range(len(chart.rows)))


def _layers(chart: Chart) -> Iterator[Spec]:
    place = {"x": _across(chart), "y": _up()}
    names = [series.title for series in chart.series]
    looks = tuple(_looks(chart.series))
    hue, dash = (_by_series(names, list(each)) for each in zip(*looks, strict=True))
    line = {"type": "line", "strokeWidth": 2.5, "invalid": "break-paths-show-path-domains"}
    yield {"mark": line, "encoding": {**place, "color": hue, "strokeDash": dash}}
    point = {"type": "point", "filled": True, "size": 34, "opacity": 1}
    no_guides = {
        "filter": {"field": "series", "oneOf": [series.title for series in chart.series if not series.is_guide]}
    }
    yield {"transform": [GIVEN, no_guides], "mark": point, "encoding": {**place, "color": hue}}
    for series, (colour, _dash) in zip(chart.series, looks, strict=True):
        yield _name(chart, series, colour, place)
    star = {"type": "text", "text": WORDS_MARK, "fontSize": 13, "color": SOFT, "dy": -6}
    stars = [{"at": place} for at, place in enumerate(_places(chart)) if _is_withheld(chart, at)]
    yield {"data": {"values": stars}, "mark": star, "encoding": {"x": place["x"], "y": {"value": PLOT}}}


def _is_withheld(chart: Chart, at: int) -> bool:
    return any(series.figures[at].state is FigureState.WITHHELD for series in chart.series)


def _by_series(names: list[str], values: list[object]) -> Spec:
    scale = {"domain": names, "range": values[: len(names)]}
    return {"field": "series", "type": "nominal", "legend": None, "scale": scale}


def _looks(series: Iterable[Series]) -> Iterator[tuple[str, object]]:
    """Colour and dash of each; guides share a quiet one."""
    free = iter(zip(_COLOURS, DASHES, strict=True))
    for each in series:
        yield (SOFT, GUIDE_DASH) if each.is_guide else next(free)


def _name(chart: Chart, series: Series, colour: str, place: Spec) -> Spec:
    """At the end of its line; a guide, which is level, at its beginning."""
    last = 0 if series.is_guide else _last(series)
    value = {"at": _places(chart)[last], "value": number_in(series.figures[last]), "text": series.title}
    aside = {"align": "left", "dx": 0} if series.is_guide else {"align": "right", "dx": RIGHT}
    mark = {"color": colour, "fontSize": 13, **aside, "dy": 16 if _is_crowded(chart, series) else -14}
    return {"data": {"values": [value]}, **words("text", mark, place)}


def _last(series: Series) -> int:
    return max((at for at, figure in enumerate(series.figures) if figure.value is not None), default=0)


def _is_crowded(chart: Chart, series: Series) -> bool:
    """Whether it is the lower of two lines that end close to each other."""
    top = max((number_in(each) or 0.0 for one in chart.series for each in one.figures), default=0.0)
    end = number_in(series.figures[_last(series)])
    others = (number_in(each.figures[_last(each)]) for each in chart.series if each is not series and not each.is_guide)
    above = (other - end for other in others if other is not None and end is not None)
    is_later = any(each is series for each in chart.series[1:])
    return not series.is_guide and any(0 <= gap < CLOSE * top and (gap or is_later) for gap in above)


def _across(chart: Chart) -> Spec:
    """Days that are not equally far apart would write over one another: of these only the first and the last stand."""
    rows, places = chart.rows, _places(chart)
    named = [0, len(rows) - 1] if chart.places else list(range(0, len(rows), max(1, -(-len(rows) // DATES))))
    labels = " : ".join(f"datum.value == {places[at]} ? '{rows[at]}'" for at in named) + " : ''"
    ticks = [places[at] for at in named]
    axis = {"values": ticks, "labelExpr": labels, "grid": False, "domainColor": GRID, "tickColor": GRID}
    last = {"condition": {"test": f"datum.value == {places[-1]}", "value": "right"}, "value": "left"}
    flush = {"labelFlush": False, "labelAlign": last if chart.places else "left", "labelOffset": -8}
    scale = {"domain": [0, max(1, places[-1])], "nice": False}
    return {"field": "at", "type": "quantitative", "scale": scale, "axis": {**_LABELS, **axis, **flush}}


def _up() -> Spec:
    axis = {"tickCount": 4, "format": ",d", "domain": False, "ticks": False, "gridColor": GRID, "labelPadding": 6}
    return {"field": "value", "type": "quantitative", "scale": {"zero": True}, "axis": {**_LABELS, **axis}}


_LABELS: Spec = {"title": None, "labelColor": SOFT, "labelFontSize": 12, "labelOverlap": False}
