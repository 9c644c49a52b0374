"""What the specifications of all charts have in common: width, colours, words, and how a figure is put in."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.figure import Shown
from generator.model.json_value import Written

Spec = Written

WIDTH = 340
"""Of every chart, in pixels: what a phone shows without shrinking it."""

INK, SOFT, GRID, FIRST, SECOND = "#010101", "#010102", "#010103", "#010104", "#010105"
COLOURS: Mapping[str, str] = {
    INK: "ink",
    SOFT: "ink-soft",
    GRID: "line",
    FIRST: "chart-1",
    SECOND: "chart-2",
}
"""What stands in a specification for each colour of the theme, which the page decides by day, by night, on paper."""
GIVEN = {"filter": "datum.value !== null"}
MARKS_WITHHELD = {"filter": "datum.value === null"}


def words(field: str, mark: Spec, encoding: Spec) -> Spec:
    """A layer of text: what stands in `field` of each row."""
    return {
        "mark": {"type": "text", "baseline": "middle", "fontSize": 14, **mark},
        "encoding": {"text": {"field": field, "type": "nominal"}, **encoding},
    }


def number_in(figure: Shown) -> float | None:
    """The figure as Vega reads it; null where it is not given."""
    return None if figure.value is None else float(figure.value)
