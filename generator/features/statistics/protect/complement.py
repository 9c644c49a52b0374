"""Exposed cells become hidden among others: the cheapest further cells are withheld until every range is wide."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from generator.features.statistics.protect.points import Moves, find_point
from generator.features.statistics.protect.ranges import NEARLY, Ranges, find_exposed, missing_fall, missing_rise, roam
from generator.features.statistics.protect.system import Flags, Floats, Indices, System

_ROUNDS = 14
"""Feasible points tried before any complement is bought; they settle most cells for nothing."""
_BATCHES = 16
"""Large tables are served in about so many batches: the smaller the batch, the fewer complements are wasted."""
_SMALLEST = 500
"""No batch is smaller than this part of the cells: a tail of single cells would each cost as much as a crowd."""
REWARD = 30_000.0
"""Worth more than any chain of complements, so that a range is widened whenever it can be."""
FREE = 0.001
"""What a unit of movement costs in cells that are withheld anyway."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Which cells are withheld, what that proves about their ranges, and which cannot be helped."""

    hidden: Flags
    ranges: Ranges
    hopeless: Flags


def start_pattern(system: System, hidden: Flags) -> Pattern | None:
    """What is proven before anything is bought; None when the published figures contradict one another."""
    start = system.base
    if not _agrees(system):
        found = find_point(system.equations, system.base, free_moves(system, hidden), system.whole)
        if found is None:
            return None
        start = found
    ranges = roam(system, hidden, Ranges(start, start), _ROUNDS)
    return Pattern(hidden, ranges, np.zeros(len(hidden), dtype=np.bool_))


def complement(system: System, pattern: Pattern) -> Pattern:
    """Withholds further cells until no withheld cell is exposed, or nothing more can be done for it."""
    exposed = find_exposed(system, pattern.hidden, pattern.ranges)
    size = max(-(-int(exposed.sum()) // _BATCHES), len(exposed) // _SMALLEST)
    while (exposed := find_exposed(system, pattern.hidden, pattern.ranges) & ~pattern.hopeless).any():
        pattern = _serve(system, pattern, pick_apart(system, exposed, size))
    return pattern


def _agrees(system: System) -> bool:
    return bool(np.abs(system.equations.residual(system.base)).max(initial=0.0) < NEARLY)


def free_moves(system: System, hidden: Flags) -> Moves:
    """Withheld cells may be anything, others stay what they are."""
    nothing = np.zeros(len(hidden))
    movable = hidden & ~system.fixed
    return Moves(np.where(movable, system.rise, 0.0), np.where(movable, system.fall, 0.0), nothing, nothing)


def _serve(system: System, pattern: Pattern, batch: Indices) -> Pattern:
    """One batch of exposed cells made to rise, and those that cannot, to fall."""
    for rising in (True, False):
        exposed = find_exposed(system, pattern.hidden, pattern.ranges)
        batch = batch[exposed[batch]]
        if len(batch):
            pattern = _push(system, pattern, batch, rising)
    exposed = find_exposed(system, pattern.hidden, pattern.ranges)
    stuck = batch[exposed[batch]]
    if len(stuck) == 1 or (len(stuck) and len(stuck) == len(batch)):
        hopeless = pattern.hopeless.copy()
        hopeless[stuck[:1]] = True
        return replace(pattern, hopeless=hopeless)
    return pattern


def _push(system: System, pattern: Pattern, batch: Indices, rising: bool) -> Pattern:
    needed = (missing_rise if rising else missing_fall)(system, pattern.ranges)
    moves = price_moves(system, pattern.hidden, np.ones(len(needed)))
    point = find_point(system.equations, system.base, pay(moves, batch, needed, rising), system.whole)
    return pattern if point is None else widen_pattern(system, pattern, point)


def widen_pattern(system: System, pattern: Pattern, point: Floats) -> Pattern:
    """The pattern with every cell withheld in which the point differs from the truth."""
    used = (np.abs(point - system.base) > NEARLY) & ~system.fixed
    return replace(pattern, hidden=pattern.hidden | used, ranges=pattern.ranges.including(point))


def price_moves(system: System, hidden: Flags, allowed: Floats) -> Moves:
    """Everything that is allowed and not public for good may move: withheld cells for next to nothing."""
    free = np.where(system.fixed, 0.0, allowed)
    price = np.where(hidden, FREE, system.price)
    return Moves(free * system.rise, free * system.fall, price, price)


def pay(moves: Moves, batch: Indices, needed: Floats, rising: bool) -> Moves:
    """The same moves, where a batch of cells is paid for moving one way, up to what it needs."""
    rise, fall, cost = moves.rise.copy(), moves.fall.copy(), moves.rise_cost.copy()
    paid, barred = (rise, fall) if rising else (fall, rise)
    paid[batch] = np.minimum(paid[batch], needed[batch])
    barred[batch], cost[batch] = 0.0, -REWARD
    return Moves(rise, fall, cost, moves.fall_cost) if rising else Moves(rise, fall, moves.rise_cost, cost)


def pick_apart(system: System, exposed: Flags, size: int) -> Indices:
    """Up to `size` exposed cells of which no two stand in one equation: the smallest prices last."""
    taken: set[int] = set()
    batch: list[int] = []
    rows = _rows_of(system)
    for position in sorted(np.flatnonzero(exposed), key=lambda each: (-system.price[each], each)):
        if taken.isdisjoint(rows[position]):
            taken.update(rows[position])
            batch.append(int(position))
            if len(batch) == size:
                break
    return np.array(batch, dtype=np.int64)


def _rows_of(system: System) -> list[Collection[int]]:
    rows: list[list[int]] = [[] for _ in range(len(system.base))]
    for row, margin in enumerate(system.margins):
        for position in margin:
            rows[position].append(row)
    return [*rows]
