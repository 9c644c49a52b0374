"""Margins and bounds become the sparse equations of a table: sums that are zero, over figures that are not negative."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.int64]
Row = tuple[int, ...]
"""One equation by positions: the total first, then its parts."""


@dataclass(frozen=True, slots=True)
class Equations:
    """Rows of a sparse matrix; `row`, `column` and `sign` are the place of each entry and its side."""

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

    def sums(self, values: Floats) -> Floats:
        """What each equation makes of these values."""
        return np.bincount(self.row, self.sign * values[self.column], self.height).astype(np.float64)


@dataclass(frozen=True, slots=True)
class System:
    """The cells of a table, as positions, with what is demanded of each that is withheld.

    `values` are true; those of withheld cells are read by nothing that decides what is withheld. A `gap` must be as
    wide as the rules say; what is none is shown by nobody, and a `rest` of these must not be a small count.
    """

    rows: tuple[Row, ...]
    equations: Equations
    values: Floats
    fixed: Flags
    """Public for good: they cannot be withheld any more."""
    whole: Flags
    """Counts are whole numbers, money is not."""
    gap: Flags
    rest: Flags
    finest: Flags
    """Gaps of which nothing else is the sum."""
    share: Floats
    """Of money: how far up and down it must reach, as a part of itself."""
    price: Floats
    floor: Floats
    """What a value is surely not below, by what everybody knows."""
    k: float

    def shown(self, hidden: Flags) -> Floats:
        """The values that everybody sees; nothing where they are withheld."""
        return np.where(hidden, 0.0, self.values)


def build_equations(rows: Sequence[Row], width: int) -> Equations:
    """The matrix of the rows over `width` cells."""
    entries = [(number, place, 1.0 if at else -1.0) for number, row in enumerate(rows) for at, place in enumerate(row)]
    row, column, sign = zip(*entries, strict=True) if entries else ((), (), ())
    return Equations(len(rows), width, np.array(row, np.int64), np.array(column, np.int64), np.array(sign, np.float64))


def find_parts(links: Iterable[Sequence[int]], width: int) -> list[list[int]]:
    """Positions that no equation ties together, apart: each part can be protected on its own."""
    leader = list(range(width))

    def lead(position: int) -> int:
        while leader[position] != position:
            leader[position] = leader[leader[position]]
            position = leader[position]
        return position

    for first, *others in links:
        for other in others:
            leader[lead(other)] = lead(first)
    parts: dict[int, list[int]] = {}
    for position in range(width):
        parts.setdefault(lead(position), []).append(position)
    return list(parts.values())
