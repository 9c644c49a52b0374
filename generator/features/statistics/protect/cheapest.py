"""A part of a table becomes its cheapest safe pattern, where a stated effort is enough to prove it.

A programme of yes and no for each cell is asked for the cheapest pattern, and every attack on it adds what any pattern
must have to withstand that attack (Fischetti and Salazar's way): by duality, how much further gaps must let a cell
move. No withheld value is read: attacks start from a table that everybody could write down who sees the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import highspy
import numpy as np

from generator.features.statistics.protect.insiders import Knows, find_chain, find_threats
from generator.features.statistics.protect.ranges import Settled, find_blocks, find_exposed, twice_of, unseen
from generator.features.statistics.protect.solver import NEARLY, Solver, ceiling_of, silent_solver
from generator.features.statistics.protect.system import Flags, Floats, System

_MOST_CELLS = 240
"""Parts of more cells are not tried: so many have 16 districts by 6 categories in two stages, with all totals."""
_PROOF_EFFORT = 1_000_000
"""Steps of the simplex method, each times the rows it goes through: by count, so that every machine decides alike."""
_SAME = 1e-6
"""Prices differ by more, for the key moves them apart."""


class FirstPattern(NamedTuple):
    """A pattern to begin with, and what of it outsiders ask for; where it `is_proved`, no safe one is cheaper."""

    hidden: Flags
    outside: Flags
    is_proved: bool


class _Cut(NamedTuple):
    """What every safe pattern has: its gaps weigh at least so much together."""

    weights: Floats
    least: float


class _Patterns:
    """The programme of yes and no: each time the cheapest pattern that withstands all attacks so far."""

    def __init__(self, price: Floats, free: Flags) -> None:
        width = len(price)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = width, 0
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = price * free, np.zeros(width), free.astype(np.float64)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.zeros(1, np.int32)
        lp.integrality_ = [highspy.HighsVarType.kInteger] * width
        self._solver = silent_solver()
        self._solver.passModel(lp)
        self._solver.setOptionValue("mip_rel_gap", 0.0)
        self._solver.setOptionValue("mip_abs_gap", _SAME)
        self.effort = 0

    def learn(self, cuts: Iterable[_Cut]) -> None:
        """From now on every pattern has these."""
        for cut in cuts:
            at = np.flatnonzero(np.abs(cut.weights) > _SAME).astype(np.int32)
            self._solver.addRow(cut.least, np.inf, len(at), at, cut.weights[at])

    def cheapest(self) -> Flags | None:
        """None where there is none, or too much to try."""
        self._solver.run()
        self.effort += self._solver.getInfo().simplex_iteration_count * self._solver.getNumRow()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self._solver.getSolution().col_value) > 0.5


class _Movements:
    """All ways to change gaps that leave every sum as it is."""

    def __init__(self, system: System, always: Flags) -> None:
        self._equations = equations = system.equations
        self.base = _plain_table(system, always)
        self._up = np.maximum(ceiling_of(system, always) - self.base, 0.0)
        self._down = np.maximum(self.base - system.floor, 0.0)
        self._every = np.arange(equations.width, dtype=np.int32)
        order = np.argsort(equations.row, kind="stable")
        nothing = np.zeros(equations.width)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = equations.width, equations.height
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = nothing, nothing, nothing
        lp.row_lower_ = lp.row_upper_ = np.zeros(equations.height)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum(np.bincount(equations.row, minlength=equations.height))])
        lp.a_matrix_.index_, lp.a_matrix_.value_ = equations.column[order], equations.sign[order]
        self._solver = silent_solver()
        self._solver.passModel(lp)
        self.effort = 0

    def allow(self, hidden: Flags) -> None:
        """From now on these cells move."""
        low, high = np.where(hidden, -self._down, 0.0), np.where(hidden, self._up, 0.0)
        self._solver.changeColsBounds(len(hidden), self._every, low, high)

    def worth(self, place: int, sign: float) -> Floats:
        """What each cell, once withheld, adds at most to how far up (`sign` 1) or down (-1) one can move."""
        cost = np.zeros(len(self.base))
        cost[place] = -sign
        self._solver.changeColsCost(len(cost), self._every, cost)
        self._solver.run()
        self.effort += self._solver.getInfo().simplex_iteration_count * self._equations.height
        dual = np.array(self._solver.getSolution().row_dual)
        pull = np.bincount(self._equations.column, self._equations.sign * dual[self._equations.row], len(cost))
        left = cost - pull
        return np.where(left > 0, left * self._down, -left * self._up)


def _plain_table(system: System, always: Flags) -> Floats:
    """A table that fits everything published beside these gaps: the one that the solver meets first."""
    base = system.shown(always)
    for members in find_blocks(system, always):
        point = Solver(system, always, members).reach(np.zeros(len(members)))
        if point is not None:
            base[members] = point
    return base


def propose(system: System, required: Flags, settled: Settled, insider: tuple[Knows | None, int]) -> FirstPattern:
    """The cheapest pattern with the required gaps that is safe; where that is too much to ask, how far it came."""
    always = required | ~system.gap
    free = ~always & ~system.fixed
    hidden, outside = always, None
    if not free.any() or int(system.gap.sum()) > _MOST_CELLS:
        return FirstPattern(always, always, is_proved=False)
    if not _is_weak(system, always, settled, insider):
        return FirstPattern(always, always, is_proved=True)
    patterns, movements = _Patterns(system.price, free), _Movements(system, always)
    patterns.learn(_in_pairs(system, always))
    while patterns.effort + movements.effort <= _PROOF_EFFORT and (chosen := patterns.cheapest()) is not None:
        hidden = always | chosen
        movements.allow(hidden)
        exposed = np.flatnonzero(find_exposed(system, hidden, unseen(system, hidden), settled).exposed).tolist()
        cuts = [
            _by_duality(system, movements, (always, hidden), place) or _by_a_neighbour(system, always, hidden, place)
            for place in exposed
        ]
        if not cuts:
            outside = hidden if outside is None else outside
            cuts = list(_against_insiders(system, always, hidden, insider))
        if not cuts:
            return FirstPattern(hidden, outside if outside is not None else hidden, is_proved=True)
        patterns.learn(cuts)
    return FirstPattern(hidden, hidden, is_proved=False)


def _is_weak(system: System, always: Flags, settled: Settled, insider: tuple[Knows | None, int]) -> bool:
    """Whether anything must go beside what must go in any case: asked before a programme is made, for often nothing."""
    if find_exposed(system, always, unseen(system, always), settled).exposed.any():
        return True
    return any(True for _ in _against_insiders(system, always, always, insider))


def _in_pairs(system: System, always: Flags) -> Iterator[_Cut]:
    """Wherever there is a gap in an equation there is another."""
    for row in system.rows:
        for place in row:
            if system.gap[place] and not (system.fixed[place] and not always[place]):
                others = np.zeros(len(always))
                others[[each for each in row if each != place]] = 1.0
                yield _needs(others, 1.0, place, always)


def _needs(weights: Floats, need: float, place: int, always: Flags) -> _Cut:
    """Where `place` is withheld, all gaps together weigh what it needs; those that always are do their share."""
    least = need - float(weights[always].sum()) - (0.0 if always[place] else float(weights[place]))
    if least <= NEARLY:
        return _Cut(np.zeros(len(weights)), 0.0)
    others = np.where(always, 0.0, np.minimum(weights, least) / least)
    if not always[place]:
        others[place] = -1.0
    return _Cut(others, float(always[place]))


def _by_duality(system: System, movements: _Movements, gaps: tuple[Flags, Flags], place: int) -> _Cut | None:
    """What lets it move as far as it must; None where fractions say that it does."""
    if not system.gap[place]:
        return None
    always, hidden = gaps
    up, down = movements.worth(place, 1.0), movements.worth(place, -1.0)
    share = float(twice_of(system, np.array([place]))[0])
    wide = (up + down, system.k)
    far = ((1 - share) * up + down, share * float(movements.base[place]))
    lacking = ((weights, need) for weights, need in (wide, far) if float(weights[hidden].sum()) < need - NEARLY)
    return next((_needs(weights, need, place, always) for weights, need in lacking), None)


def _by_a_neighbour(system: System, always: Flags, hidden: Flags, place: int) -> _Cut:
    """Without a further gap in one of the equations of its block, its range stays what it is."""
    members = next(block for block in find_blocks(system, hidden) if place in block)
    rows = np.unique(system.equations.row[np.isin(system.equations.column, members)])
    near = np.zeros(len(hidden), np.bool_)
    near[system.equations.column[np.isin(system.equations.row, rows)]] = True
    return _needs((near & ~hidden).astype(np.float64), 1.0, place, always)


def _against_insiders(
    system: System, always: Flags, hidden: Flags, insider: tuple[Knows | None, int]
) -> Iterator[_Cut]:
    """Wherever a chain tells, one of its equations has a third gap, or one of its cells is published."""
    knows, acquainted = insider
    if knows is None:
        return
    for start, _, victim, _ in find_threats(system, hidden, knows, acquainted):
        chain, rows = find_chain(system, hidden, start, victim)
        weights = np.zeros(len(hidden))
        weights[[place for row in rows for place in system.rows[row]]] = 1.0
        weights[hidden] = 0.0
        loose = [place for place in chain if not always[place]]
        weights[loose] = -1.0
        yield _Cut(weights, 1.0 - len(loose))
