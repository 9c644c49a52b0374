"""A chart of bars becomes its drawing: the label over each bar, so that a phone has room for long names."""

from __future__ import annotations

from generator.model.chart import Chart
from generator.model.figure import FigureState, Shown
from generator.render.charts.chart_in_words import WORDS_MARK, short_text
from generator.render.charts.drawing import (
    FIRST,
    INK,
    SOFT,
    WIDTH,
    ChartDrawing,
    ChartShape,
    Lettering,
    coordinate,
    number_in,
    word,
)

ROW, BAR, VALUE_SPACE = 46, 16, 84
_LABEL, _BAR, _VALUE = 16, 24, 36
"""How far below the top of its row the label's letters stand, the bar begins, and the letters beside it stand."""
_SIZE, _ASIDE, _LEAST = 14, 6, 1
"""Of letters; from the bar to its figure; the shortest bar of what is not nothing."""


def draw_bars(chart: Chart) -> ChartDrawing:
    """One bar a row; where a figure is withheld, a star and no bar."""
    (series,) = chart.series
    rows = [
        (at * ROW, title, figure) for at, (title, figure) in enumerate(zip(chart.rows, series.figures, strict=True))
    ]
    top = max(map(number_in, series.figures), default=0.0) or 1.0
    lengths = [
        max(_LEAST, (WIDTH - VALUE_SPACE) * each / top) if each > 0 else 0.0 for each in map(number_in, series.figures)
    ]
    bars = "".join(
        f"M0 {y + _BAR}h{coordinate(length)}v{BAR}H0z" for (y, *_), length in zip(rows, lengths, strict=True) if length
    )
    labels = (word(0, y + _LABEL, title) for y, title, _ in rows)
    values = (
        word(length + _ASIDE, y + _VALUE, short_text(figure))
        for (y, _, figure), length in zip(rows, lengths, strict=True)
        if figure.value is not None
    )
    missing = tuple(word(0, y + _VALUE, _reason(figure)) for y, _, figure in rows if figure.value is None)
    return ChartDrawing(
        WIDTH,
        ROW * len(rows),
        (ChartShape(bars, fill=FIRST),) if bars else (),
        (Lettering((*labels, *values), INK, _SIZE), *((Lettering(missing, SOFT, _SIZE),) if missing else ())),
    )


def _reason(figure: Shown) -> str:
    return f"{WORDS_MARK} 不公布" if figure.state is FigureState.WITHHELD else short_text(figure)
