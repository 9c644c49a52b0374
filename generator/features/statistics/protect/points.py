"""Equations and allowed moves become one feasible point: a table that agrees with everything published."""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np
from highspy._core import _Highs

from generator.features.statistics.protect.system import Equations, Flags, Floats, Indices

WHOLE_LIMIT = 120
"""Up to so many unknowns we ask for whole numbers; beyond, the relaxation is enough."""


@dataclass(frozen=True, slots=True)
class Moves:
    """How far each cell may rise above and fall below its base, and what a unit of either costs."""

    rise: Floats
    fall: Floats
    rise_cost: Floats
    fall_cost: Floats


def find_point(equations: Equations, base: Floats, moves: Moves, whole: Flags) -> Floats | None:
    """The cheapest point within the moves that satisfies every equation; None when there is none."""
    upper = np.concatenate([moves.rise, moves.fall])
    used = np.flatnonzero(upper > 0)
    if not len(used):
        return base.copy()
    lp = _program(equations, base, used, upper[used])
    lp.col_cost_ = np.concatenate([moves.rise_cost, moves.fall_cost])[used]
    if np.count_nonzero(np.maximum(moves.rise, moves.fall)) <= WHOLE_LIMIT:
        integer, continuous = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
        lp.integrality_ = [integer if each else continuous for each in np.concatenate([whole, whole])[used]]
    moved = _solve(lp)
    if moved is None:
        return None
    steps = np.zeros(len(upper))
    steps[used] = moved
    return base + steps[: len(base)] - steps[len(base) :]


def _program(equations: Equations, base: Floats, used: Indices, upper: Floats) -> highspy.HighsLp:
    """Two columns a cell, its rise and its fall; columns that cannot move are left out."""
    place = np.full(2 * equations.width, -1, dtype=np.int64)
    place[used] = np.arange(len(used))
    row = np.concatenate([equations.row, equations.row])
    column = place[np.concatenate([equations.column, equations.column + equations.width])]
    sign = np.concatenate([equations.sign, -equations.sign])
    kept = column >= 0
    order = np.argsort(row[kept], kind="stable")
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(used), equations.height
    lp.col_lower_, lp.col_upper_ = np.zeros(len(used)), upper
    lp.row_lower_ = lp.row_upper_ = -equations.residual(base)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    counts = np.bincount(row[kept], minlength=equations.height)
    lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum(counts)])
    lp.a_matrix_.index_ = column[kept][order]
    lp.a_matrix_.value_ = sign[kept][order]
    return lp


def _solve(lp: highspy.HighsLp) -> Floats | None:
    # The class under `highspy.Highs`, whose constructor prints a banner before it can be told to be silent.
    solver = _Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.passModel(lp)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return np.array(solver.getSolution().col_value)
