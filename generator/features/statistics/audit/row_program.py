"""Bounds of unknowns, and rows of sums between bounds, become a programme that HiGHS holds."""

from __future__ import annotations

from collections.abc import Sequence

import highspy
import numpy as np
import numpy.typing as npt
from highspy._core import _Highs

Floats = npt.NDArray[np.float64]
ProgramRow = tuple[float, float, Sequence[tuple[int, float]]]
"""Between two bounds stands a sum of unknowns, by position, with their factors."""
_NODES = 2000
"""Branches tried for a whole number; by count, so that every machine decides alike."""


def row_solver(low: Floats, high: Floats, rows: Sequence[ProgramRow]) -> _Highs:
    """Silent and on one core; unknowns may be any number until it is told otherwise."""
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(low), len(rows)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = np.zeros(len(low)), low, high
    lp.row_lower_ = np.array([float(least) for least, _, _ in rows])
    lp.row_upper_ = np.array([float(most) for _, most, _ in rows])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(entries) for _, _, entries in rows)])
    lp.a_matrix_.index_ = np.array([place for _, _, entries in rows for place, _ in entries])
    lp.a_matrix_.value_ = np.array([factor for _, _, entries in rows for _, factor in entries])
    solver = _Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_max_nodes", _NODES)
    solver.passModel(lp)
    return solver
