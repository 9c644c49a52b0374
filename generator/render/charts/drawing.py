"""What a chart's drawing is made of, in the theme's own colours; `ui.drawing` in `components.html` writes it as SVG.

Sizes are fixed: how wide a system's fonts are must not change a byte.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.model.figure import Shown

WIDTH = 340
"""Of every chart, in pixels: what a phone shows without shrinking it."""
INK, SOFT, GRID, FIRST, SECOND = "ink", "ink-soft", "line", "chart-1", "chart-2"
"""Names of the theme's colours, which the page decides by day, by night, on paper."""


class ChartShape(NamedTuple):
    """A path: filled, drawn with a stroke, or both. With round ends a path without length is a dot."""

    path: str
    fill: str = ""
    stroke: str = ""
    width: float = 1
    dash: str = ""
    is_round: bool = False


class Word(NamedTuple):
    """Letters at a place, on their baseline."""

    x: str
    y: str
    text: str


class Lettering(NamedTuple):
    """Words that look the same; `anchor` says which end of each stands at its place.

    Those with a halo stay readable where they stand across a line.
    """

    words: tuple[Word, ...]
    colour: str
    size: int
    anchor: str = "start"
    is_bold: bool = False
    has_halo: bool = False


class ChartDrawing(NamedTuple):
    """Shapes, and the words over them."""

    width: int
    height: int
    shapes: tuple[ChartShape, ...]
    letterings: tuple[Lettering, ...]


def word(x: float, y: float, text: str) -> Word:
    """Letters at a place."""
    return Word(coordinate(x), coordinate(y), text)


def coordinate(value: float) -> str:
    """To a tenth of a pixel, in as few letters as there may be."""
    return f"{value:.1f}".removesuffix(".0")


def number_in(figure: Shown) -> float:
    """What is drawn of a figure; nothing where it is not given."""
    return float(figure.value or 0)
