"""Feasible points become proven ranges: each point widens the range of every withheld cell at once."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import numpy as np

from generator.features.statistics.protect.points import Moves, find_point
from generator.features.statistics.protect.system import Flags, Floats, System

NEARLY = 1e-6
_BROAD_ROUNDS = 2
"""Rounds in which every withheld cell pulls; afterwards only those not settled yet."""


@dataclass(frozen=True, slots=True)
class Ranges:
    """The lowest and highest value seen so far at each cell, in tables that agree with everything published."""

    low: Floats
    high: Floats

    def including(self, point: Floats) -> Ranges:
        """The ranges after one more feasible point."""
        return Ranges(np.minimum(self.low, point), np.maximum(self.high, point))


def find_exposed(system: System, hidden: Flags, ranges: Ranges) -> Flags:
    """The withheld cells whose range is not proven wide enough yet; for counts only whole numbers count."""
    low = np.where(system.whole, np.ceil(ranges.low - NEARLY), ranges.low)
    high = np.where(system.whole, np.floor(ranges.high + NEARLY), ranges.high)
    required = np.maximum(system.least, system.share * high)
    escaped = system.lenient & ((low < 1.0) | (high >= system.k))
    return hidden & ~system.fixed & ~escaped & (high - low < required)


def missing_rise(system: System, ranges: Ranges) -> Floats:
    """How far above its base a cell must be seen, given how low it was seen."""
    low = np.where(system.whole, np.ceil(ranges.low - NEARLY), ranges.low)
    goal = np.maximum(low + system.least, low / (1.0 - system.share))
    return np.maximum(np.where(system.whole, np.ceil(goal), goal * (1 + NEARLY) + 0.01) - system.base, 0.0)


def missing_fall(system: System, ranges: Ranges) -> Floats:
    """How far below its base a cell must be seen, given how high it was seen."""
    high = np.where(system.whole, np.floor(ranges.high + NEARLY), ranges.high)
    goal = np.minimum(high - system.least, high * (1.0 - system.share))
    goal = np.where(system.whole, np.floor(goal), goal * (1 - NEARLY) - 0.01)
    return np.maximum(system.base - goal, 0.0)


def roam(system: System, hidden: Flags, ranges: Ranges, rounds: int) -> Ranges:
    """Ranges widened by points at the ends of arbitrary (but always the same) directions."""
    hidden = hidden & ~system.fixed
    dice = Random(0)  # noqa: S311 - the same directions every time, not secrets
    for number in range(rounds):
        exposed = find_exposed(system, hidden, ranges)
        if not exposed.any():
            break
        pull = np.array(dice.choices((-1.0, 1.0), k=len(hidden)))
        if number >= _BROAD_ROUNDS:
            pull = np.where(exposed, pull, 0.0)
        point = find_point(system.equations, system.base, _pulled(system, hidden, exposed, ranges, pull), system.whole)
        if point is None:
            break
        ranges = ranges.including(point)
    return ranges


def _pulled(system: System, hidden: Flags, exposed: Flags, ranges: Ranges, pull: Floats) -> Moves:
    """A cell that needs to rise by three stops there, and leaves the rest to its neighbours."""
    rise = np.where(exposed, np.minimum(missing_rise(system, ranges), system.rise), system.rise)
    return Moves(np.where(hidden, rise, 0.0), np.where(hidden, system.fall, 0.0), -pull, pull)
