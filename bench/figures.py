"""What a bench gives: measured figures, each with the most it may be, and the table that shows them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Figure(NamedTuple):
    """One measured figure. Without `at_most` it is told for information only."""

    name: str
    value: float
    unit: str
    at_most: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the figure is within its limit."""
        return self.at_most is None or self.value <= self.at_most


def ratio(name: str, measured: float, reference: float, at_most: float) -> Figure:
    """How many times a reference something takes."""
    return Figure(name, measured / reference, "×", at_most)


def seconds(name: str, value: float, at_most: float | None = None) -> Figure:
    """A duration."""
    return Figure(name, value, "s", at_most)


def megabytes(name: str, value: float, at_most: float | None = None) -> Figure:
    """Memory."""
    return Figure(name, value, "MB", at_most)


def render_figures(bench: str, figures: Iterable[Figure]) -> str:
    """The bench's name, then one line a figure: what, how much, how much it may be."""
    return "\n".join((bench, *(line for figure in figures for line in _lines(figure))))


def _lines(figure: Figure) -> Iterator[str]:
    name = figure.name + " " * (62 - sum(1 + (unicodedata.east_asian_width(sign) == "W") for sign in figure.name))
    limit = "" if figure.at_most is None else f"at most {figure.at_most:g} {figure.unit}"
    verdict = "" if figure.at_most is None else "  met" if figure.is_met else "  MISSED"
    yield f"  {name} {figure.value:10.3f} {figure.unit:3} {limit}{verdict}".rstrip()
