"""A chart of bars becomes its specification: the label over each bar, so that a phone has room for long names."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.chart import Chart
from generator.model.figure import FigureState, Shown
from generator.render.charts.chart_in_words import WORDS_MARK, short_text
from generator.render.charts.marks import FIRST, GIVEN, INK, MARKS_WITHHELD, SOFT, WIDTH, Spec, number_in, words

ROW, BAR, VALUE_SPACE = 46, 16, 84
_UP, DOWN = -11, 9
"""How far from the middle of its row the label and the bar stand."""


def bar_spec(chart: Chart) -> Spec:
    """One bar a row; where a figure is withheld, a star and no bar."""
    (series,) = chart.series
    values = list(_values(chart.rows, series.figures))
    return {
        "width": WIDTH,
        "height": ROW * len(values),
        "padding": 0,
        "data": {"values": values},
        "encoding": {"y": {"field": "at", "type": "ordinal", "axis": None, "scale": {"padding": 0}}},
        "layer": list(_layers(_along(series.figures))),
    }


def _values(rows: tuple[str, ...], figures: tuple[Shown, ...]) -> Iterator[Spec]:
    for at, (row, figure) in enumerate(zip(rows, figures, strict=True)):
        text = f"{WORDS_MARK} 不公布" if figure.state is FigureState.WITHHELD else short_text(figure)
        yield {"at": at, "label": row, "value": number_in(figure), "text": text}


def _along(figures: tuple[Shown, ...]) -> Spec:
    top = max((number_in(figure) or 0.0 for figure in figures), default=0.0) or 1.0
    scale = {"domain": [0, top], "range": [0, WIDTH - VALUE_SPACE], "nice": False}
    return {"field": "value", "type": "quantitative", "axis": None, "scale": scale}


def _layers(along: Spec) -> Iterator[Spec]:
    left = {"value": 0}
    yield words("label", {"color": INK, "align": "left", "dy": _UP}, {"x": left})
    bar = {"type": "bar", "height": BAR, "yOffset": DOWN, "color": FIRST}
    yield {"transform": [GIVEN], "mark": bar, "encoding": {"x": along}}
    beside = {"color": INK, "align": "left", "dx": 6, "dy": DOWN}
    yield {"transform": [GIVEN], **words("text", beside, {"x": along})}
    yield {"transform": [MARKS_WITHHELD], **words("text", {"color": SOFT, "align": "left", "dy": DOWN}, {"x": left})}
