"""Margins become the sparse equations of a table: every total less its parts is zero."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.int64]
IndexMargin = tuple[int, ...]
"""One equation by positions: the total first, then its parts."""


@dataclass(frozen=True, slots=True)
class Equations:
    """Rows of a sparse matrix with +1 at parts and -1 at totals; `row` and `column` name the place of each entry."""

    height: int
    width: int
    row: Indices
    column: Indices
    sign: Floats

    def touching(self, cells: Flags) -> Equations:
        """Only the equations in which any of the cells stands."""
        rows = np.zeros(self.height, np.bool_)
        rows[self.row[cells[self.column]]] = True
        kept = rows[self.row]
        renumbered = np.cumsum(rows) - 1
        return Equations(int(rows.sum()), self.width, renumbered[self.row[kept]], self.column[kept], self.sign[kept])

    def residual(self, values: Floats) -> Floats:
        """What each equation lacks to zero at these values."""
        return np.bincount(self.row, self.sign * values[self.column], self.height).astype(np.float64)


@dataclass(frozen=True, slots=True)
class System:
    """The cells of one connected part of a table, as positions.

    `base` is a cell's true value (zero where only earlier readers' gaps are known). `fixed` cells are public for
    good; `least` and `share` say how wide an interval must be: `max(least, share * its upper end)`.
    """

    margins: tuple[IndexMargin, ...]
    equations: Equations
    base: Floats
    fixed: Flags
    whole: Flags
    """Counts are whole numbers, money is not."""
    least: Floats
    share: Floats
    price: Floats
    rise: Floats
    fall: Floats
    """How far above and below its base an attacker would think a cell might be."""
    lenient: Flags
    """Cells that are safe as soon as they may be nothing or may be `k` or more, however narrow their range."""
    k: float


def highest_rise(base: Floats) -> Floats:
    """Further up than any value an attacker would think of."""
    return np.full(len(base), 10.0 * float(base.max(initial=0.0)) + 1000.0)


def build_equations(margins: Sequence[IndexMargin], width: int) -> Equations:
    """The matrix of the margins over `width` cells."""
    lengths = np.array([len(margin) for margin in margins], dtype=np.int64)
    column = np.array([position for margin in margins for position in margin], dtype=np.int64)
    sign = np.ones(len(column))
    sign[np.cumsum(lengths) - lengths] = -1.0
    return Equations(len(margins), width, np.repeat(np.arange(len(margins)), lengths), column, sign)


def find_parts(margins: Iterable[IndexMargin], width: int) -> list[list[int]]:
    """Positions that no equation ties together, apart: each part can be protected on its own."""
    leader = list(range(width))

    def lead(position: int) -> int:
        while leader[position] != position:
            leader[position] = leader[leader[position]]
            position = leader[position]
        return position

    for first, *others in margins:
        for other in others:
            leader[lead(other)] = lead(first)
    parts: dict[int, list[int]] = {}
    for position in range(width):
        parts.setdefault(lead(position), []).append(position)
    return list(parts.values())
