"""Sums over codes of which one household may have several become what an attacker may still conclude from them.

A total is no less than its largest part and no more than its parts together. How many were counted again, and how many
of a total are not in one of its parts, are numbers of people though nobody prints them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from generator.features.statistics.audit.sums import Sum
from generator.features.statistics.cells import Cell
from generator.features.statistics.stages import is_rest

PlaceSum = tuple[int, ...]


class Derived(StrEnum):
    """What an unknown is that no cell of a table stands for."""

    SUM = "sum"
    """Only a sum of several things."""
    AGAIN = "again"
    """Of a total: how many more its parts add up to."""
    ELSEWHERE = "elsewhere"
    """Of a part: how many of the total are not in it."""


@dataclass(slots=True)
class DerivedUnknowns:
    """Further unknowns, by position after those of cells: the one place where they grow."""

    start: int
    cells: list[Cell] = field(default_factory=list)
    kinds: dict[int, Derived] = field(default_factory=dict)
    sums: list[PlaceSum] = field(default_factory=list)

    def add(self, kind: Derived, of: Cell) -> int:
        """An unknown about a cell."""
        place = self.start + len(self.cells)
        self.cells.append(of)
        self.kinds[place] = kind
        return place

    def enclose(self, total: Cell, places: PlaceSum, parts: Sequence[Cell]) -> None:
        """The total lies between its largest part and the sum of all."""
        self.enclose_above(total, places, Derived.AGAIN)
        for cell, place in zip(parts, places[1:], strict=True):
            self.sums.append((places[0], place, self.add(Derived.ELSEWHERE, cell)))

    def enclose_above(self, total: Cell, places: PlaceSum, kind: Derived = Derived.SUM) -> None:
        """The total is no more than the sum of its parts."""
        whole = self.add(Derived.SUM, total)
        self.sums += [(whole, *places[1:]), (whole, places[0], self.add(kind, total))]


def rest_sums(sums: Iterable[Sum], overlaps: frozenset[str]) -> Iterator[Sum]:
    """Whoever a stage leaves over in a total, it leaves over in every part where he is: no more than all together."""
    every = tuple(sums)
    rests: dict[Cell, dict[str, Cell]] = {}
    for each in every:
        for part in each.parts:
            if is_rest(part):
                rests.setdefault(each.total, {})[dict(part.place)[each.axis]] = part
    for each in every:
        if each.axis in overlaps:
            known: list[Mapping[str, Cell]] = [rests.get(cell, {}) for cell in (each.total, *each.parts)]
            for code in sorted(set(known[0]).intersection(*known[1:])):
                total, *parts = (rest[code] for rest in known)
                yield Sum(total, tuple(parts), each.axis)
