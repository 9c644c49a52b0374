"""Cells become the sums an attacker writes down: bottom-up, each cell reported to the total it belongs to.

A cell that a sum needs and that no row speaks of is added: to an attacker a missing row is one more unknown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from generator.features.statistics.cells import Cell
from generator.features.statistics.dimensions import Dimension, all_hierarchies
from generator.features.statistics.periods import days_of
from generator.model.figure_columns import PERIOD


class Sum(NamedTuple):
    """A total and its parts, which are its codes on a dimension (`axis`)."""

    total: Cell
    parts: tuple[Cell, ...]
    axis: str

    @property
    def members(self) -> tuple[Cell, ...]:
        """The total, then its parts."""
        return (self.total, *self.parts)


class Sums:
    """The sums over the axes of one case, for its releases: most speak of the same cells, and are written down once."""

    def __init__(self, dimensions: Iterable[Dimension], overlaps: frozenset[str] = frozenset()) -> None:
        self._axes = tuple(dimensions)
        self.overlaps = overlaps
        """Dimensions of which a household may stand in several codes: there the parts may be more than the total."""
        self._written: dict[frozenset[Cell], tuple[Sum, ...]] = {}

    def over(self, rows: Iterable[Cell]) -> tuple[Sum, ...]:
        """As `write_sums`."""
        spoken = frozenset(rows)
        if spoken not in self._written:
            self._written[spoken] = write_sums(spoken, self._axes)
        return self._written[spoken]


def write_sums(rows: Collection[Cell], dimensions: Iterable[Dimension]) -> tuple[Sum, ...]:
    """Every sum of which the total and at least one part are spoken of, or follow from what is."""
    axes = all_hierarchies(dimensions)
    known = _with_links(set(rows), tuple(axis for axis in axes if not axis.inner))
    sums: list[Sum] = []
    for axis in axes:
        present = {total for cell in known if (total := _above(cell, axis)) in known}
        for total in sorted(cell for cell in present if cell is not None):
            parts = axis.below(_code(total, axis), _first_day(total) if axis.holds else "")
            if parts:
                sums.append(Sum(total, tuple(_at(total, axis, part) for part in parts), axis.name))
    return tuple(sums)


def _first_day(cell: Cell) -> str:
    return next((days_of(code)[0] for name, code in cell.place if name == PERIOD), "")


def _with_links(known: set[Cell], axes: tuple[Dimension, ...]) -> set[Cell]:
    """Also the totals nobody reported that lie between reported ones: townships and the city, but no districts."""
    fresh = known
    while fresh:
        missing = {above for cell in fresh for axis in axes if (above := _above(cell, axis)) is not None} - known
        fresh = {cell for cell in missing if any(_reaches(cell, axis, known) for axis in axes)}
        known = known | fresh
    return known


def _reaches(cell: Cell, axis: Dimension, known: set[Cell]) -> bool:
    above = _above(cell, axis)
    while above is not None and above not in known:
        above = _above(above, axis)
    return above is not None


def _above(cell: Cell, axis: Dimension) -> Cell | None:
    """The cell one step up; asked for every cell of a table."""
    place, own = cell.place, axis.name
    for at, (name, code) in enumerate(place):
        if name == own:
            parent = axis.parents.get(code)
            if parent is None:
                return None
            held = () if parent == axis.total else ((own, parent),)
            return Cell(cell.measure, (*place[:at], *held, *place[at + 1 :]))
    return None


def _code(cell: Cell, axis: Dimension) -> str:
    for name, code in cell.place:
        if name == axis.name:
            return code
    return axis.total or ""


def _at(cell: Cell, axis: Dimension, code: str) -> Cell:
    name = axis.name
    rest = [pair for pair in cell.place if pair[0] != name]
    if code != axis.total:
        rest.append((name, code))
        rest.sort()
    return Cell(cell.measure, tuple(rest))
