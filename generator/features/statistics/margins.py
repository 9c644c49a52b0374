"""Cells become the equations among them: each total is the sum of the cells one step below it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from generator.features.statistics.cells import Cell, move_cell_to_each
from generator.features.statistics.dimensions import Dimension, all_hierarchies
from generator.features.statistics.periods import days_of
from generator.model.figure_columns import PERIOD


class Margin(NamedTuple):
    """One equation: `total` equals the sum of `parts`, which are its codes on a dimension (`axis`)."""

    total: Cell
    parts: tuple[Cell, ...]
    axis: str


def find_margins(cells: Collection[Cell], dimensions: Iterable[Dimension], gaps: bool = False) -> Iterator[Margin]:
    """Every equation whose total and parts are all among the cells; with `gaps`, whose total and some part are."""
    present = frozenset(cells)
    axes = tuple(each for each in all_hierarchies(dimensions) if each.children)
    for cell in cells:
        codes = dict(cell.place)
        for dimension in axes:
            day = days_of(codes[PERIOD])[0] if dimension.holds and PERIOD in codes else ""
            below = dimension.below(codes.get(dimension.name, dimension.total or ""), day)
            if not below:
                continue
            parts = move_cell_to_each(cell, dimension, below)
            known = sum([part in present for part in parts])
            if known and (gaps or known == len(parts)):
                yield Margin(cell, parts, dimension.name)
