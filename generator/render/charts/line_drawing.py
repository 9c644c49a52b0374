"""A chart over time becomes its drawing: each line named at its end, differing in dash as well as in hue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.chart import Chart, Series
from generator.model.figure import FigureState
from generator.render.charts.axes import fitting, round_step, short_amount
from generator.render.charts.chart_in_words import WORDS_MARK
from generator.render.charts.drawing import (
    FIRST,
    GRID,
    SECOND,
    SOFT,
    WIDTH,
    ChartDrawing,
    ChartShape,
    Lettering,
    Word,
    coordinate,
    number_in,
    word,
)

HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 220, 46, 16, 26, 30
GROUND, LINE_END = HEIGHT - BOTTOM, WIDTH - RIGHT
"""Where nothing at all is drawn, and where the last of a line is."""
DASHES = ("", "6 4")
GUIDE_DASH = "2 3"
CLOSE = 0.15
"""Of the whole height: two lines that end nearer to one another are named above and below."""
_COLOURS = (FIRST, SECOND)
_LINE, _DOT = 2.5, 5.8
_TICK, _DATE_LINE = 5, 16
"""How long a tick is, how far below the ground dates stand."""
_DATES_BETWEEN = LEFT - 8.0, float(WIDTH)
_ABOVE, _BELOW, _ON_LINE = -10, 20, 4
"""From a line to the letters over it and under it, and to those of an amount beside it."""
_AMOUNT_SIZE, _NAME_SIZE = 12, 13


class Scales(NamedTuple):
    """Where rows and amounts are drawn."""

    places: tuple[float, ...]
    least: float
    most: float

    def up(self, amount: float) -> float:
        """How far down the page an amount is."""
        return GROUND - (GROUND - TOP) * (amount - self.least) / (self.most - self.least)


def draw_lines(chart: Chart) -> ChartDrawing:
    """Lines that break where a figure is withheld; a star on the ground marks the place."""
    scales = _scales(chart)
    amounts, named = _amounts(scales), _named_rows(chart, scales)
    lined = tuple(zip(chart.series, _looks(chart.series), strict=True))
    grid = "".join(f"M{LEFT} {place:.0f}.5H{LINE_END}" for _, place in amounts)
    ticks = "".join(f"M{scales.places[at]:.0f}.5 {GROUND}.5v{_TICK}" for at in named)
    lines = (ChartShape(_line(chart, each, scales), "none", colour, _LINE, dash) for each, (colour, dash) in lined)
    dots = (
        ChartShape(_dots(each, scales), "none", colour, _DOT, is_round=True)
        for each, (colour, _) in lined
        if not each.is_guide
    )
    letterings = (
        Lettering(tuple(word(LEFT - 6, place + _ON_LINE, text) for text, place in amounts), SOFT, _AMOUNT_SIZE, "end"),
        *_dates(chart, scales, named),
        *(_name(chart, each, colour, scales) for each, (colour, _) in lined),
        *_stars(chart, scales),
    )
    return ChartDrawing(WIDTH, HEIGHT, (ChartShape(grid + ticks, "none", GRID), *lines, *dots), letterings)


def _scales(chart: Chart) -> Scales:
    """Rows that are not equally far apart say themselves how far along they are."""
    ways = chart.places or range(len(chart.rows))
    whole = max(1, ways[-1])
    drawn = [number_in(each) for series in chart.series for each in series.figures]
    least, most = min(0.0, *drawn), max(0.0, *drawn)
    return Scales(
        tuple(LEFT + (LINE_END - LEFT) * way / whole for way in ways), least, most if most > least else least + 1
    )


def _amounts(scales: Scales) -> tuple[tuple[str, float], ...]:
    """What is written up the side, and where."""
    step = round_step(scales.most - scales.least)
    marked = range(-int(-scales.least // step) * step, int(scales.most) + 1, step)
    return tuple((short_amount(each, step), scales.up(each)) for each in marked)


def _named_rows(chart: Chart, scales: Scales) -> Sequence[int]:
    """The rows whose dates are written; of days, which are not equally far apart, the first and the last."""
    if chart.places:
        return sorted({0, len(chart.rows) - 1})
    return fitting(chart.rows, scales.places, _DATES_BETWEEN)


def _dates(chart: Chart, scales: Scales, named: Sequence[int]) -> Iterator[Lettering]:
    """The first begins and the last ends at the edge; the others stand in the middle of their places."""
    last = len(chart.rows) - 1
    ways = {"start": _DATES_BETWEEN[0], "end": _DATES_BETWEEN[1]}
    words: dict[str, list[Word]] = {}
    for at in named:
        anchor = "start" if not at else "end" if at == last else "middle"
        place = word(ways.get(anchor, scales.places[at]), GROUND + _DATE_LINE, chart.rows[at])
        words.setdefault(anchor, []).append(place)
    for anchor, each in words.items():
        yield Lettering(tuple(each), SOFT, _AMOUNT_SIZE, anchor)


def _looks(series: Sequence[Series]) -> Iterator[tuple[str, str]]:
    """Colour and dash of each; guides share a quiet one."""
    free = iter(zip(_COLOURS, DASHES, strict=True))
    for each in series:
        yield (SOFT, GUIDE_DASH) if each.is_guide else next(free)


def _line(chart: Chart, series: Series, scales: Scales) -> str:
    """From figure to figure; where rows are not equally far apart, past those that do not tell of this series."""
    path, is_begun = "", False
    for place, figure in zip(scales.places, series.figures, strict=True):
        if figure.value is not None:
            path += f"{'L' if is_begun else 'M'}{coordinate(place)} {coordinate(scales.up(number_in(figure)))}"
            is_begun = True
        elif not chart.places or figure.state is not FigureState.ABSENT:
            is_begun = False
    return path


def _dots(series: Series, scales: Scales) -> str:
    return "".join(
        f"M{coordinate(place)} {coordinate(scales.up(number_in(figure)))}h0"
        for place, figure in zip(scales.places, series.figures, strict=True)
        if figure.value is not None
    )


def _name(chart: Chart, series: Series, colour: str, scales: Scales) -> Lettering:
    """At the end of its line; a guide, which is level, at its beginning."""
    last = 0 if series.is_guide else _last(series)
    over = _BELOW if _is_crowded(chart, series, scales) else _ABOVE
    aside, anchor = (0, "start") if series.is_guide else (RIGHT, "end")
    named = word(scales.places[last] + aside, scales.up(number_in(series.figures[last])) + over, series.title)
    return Lettering((named,), colour, _NAME_SIZE, anchor, has_halo=True)


def _last(series: Series) -> int:
    return max((at for at, figure in enumerate(series.figures) if figure.value is not None), default=0)


def _is_crowded(chart: Chart, series: Series, scales: Scales) -> bool:
    """Whether it is the lower of two lines that end close to each other."""
    ends = [(each, each.figures[_last(each)].value) for each in chart.series if not each.is_guide]
    end = next((float(value) for each, value in ends if each is series and value is not None), None)
    is_later = any(each is series for each in chart.series[1:])
    above = (float(value) - end for each, value in ends if each is not series and value is not None and end is not None)
    return any(0 <= gap < CLOSE * scales.most and (gap or is_later) for gap in above)


def _stars(chart: Chart, scales: Scales) -> Iterator[Lettering]:
    hidden = [
        place
        for at, place in enumerate(scales.places)
        if any(series.figures[at].state is FigureState.WITHHELD for series in chart.series)
    ]
    if hidden:
        stars = tuple(word(place, GROUND - 2, WORDS_MARK) for place in hidden)
        yield Lettering(stars, SOFT, _NAME_SIZE, "middle")
