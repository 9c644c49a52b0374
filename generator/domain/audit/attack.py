"""Knowledge becomes exposures: the unknowns that an attacker can tell too well, with the published cells that tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from generator.domain.audit.blocks import Block, Solved, find_blocks, solve_singles
from generator.domain.audit.bounds import Contradiction, Flags, Safe, bound_block
from generator.domain.audit.findings import Demand
from generator.domain.audit.knowledge import Knowledge
from generator.domain.audit.program import Floats, Limits
from generator.domain.statistics.cells import Cell

UNCERTAIN_VALUES = 3
"""A figure marked as small must still leave so many possible values (fewer only if k does)."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """An unknown that is known too well. `steps`: 1 if a single subtraction gives it, 0 if it takes bounds."""

    cell: Cell
    low: float
    high: float | None
    steps: int
    withheld: bool
    explained_by: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What one attack found, and one cell for each group of figures that contradict one another."""

    exposures: tuple[Exposure, ...]
    contradictions: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Attack:
    """What is attacked: one measure's knowledge. `marked` positions are marked as small counts."""

    knowledge: Knowledge
    demand: Demand
    is_count: bool
    marked: frozenset[int] = field(default=frozenset())

    def run(self) -> Result:
        """Every unknown told too well, and where the published figures cannot all be true."""
        solved = solve_singles(self.knowledge)
        exposures = list(self._subtracted(solved))
        contradictions = [place for place, answer in solved.items() if answer.value < 0]
        for block in find_blocks(self.knowledge, solved):
            try:
                exposures += self._inside(block, solved)
            except Contradiction:
                contradictions.append(block.unknown[0])
        return Result(tuple(exposures), tuple(self.knowledge.cells[place] for place in contradictions))

    def _subtracted(self, solved: dict[int, Solved]) -> Iterator[Exposure]:
        for place, answer in solved.items():
            value = np.array([float(answer.value)])
            if answer.value >= 0 and not self._safe((place,))(value, value)[0]:
                yield self._exposure(place, float(answer.value), float(answer.value), answer.steps, answer.given)

    def _inside(self, block: Block, solved: dict[int, Solved]) -> Iterator[Exposure]:
        for number, low, high, given in bound_block(block, self._safe(block.unknown), self.is_count, self._limits()):
            origins = frozenset(o for place in given for o in (solved[place].given if place in solved else (place,)))
            yield self._exposure(block.unknown[number], low, high, 0, origins)

    def _exposure(self, place: int, low: float, high: float | None, steps: int, given: frozenset[int]) -> Exposure:
        cells = self.knowledge.cells
        withheld = place in self.knowledge.withheld
        return Exposure(cells[place], low, high, steps, withheld, tuple(sorted({cells[origin] for origin in given})))

    def _limits(self) -> Limits:
        return dict.fromkeys(self.marked, (1.0, self.demand.k - 1.0))

    def _safe(self, places: tuple[int, ...]) -> Safe:
        """Withheld: wide enough. Left out: not surely a small count. With marks: several values stay possible."""
        k = self.demand.k
        withheld = np.array([place in self.knowledge.withheld for place in places])
        share = 0.0 if self.is_count else self.demand.percent / 100

        def wide(low: Floats, high: Floats) -> Flags:
            not_small = (low < 1) | (high > k - 1) if self.is_count else np.full(len(low), True)
            if self.marked:
                return np.asarray(not_small | (high - low + 1 >= min(UNCERTAIN_VALUES, k - 1)))
            return np.asarray(np.where(withheld, high - low >= np.maximum(k, share * high), not_small))

        return wide
