"""A chart before it is drawn: what it shows, of plain series of figures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.figure import FigureState, Shown


class ChartKind(StrEnum):
    """The forms of charts."""

    BARS = "bars"
    LINES = "lines"
    TILES = "tiles"


@dataclass(frozen=True, slots=True)
class Series:
    """One figure a row."""

    title: str
    figures: tuple[Shown, ...]
    is_guide: bool = False
    """Whether the others are held against it: a budget, a limit."""


@dataclass(frozen=True, slots=True)
class Chart:
    """`key` names it on its page; `rows` are its labels, with `addresses` to lead to and `spots` on a tile map."""

    key: str
    kind: ChartKind
    title: str
    unit: str
    row_title: str
    rows: tuple[str, ...]
    series: tuple[Series, ...]
    source: str
    """The role of the dataset it is made from."""
    addresses: tuple[str | None, ...] = ()
    spots: tuple[tuple[int, int], ...] = ()
    places: tuple[int, ...] = ()
    """How far along the way each row stands, for rows that are not equally far apart: not every row then tells of
    every series, and a line goes on from one row that does to the next."""
    note: str = ""
    """What somebody who has never seen such a chart needs to know."""

    @property
    def hides(self) -> bool:
        """Whether any figure in it is withheld."""
        return any(figure.state is FigureState.WITHHELD for series in self.series for figure in series.figures)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all to show."""
        return all(figure.state is FigureState.ABSENT for series in self.series for figure in series.figures)
