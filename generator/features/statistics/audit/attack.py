"""Knowledge becomes exposures: the unknowns that an attacker can tell too well, with the published cells that tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np

from generator.features.statistics.audit.blocks import Solved, UnknownsBlock, find_blocks, find_torn, solve_singles
from generator.features.statistics.audit.bounds import Contradiction, Flags, Safe, bound_block, has_table
from generator.features.statistics.audit.knowledge import Knowledge
from generator.features.statistics.audit.overlaps import Derived
from generator.features.statistics.audit.program import Floats
from generator.features.statistics.audit.weaknesses import Demand
from generator.features.statistics.cells import Cell


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """An unknown that is known too well. `steps`: 1 if a single subtraction gives it, 0 if it takes bounds."""

    cell: Cell
    bounds: tuple[float, float | None]
    steps: int
    withheld: bool
    explained_by: tuple[Cell, ...]
    derived: Derived | None = None
    """What is told of the cell, where it is not its own figure."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one attack found, and the groups of withheld cells that no values would fit; of those it says no more."""

    exposures: tuple[ToldFigure, ...]
    contradictions: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Attack:
    """What is attacked: one measure's knowledge."""

    knowledge: Knowledge
    demand: Demand
    is_count: bool

    def run(self) -> Result:
        """Every unknown told too well, and where the published figures cannot all be true."""
        solved = solve_singles(self.knowledge)
        found = list(self._subtracted(solved))
        torn = find_torn(self.knowledge, solved)
        for block in find_blocks(self.knowledge, solved):
            try:
                found += self._inside(block, solved)
            except Contradiction:
                torn.add(block.unknown[0])
        groups = _groups(self.knowledge, torn)
        unsure = {place for group in groups for place in group}
        contradictions = tuple(tuple(self.knowledge.cells[place] for place in group) for group in groups)
        return Result(tuple(each for place, each in found if place not in unsure), contradictions)

    def _subtracted(self, solved: dict[int, Solved]) -> Iterator[tuple[int, ToldFigure]]:
        for place, answer in solved.items():
            value = float(answer.value)
            seen = np.array([value])
            if not self._safe((place,))(seen, seen)[0]:
                yield place, self._exposure(place, (value, value), answer.steps, answer.given)

    def _inside(self, block: UnknownsBlock, solved: dict[int, Solved]) -> Iterator[tuple[int, ToldFigure]]:
        for number, low, high, given in bound_block(
            block, self._safe(block.unknown), self.is_count, self.knowledge.least
        ):
            origins = frozenset(o for place in given for o in (solved[place].given if place in solved else (place,)))
            place = block.unknown[number]
            yield place, self._exposure(place, (low, high), 0, origins)

    def _exposure(
        self, place: int, bounds: tuple[float, float | None], steps: int, given: frozenset[int]
    ) -> ToldFigure:
        cells = self.knowledge.cells
        withheld = place in self.knowledge.withheld
        sources = tuple(sorted({cells[origin] for origin in given}))
        return ToldFigure(cells[place], bounds, steps, withheld, sources, self.knowledge.derived.get(place))

    def _safe(self, places: tuple[int, ...]) -> Safe:
        """Withheld: wide enough. Left out: not surely a small count."""
        k = self.demand.k
        withheld = np.array([place in self.knowledge.withheld for place in places])
        idle = np.array([self.knowledge.derived.get(place) is Derived.SUM for place in places])
        share = 0.0 if self.is_count else self.demand.percent / 100

        def wide(low: Floats, high: Floats) -> Flags:
            not_small = (low < 1) | (high > k - 1) if self.is_count else np.full(len(low), True)
            return np.asarray(np.where(withheld, high - low >= np.maximum(k, share * high), not_small | idle))

        return wide


def find_impossible(knowledge: Knowledge, is_count: bool) -> Iterator[Cell]:
    """Withheld cells that no values would fit, and nothing else of them: far less than an attack costs."""
    solved = solve_singles(knowledge)
    torn = find_torn(knowledge, solved)
    torn |= {
        block.unknown[0] for block in find_blocks(knowledge, solved) if not has_table(block, is_count, knowledge.least)
    }
    for group in _groups(knowledge, torn) if torn else ():
        yield from (knowledge.cells[place] for place in group)


def _groups(knowledge: Knowledge, torn: Collection[int]) -> list[tuple[int, ...]]:
    """Unknowns that hang together, some of which are torn."""
    return [group.unknown for group in find_blocks(knowledge, {}) if not set(torn).isdisjoint(group.unknown)]
