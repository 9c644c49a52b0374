"""Withheld cells that hang together become a programme that is asked for one table after another that fits."""

from __future__ import annotations

import highspy
import numpy as np
from highspy._core import _Highs

from generator.features.statistics.protect.system import Equations, Flags, Floats, Indices, System

NEARLY = 1e-6
NODES = 400
"""Branches tried for a whole number; by count, not by time, so that every machine decides alike."""
_PRIMAL, _DUAL, _FEASIBLE = 4, 1, 2


class Solver:
    """One block of withheld cells as HiGHS holds it; what is published stands on the right-hand side."""

    def __init__(self, system: System, hidden: Flags, members: Indices) -> None:
        self.members = members
        self.whole = system.whole[members]
        touched = np.zeros(len(hidden), np.bool_)
        touched[members] = True
        equations = system.equations.touching(touched)
        amounts = -equations.sums(system.shown(hidden))
        self.ceiling = ceiling_of(system, hidden)
        self._every = np.arange(len(members), dtype=np.int32)
        self._solver = silent_solver()
        self._solver.passModel(_model(equations, amounts, (members, system.floor[members]), self.ceiling))

    def reach(self, direction: Floats) -> Floats | None:
        """The table furthest along `direction`; None where no table fits."""
        self._tune(_DUAL, "choose")
        self._solver.clearSolver()
        return self._run(direction)

    def reach_on(self, place: int, sign: float) -> Floats | None:
        """The table where one cell is greatest (`sign` 1) or least (-1), starting from the last one found."""
        direction = np.zeros(len(self.members))
        direction[place] = sign
        self._tune(_PRIMAL, "off")
        return self._run(direction)

    def reach_whole(self, place: int, sign: float) -> float | None:
        """The greatest or least whole value of one cell in a whole table; the furthest that was met where it takes too
        long to tell, and None where none was."""
        kinds = np.where(self.whole, int(highspy.HighsVarType.kInteger), int(highspy.HighsVarType.kContinuous))
        direction = np.zeros(len(self.members))
        direction[place] = sign
        self._solver.changeColsIntegrality(
            len(self.members), self._every, np.array([highspy.HighsVarType(each) for each in kinds])
        )
        self._tune(_DUAL, "choose")
        self._solver.changeColsCost(len(self.members), self._every, -direction)
        self._solver.run()
        found = self._solver.getInfo().primal_solution_status == _FEASIBLE
        point = np.array(self._solver.getSolution().col_value) if found else None
        continuous = np.full(len(self.members), highspy.HighsVarType.kContinuous)
        self._solver.changeColsIntegrality(len(self.members), self._every, continuous)
        return None if point is None else float(point[place])

    def _tune(self, method: int, presolve: str) -> None:
        self._solver.setOptionValue("simplex_strategy", method)
        self._solver.setOptionValue("presolve", presolve)

    def _run(self, direction: Floats) -> Floats | None:
        self._solver.changeColsCost(len(self.members), self._every, -direction)
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self._solver.getSolution().col_value)


def silent_solver() -> _Highs:
    """The class under `highspy.Highs`, whose constructor prints a banner before it can be told to be silent."""
    solver = _Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_max_nodes", NODES)
    return solver


def ceiling_of(system: System, hidden: Flags) -> float:
    """Further up than any value that an attacker would think of who sees what is shown."""
    return 10.0 * float(system.shown(hidden).max(initial=0.0)) + 1000.0


def is_whole(point: Floats, whole: Flags) -> bool:
    """Whether every count in a table is a whole number."""
    return bool((np.abs(point - np.rint(point))[whole] < NEARLY).all())


def _model(equations: Equations, amounts: Floats, unknown: tuple[Indices, Floats], ceiling: float) -> highspy.HighsLp:
    members, floor = unknown
    place = np.full(equations.width, -1, np.int64)
    place[members] = np.arange(len(members))
    column = place[equations.column]
    kept = column >= 0
    order = np.argsort(equations.row[kept], kind="stable")
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(members), equations.height
    lp.col_cost_ = np.zeros(len(members))
    lp.col_lower_, lp.col_upper_ = floor, np.full(len(members), ceiling)
    lp.row_lower_ = lp.row_upper_ = amounts
    counts = np.bincount(equations.row[kept], minlength=equations.height)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum(counts)])
    lp.a_matrix_.index_ = column[kept][order]
    lp.a_matrix_.value_ = equations.sign[kept][order]
    return lp
