"""Cells become prices: what it costs readers when a figure is withheld as a complement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

from generator.features.statistics.cells import Cell, code_at
from generator.features.statistics.dimensions import Dimension
from generator.features.statistics.totals import Figure

Floats = npt.NDArray[np.float64]

A_STEP_UP = 1.4
"""A total costs so many times what its parts cost: readers compare districts before townships."""
A_ZERO = 2.0
"""An empty cell shields poorly, since people guess that it is empty: dearer than a handful of people."""


def price_cells(figures: Mapping[Cell, Figure], dimensions: Iterable[Dimension]) -> Floats:
    """A price for each cell: detail below totals, small below large."""
    axes = tuple((dimension, max(dimension.depths.values())) for dimension in dimensions)
    return np.array([_size(float(figure.value)) * A_STEP_UP ** _height(cell, axes) for cell, figure in figures.items()])


def _size(value: float) -> float:
    return 1.0 + 0.15 * float(np.log2(1.0 + value)) if value else A_ZERO


def _height(cell: Cell, axes: tuple[tuple[Dimension, int], ...]) -> int:
    return sum(deepest - dimension.depths[code_at(cell, dimension) or ""] for dimension, deepest in axes)
