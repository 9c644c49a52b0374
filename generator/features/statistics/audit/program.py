"""A block of unknowns becomes a linear program that can be asked for one extreme after another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import highspy
import numpy as np
import numpy.typing as npt
from highspy._core import _Highs  # `highspy.Highs` prints a banner before it can be told to be silent

from generator.features.statistics.audit.blocks import UnknownsBlock

Floats = npt.NDArray[np.float64]
Least = Mapping[int, float]
"""Unknowns that are surely no less than a number."""
_MOST_NODES = 2000
"""Branches tried for a whole number in large blocks; by count, so that every machine decides alike."""
_FEASIBLE = 2
"""HiGHS's number for a solution that keeps all bounds."""
PRIMAL, DUAL = 4, 1
"""HiGHS's numbers for its simplex methods: primal goes on from the last corner, dual starts afresh."""


class Extreme(NamedTuple):
    """A table that agrees with everything published, at one end of a direction, and how much each sum held it back."""

    point: Floats
    duals: Floats


class WholeEnd(NamedTuple):
    """How far an unknown goes one way: a table that shows it, if one was found, and what no table is beyond."""

    point: Floats | None
    bound: float


class Program:
    """A block as HiGHS holds it; asking changes the direction, never the block."""

    def __init__(self, block: UnknownsBlock, least: Least, whole: bool) -> None:
        self.width = len(block.unknown)
        self.ceiling = 10.0 * max((abs(float(row.amount)) for row in block.rows), default=0.0) + 1000.0
        self._every = np.arange(self.width, dtype=np.int32)
        self._solver = _Highs()
        self._solver.setOptionValue("output_flag", False)
        self._solver.setOptionValue("threads", 1)
        self._solver.passModel(_model(block, least, self.ceiling))
        self.whole = whole
        if whole:
            kinds = np.full(self.width, highspy.HighsVarType.kInteger)
            self._solver.changeColsIntegrality(self.width, self._every, kinds)

    def ask(self, direction: Floats) -> Extreme | None:
        """The table furthest against `direction` (a price per unit), from scratch; None when there is none at all."""
        self._solver.clearSolver()
        self._tune(DUAL, "choose")
        return self._run(direction)

    def ask_on(self, place: int, sign: float) -> Extreme | None:
        """The table where one unknown is least (`sign` 1) or greatest (-1), starting from the last one found."""
        direction = np.zeros(self.width)
        direction[place] = sign
        self._tune(PRIMAL, "choose" if self.whole else "off")
        return self._run(direction)

    def find_end(self, place: int, sign: float) -> WholeEnd:
        """As `ask_on`, in whole numbers and with so much effort; what was found by then counts."""
        direction = np.zeros(self.width)
        direction[place] = sign
        self._tune(DUAL, "choose")
        self._solver.setOptionValue("mip_max_nodes", _MOST_NODES)
        self._solver.clearSolver()
        self._solver.changeColsCost(self.width, self._every, direction)
        self._solver.run()
        info = self._solver.getInfo()
        found = info.primal_solution_status == _FEASIBLE
        point = np.array(self._solver.getSolution().col_value) if found else None
        return WholeEnd(point, sign * float(info.mip_dual_bound))

    def _tune(self, method: int, presolve: str) -> None:
        self._solver.setOptionValue("simplex_strategy", method)
        self._solver.setOptionValue("presolve", presolve)

    def _run(self, direction: Floats) -> Extreme | None:
        self._solver.changeColsCost(self.width, self._every, direction)
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        solution = self._solver.getSolution()
        return Extreme(np.array(solution.col_value), np.array(solution.row_dual))


def _model(block: UnknownsBlock, least: Least, ceiling: float) -> highspy.HighsLp:
    column = {place: number for number, place in enumerate(block.unknown)}
    amounts = np.array([float(row.amount) for row in block.rows])
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(column), len(block.rows)
    lp.col_cost_ = np.zeros(len(column))
    lp.col_lower_ = np.array([float(least.get(place, 0)) for place in block.unknown])
    lp.col_upper_ = np.full(len(column), ceiling)
    lp.row_lower_ = lp.row_upper_ = amounts
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(row.unknown) for row in block.rows)])
    lp.a_matrix_.index_ = np.array([column[place] for row in block.rows for place, _ in row.unknown])
    lp.a_matrix_.value_ = np.array([float(sign) for row in block.rows for _, sign in row.unknown])
    return lp
