"""Cells become the sums an attacker writes down: bottom-up, each cell reported to the total it belongs to.

A cell that a sum needs and that no row speaks of is added: to an attacker a missing row is one more unknown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from generator.domain.statistics.cells import Cell
from generator.domain.statistics.dimensions import Dimension

Sum = tuple[Cell, tuple[Cell, ...]]
"""A total and its parts."""


def write_sums(rows: Collection[Cell], dimensions: Iterable[Dimension]) -> tuple[Sum, ...]:
    """Every sum of which the total and at least one part are spoken of, or follow from what is."""
    axes = tuple(dimensions)
    known = set(rows)
    for axis in axes:
        known |= _bridges(known, axis)
    sums: list[Sum] = []
    for axis in axes:
        present: dict[Cell, set[str]] = {}
        for cell in known:
            code = _code(cell, axis)
            above = axis.parents.get(code)
            if above is not None and (total := _at(cell, axis, above)) in known:
                present.setdefault(total, set()).add(code)
        for total in sorted(present):
            parts = axis.children[_code(total, axis)]
            sums.append((total, tuple(_at(total, axis, part) for part in parts)))
    return tuple(sums)


def _bridges(known: set[Cell], axis: Dimension) -> set[Cell]:
    """Levels nobody reported between a total and its distant parts: townships and the city, but no districts."""
    found: set[Cell] = set()
    for cell in known:
        trail: list[Cell] = []
        above = axis.parents.get(_code(cell, axis))
        while above is not None:
            total = _at(cell, axis, above)
            if total in known:
                found.update(trail)
                break
            trail.append(total)
            above = axis.parents[above]
    return found


def _code(cell: Cell, axis: Dimension) -> str:
    for name, code in cell.place:
        if name == axis.name:
            return code
    return axis.total or ""


def _at(cell: Cell, axis: Dimension, code: str) -> Cell:
    rest = tuple(pair for pair in cell.place if pair[0] != axis.name)
    return Cell(cell.measure, rest if code == axis.total else tuple(sorted((*rest, (axis.name, code)))))


def join_axes(axes: Iterable[Dimension]) -> Mapping[str, Dimension]:
    """One dimension of each name: the one that lists most codes."""
    joined: dict[str, Dimension] = {}
    for axis in axes:
        if axis.name not in joined or len(axis.parents) > len(joined[axis.name].parents):
            joined[axis.name] = axis
    return joined
