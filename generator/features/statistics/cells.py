"""A row's codes become the cell they speak of, the same cell in whatever table it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.features.statistics.dimensions import Dimension


class Cell(NamedTuple):
    """One figure: what is counted, and where. `place` leaves out every dimension that stands at its total."""

    measure: str
    place: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return ";".join([*(f"{name}={code}" for name, code in self.place), f"measure={self.measure}"])


def build_cell(measure: str, dimensions: Iterable[Dimension], codes: Iterable[str]) -> Cell:
    """The cell at these codes, one for each dimension."""
    pairs = (
        (dimension.name, code) for dimension, code in zip(dimensions, codes, strict=True) if code != dimension.total
    )
    return Cell(measure, tuple(sorted(pairs)))


def code_at(cell: Cell, dimension: Dimension) -> str | None:
    """The cell's code on a dimension: its total where the cell does not name one."""
    return dict(cell.place).get(dimension.name, dimension.total)


def move_cell_to_each(cell: Cell, dimension: Dimension, codes: Iterable[str]) -> tuple[Cell, ...]:
    """The same cell at each of some codes on one dimension; asked for every cell of a table, so it sorts only once."""
    measure, place = cell
    name = dimension.name
    before = tuple([pair for pair in place if pair[0] < name])
    after = tuple([pair for pair in place if pair[0] > name])
    return tuple(
        [
            Cell(measure, before + after if code == dimension.total else (*before, (name, code), *after))
            for code in codes
        ]
    )
