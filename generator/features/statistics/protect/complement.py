"""Exposed gaps become safe ones: the cheapest further cells are withheld until every range is wide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import highspy
import numpy as np

from generator.features.statistics.protect.ranges import ROOM, GapsFound, Ranges, Settled, find_exposed, unseen
from generator.features.statistics.protect.solver import NEARLY, ceiling_of, silent_solver
from generator.features.statistics.protect.system import Flags, Floats, System

REWARD = 30_000.0
"""Worth more than any chain of complements, so that a range is widened whenever it can be; of totals of many steps a
single one may cost more, then it is so many times the dearest."""
_DEAREST = 10.0
FREE = 0.001
"""What a unit of movement costs in cells that are withheld anyway."""
_BATCHES = 12
"""Large tables are served in about so many batches: the smaller the batch, the fewer complements are wasted."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Which cells are withheld, what that proves about their ranges, and which cannot be helped."""

    hidden: Flags
    ranges: Ranges
    hopeless: Flags


def start_pattern(system: System, hidden: Flags) -> Pattern:
    """Before anything was looked at."""
    return Pattern(hidden, unseen(system, hidden), np.zeros(len(hidden), np.bool_))


def complement(system: System, pattern: Pattern, settled: Settled) -> Pattern:
    """Withholds further cells until no withheld cell is exposed, or nothing more can be done for it."""
    size = 0
    while True:
        examined = find_exposed(system, pattern.hidden, pattern.ranges, settled)
        pattern = replace(pattern, ranges=examined.ranges)
        exposed = examined.exposed & ~pattern.hopeless
        if not exposed.any():
            return pattern
        size = size or -(-int(exposed.sum()) // _BATCHES)
        pattern = _serve(system, pattern, examined, pick_apart(system, exposed, size))


def _serve(system: System, pattern: Pattern, examined: GapsFound, batch: tuple[int, ...]) -> Pattern:
    """One batch made to rise, else to fall; where fractions say that it can already and whole numbers do not, helped by
    a neighbour; what has none to spare is given up."""
    for rising in (True, False):
        goals = {place: _goal(system, examined.bounds, place, rising) for place in batch}
        further = buy(system, pattern.hidden, goals)
        if further.any():
            return replace(pattern, hidden=pattern.hidden | further)
    if (neighbours := _neighbours(system, pattern.hidden, batch)).any():
        return replace(pattern, hidden=pattern.hidden | neighbours)
    hopeless = pattern.hopeless.copy()
    hopeless[list(batch)] = True
    return replace(pattern, hopeless=hopeless)


def _neighbours(system: System, hidden: Flags, batch: tuple[int, ...]) -> Flags:
    """Of each cell, the cheapest published one that shares an equation with it or with a gap beside it."""
    equations, chosen = system.equations, np.zeros(len(hidden), np.bool_)
    spare = ~hidden & ~system.fixed & system.gap
    for place in batch:
        near = np.zeros(len(hidden), np.bool_)
        near[place] = True
        for _ in range(2):
            rows = np.unique(equations.row[near[equations.column]])
            near[equations.column[np.isin(equations.row, rows)]] = True
            if (near & spare).any():
                chosen[min(np.flatnonzero(near & spare).tolist(), key=lambda each: (system.price[each], each))] = True
                break
            near &= hidden
    return chosen


def _goal(system: System, bounds: Ranges, place: int, rising: bool) -> float:
    """How high a cell must be seen, or (as a negative number) how low."""
    low, high, share = float(bounds.low[place]), float(bounds.high[place]), float(system.share[place])
    reach = system.k + (ROOM if high - low >= system.k and system.whole[place] else 0.0)
    if rising:
        return max(low + reach, low * (1 + share) / (1 - share) * (1 + NEARLY))
    return -max(min(high - reach, high * (1 - share) / (1 + share) * (1 - NEARLY)), 0.0)


def buy(system: System, hidden: Flags, goals: Mapping[int, float], alone: tuple[int, float] | None = None) -> Flags:
    """The published cells that must vary so that these cells reach their goals; what is withheld varies anyway.

    Withheld cells start from nothing, wherever they truly are: the price of a pattern is the same for every table.
    So many households are `alone` in a gap that cannot vary then.
    """
    base, ceiling = np.where(hidden, system.floor, system.values), ceiling_of(system, hidden)
    movable = ~system.fixed
    if alone is not None:
        base[alone[0]], movable[alone[0]] = alone[1], False
    up, down = np.where(movable, ceiling, 0.0), np.where(movable & ~hidden, base, 0.0)
    up_cost, down_cost = np.where(hidden, FREE, system.price), np.where(hidden, 0.0, system.price)
    reward = max(REWARD, _DEAREST * float(system.price.max()))
    for place, goal in goals.items():
        up[place] = goal if goal > 0 else ceiling
        up_cost[place] = -reward if goal > 0 else reward
    point = _cheapest(system, base, (up, down), (up_cost, down_cost))
    if point is None:
        return np.zeros(len(hidden), np.bool_)
    return (np.abs(point - base) > NEARLY) & ~hidden & ~system.fixed


def pick_apart(system: System, exposed: Flags, size: int) -> tuple[int, ...]:
    """Up to `size` exposed cells of which no two stand in one equation: the smallest prices last."""
    taken: set[int] = set()
    batch: list[int] = []
    rows: dict[int, list[int]] = {}
    for row, place in zip(system.equations.row.tolist(), system.equations.column.tolist(), strict=True):
        rows.setdefault(place, []).append(row)
    for place in sorted(np.flatnonzero(exposed).tolist(), key=lambda each: (-system.price[each], each)):
        if taken.isdisjoint(rows.get(place, ())):
            taken.update(rows.get(place, ()))
            batch.append(place)
            if len(batch) == size:
                break
    return tuple(batch)


def _cheapest(
    system: System, base: Floats, moves: tuple[Floats, Floats], costs: tuple[Floats, Floats]
) -> Floats | None:
    """The cheapest table within the moves up and down; None when there is none."""
    upper, cost = np.concatenate(moves), np.concatenate(costs)
    used = np.flatnonzero(upper > 0)
    equations, width = system.equations, len(base)
    place = np.full(2 * width, -1, np.int64)
    place[used] = np.arange(len(used))
    row = np.concatenate([equations.row, equations.row])
    column = place[np.concatenate([equations.column, equations.column + width])]
    sign = np.concatenate([equations.sign, -equations.sign])
    kept = column >= 0
    order = np.argsort(row[kept], kind="stable")
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(used), equations.height
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = cost[used], np.zeros(len(used)), upper[used]
    lp.row_lower_ = lp.row_upper_ = -equations.sums(base)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum(np.bincount(row[kept], minlength=equations.height))])
    lp.a_matrix_.index_, lp.a_matrix_.value_ = column[kept][order], sign[kept][order]
    solver = silent_solver()
    solver.passModel(lp)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    steps = np.zeros(len(upper))
    steps[used] = solver.getSolution().col_value
    return base + steps[:width] - steps[width:]
