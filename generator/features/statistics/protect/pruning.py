"""A safe pattern becomes a smaller one: complements that later ones made needless are published after all."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from generator.features.statistics.protect.complement import Pattern
from generator.features.statistics.protect.ranges import Settled, find_blocks, find_exposed, unseen
from generator.features.statistics.protect.system import Flags, System

_PRUNING_EFFORT = 10_000
"""Withheld cells looked at again: small tables are pruned to the end, large ones as far as this goes."""


def prune(system: System, required: Flags, pattern: Pattern, settled: Settled) -> Pattern:
    """Publishes each complement again, dearest first, wherever all other ranges stay as wide as they must be."""
    spare = np.flatnonzero(pattern.hidden & system.gap & ~required).tolist()
    effort = _PRUNING_EFFORT
    for place in sorted(spare, key=lambda each: (-system.price[each], each)):
        members = next(block for block in find_blocks(system, pattern.hidden) if place in block)
        effort -= len(members)
        if effort < 0:
            break
        pattern = _without(system, pattern, place, settled)
    return pattern


def _without(system: System, pattern: Pattern, place: int, settled: Settled) -> Pattern:
    hidden = pattern.hidden.copy()
    hidden[place] = False
    examined = find_exposed(system, hidden, unseen(system, hidden), settled, _beside(system, place, hidden))
    if (examined.exposed & ~pattern.hopeless).any():
        return pattern
    return replace(pattern, hidden=hidden, ranges=examined.ranges)


def _beside(system: System, place: int, hidden: Flags) -> frozenset[int]:
    """The gaps that share an equation with a cell, and the cell: they suffer first."""
    rows = system.equations.row[system.equations.column == place]
    near = system.equations.column[np.isin(system.equations.row, rows)]
    return frozenset(near[hidden[near]].tolist())
