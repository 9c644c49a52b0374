"""A map of tiles becomes its drawing: a tile for each district, the darker the more."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.chart import Chart
from generator.model.figure import Shown
from generator.render.charts.chart_in_words import figure_text
from generator.render.charts.drawing import GRID, ChartDrawing, ChartShape, Lettering, Word, number_in, word

SHADES = 5
"""How many a tile can have; the theme has a colour for each, and for the words on it."""
TILE, GAP, ROUND = 64, 4, 6
NAME_LINE, FIGURE_LINE = 28, 48
"""How far below the top of a tile the letters of its name and its figure stand."""
_NAME_SIZE, _FIGURE_SIZE = 13, 14
_SIDE = TILE - 2 * ROUND
_TILE = (
    f"h{_SIDE}a{ROUND} {ROUND} 0 0 1 {ROUND} {ROUND}v{_SIDE}a{ROUND} {ROUND} 0 0 1-{ROUND} {ROUND}"
    f"h-{_SIDE}a{ROUND} {ROUND} 0 0 1-{ROUND}-{ROUND}v-{_SIDE}a{ROUND} {ROUND} 0 0 1 {ROUND}-{ROUND}z"
)
"""The outline of any tile, from where its upper edge begins."""


def draw_tiles(chart: Chart) -> ChartDrawing:
    """Tiles with name and figure; one whose figure is withheld has a star and no shade."""
    (series,) = chart.series
    top = max(map(number_in, series.figures), default=0.0)
    tiles: dict[int, list[tuple[int, int, str, Shown]]] = {}
    for title, figure, (column, line) in zip(chart.rows, series.figures, chart.spots, strict=True):
        corner = (column - 1) * (TILE + GAP), (line - 1) * (TILE + GAP)
        tiles.setdefault(_step(figure, top), []).append((*corner, title, figure))
    shades = sorted(tiles.items())
    return ChartDrawing(
        max(column for column, _ in chart.spots) * (TILE + GAP),
        max(line for _, line in chart.spots) * (TILE + GAP),
        tuple(_shape(step, each) for step, each in shades),
        tuple(lettering for step, each in shades for lettering in _letterings(step, each)),
    )


def _step(figure: Shown, top: float) -> int:
    """The shade: 0 for what is not given, else one of equal steps up to the largest."""
    if figure.value is None or not top:
        return 0
    return min(SHADES, 1 + int(SHADES * number_in(figure) / (top * 1.0001)))


def _shape(step: int, tiles: list[tuple[int, int, str, Shown]]) -> ChartShape:
    path = "".join(f"M{x + ROUND} {y}{_TILE}" for x, y, _, _ in tiles)
    return ChartShape(path, fill=f"tile-{step}", stroke=GRID)


def _letterings(step: int, tiles: list[tuple[int, int, str, Shown]]) -> Iterator[Lettering]:
    names = (_centred(x, y + NAME_LINE, title) for x, y, title, _ in tiles)
    figures = (_centred(x, y + FIGURE_LINE, figure_text(figure)) for x, y, _, figure in tiles)
    yield Lettering(tuple(names), f"on-tile-{step}", _NAME_SIZE, "middle")
    yield Lettering(tuple(figures), f"on-tile-{step}", _FIGURE_SIZE, "middle", is_bold=True)


def _centred(x: int, y: int, text: str) -> Word:
    return word(x + TILE / 2, y, text)
