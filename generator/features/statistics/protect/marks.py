"""A finished pattern becomes marks: which gaps may be called small without telling how small.

Calling a gap primary says that its count is from 1 to k-1. A published 8 beside two such gaps then says 4 and 4, so
a gap is called primary only where that leaves every small count several possible values; else it is called secondary.
"""

from __future__ import annotations

import numpy as np

from generator.features.statistics.protect.arena import Arena, split_arena
from generator.features.statistics.protect.arenas import believe_marks
from generator.features.statistics.protect.ranges import Ranges, find_exposed, roam
from generator.features.statistics.protect.system import Flags, System

_ATTEMPTS = 5
_ROUNDS = 6


def choose_marks(arena: Arena) -> Flags:
    """The withheld small counts that may be called so."""
    chosen = np.zeros(len(arena.hidden), np.bool_)
    for positions, part in split_arena(arena):
        chosen[positions] = _choose(part)
    return chosen


def _choose(part: Arena) -> Flags:
    base = part.system.base
    marked = part.hidden & (base > 0) & (base < part.system.k) & ~part.system.lenient
    ranges = Ranges(base, base)
    for attempt in range(_ATTEMPTS):
        system = believe_marks(part, marked).system
        # Fewer marks only widen what is possible, so what was seen under more of them stays seen.
        ranges = roam(system, part.hidden, ranges, _ROUNDS)
        told = find_exposed(system, part.hidden, ranges) & (base > 0) & (base < part.system.k)
        if not told.any():
            return marked
        for _wider in range(attempt):
            told = _beside(system, told)
        marked = marked & ~told
    return np.zeros(len(part.hidden), np.bool_)


def _beside(system: System, told: Flags) -> Flags:
    """The cells and all that share an equation with them."""
    near = told.copy()
    for margin in system.margins:
        members = np.array(margin)
        if told[members].any():
            near[members] = True
    return near
