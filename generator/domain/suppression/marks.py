"""A finished pattern becomes marks: which gaps may be called small without telling how small.

Calling a gap primary says that its count is from 1 to k-1. A published 8 beside two such gaps then says 4 and 4, so
a gap is called primary only where that leaves every small count several possible values; else it is called secondary.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np

from generator.domain.suppression.points import Moves, find_point
from generator.domain.suppression.ranges import Ranges, find_exposed
from generator.domain.suppression.system import Flags, System

ATTEMPTS = 5
ROUNDS = 6
VALUES = 3
"""So many values must stay possible, or all k-1 if k is smaller than that allows."""


def choose_marks(system: System, hidden: Flags, k: int) -> Flags:
    """The withheld small counts that may be called so."""
    small = hidden & (system.base > 0) & (system.base < k)
    asked = replace(system, least=np.where(small, min(VALUES, k - 1) - 1.0, 0.0), share=np.zeros(len(hidden)))
    marked, ranges = small, Ranges(system.base, system.base)
    for attempt in range(ATTEMPTS):
        ranges = _roam(asked, hidden, ranges, _limits(asked, hidden, marked, k))
        told = find_exposed(asked, hidden, ranges)
        if not told.any():
            return marked
        for _wider in range(attempt):
            told = _beside(system, told)
        marked = marked & ~told
    return np.zeros(len(hidden), np.bool_)


def _limits(system: System, hidden: Flags, marked: Flags, k: int) -> Moves:
    """How far cells may move for somebody who believes the marks. Fewer marks only widen this."""
    rise = np.where(hidden, np.where(marked, k - 1 - system.base, system.ceiling), 0.0)
    fall = np.where(hidden, np.where(marked, system.base - 1, system.base), 0.0)
    return Moves(rise, fall, np.zeros(len(hidden)), np.zeros(len(hidden)))


def _roam(system: System, hidden: Flags, ranges: Ranges, limits: Moves) -> Ranges:
    dice = Random(2)  # noqa: S311 - the same directions every time, not secrets
    for number in range(ROUNDS):
        told = find_exposed(system, hidden, ranges)
        if not told.any():
            break
        pull = np.array(dice.choices((-1.0, 1.0), k=len(hidden)))
        if number > 1:
            pull = np.where(told, pull, 0.0)
        moves = replace(limits, rise_cost=-pull, fall_cost=pull)
        point = find_point(system.equations, system.base, moves, system.whole)
        if point is None:
            break
        ranges = ranges.including(point)
    return ranges


def _beside(system: System, told: Flags) -> Flags:
    """The cells and all that share an equation with them."""
    near = told.copy()
    for margin in system.margins:
        members = np.array(margin)
        if told[members].any():
            near[members] = True
    return near
