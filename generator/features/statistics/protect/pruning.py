"""A safe pattern becomes a smaller one: complements that later ones made needless are published after all."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from generator.features.statistics.protect.complement import Pattern, pay, price_moves
from generator.features.statistics.protect.points import find_point
from generator.features.statistics.protect.ranges import Ranges, find_exposed, missing_fall, missing_rise, roam
from generator.features.statistics.protect.system import Flags, Floats, System

EFFORT = 2_500
"""Cells times complements tried: small tables are pruned to the end, large ones as far as this goes."""
_ROUNDS = 8


def prune(system: System, primary: Flags, pattern: Pattern) -> Pattern:
    """Publishes each complement again, dearest first, wherever all other ranges stay as wide as they must be."""
    spare = np.flatnonzero(pattern.hidden & ~primary & ~system.lenient)
    tries = sorted(spare, key=lambda each: (-system.price[each], each))[: EFFORT // len(system.base)]
    for position in tries:
        hidden = pattern.hidden.copy()
        hidden[position] = False
        if (ranges := prove(system, hidden, pattern.hopeless)) is not None:
            pattern = replace(pattern, hidden=hidden, ranges=ranges)
    return pattern


def prove(system: System, hidden: Flags, hopeless: Flags) -> Ranges | None:
    """Ranges that are wide enough with exactly these cells withheld, or None."""
    ranges = roam(system, hidden, Ranges(system.base, system.base), _ROUNDS)
    while (exposed := find_exposed(system, hidden, ranges) & ~hopeless).any():
        position = int(np.flatnonzero(exposed)[0])
        for rising in (True, False):
            if (point := _reach(system, hidden, ranges, position, rising)) is not None:
                ranges = ranges.including(point)
        if find_exposed(system, hidden, ranges)[position]:
            return None
    return ranges


def _reach(system: System, hidden: Flags, ranges: Ranges, position: int, rising: bool) -> Floats | None:
    """A point where one cell reaches the width it needs, if only withheld cells may move."""
    needed = (missing_rise if rising else missing_fall)(system, ranges)
    moves = price_moves(system, hidden, hidden.astype(np.float64))
    return find_point(system.equations, system.base, pay(moves, np.array([position]), needed, rising), system.whole)
