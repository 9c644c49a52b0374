"""Gaps of counts and of money, with what a standard gives one household, become whether any count is told too well."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import product

import highspy
import numpy as np
from highspy._core import _Highs

from generator.features.statistics.cells import Cell, build_cell, code_at
from generator.features.statistics.protect.solver import NODES, silent_solver
from generator.features.statistics.protect.system import System
from generator.features.statistics.protect.tasks import Task, system_of
from generator.features.statistics.stages import Stages
from generator.features.statistics.standards import bounds_of
from generator.features.statistics.tables import Measure


def money_above(task: Task, measure: Measure, gaps: Collection[Cell]) -> Mapping[Cell, int]:
    """Money that counts gaps of counts in, with how many steps up it stands: what is not here tells of no gap."""
    found: dict[Cell, int] = {}
    for gap in gaps:
        codes = [code_at(gap, axis) or "" for axis in task.axes]
        paths = [axis.path(code) for axis, code in zip(task.axes, codes, strict=True)]
        for steps in product(*(range(len(path)) for path in paths)):
            at = (path[step] for path, step in zip(paths, steps, strict=True))
            cell = build_cell(measure.name, task.axes, at)
            if cell in task.figures:
                found[cell] = min(sum(steps), found.get(cell, sum(steps)))
    return found


def are_counts_exposed(
    counts: Task, gaps: Collection[Cell], money: Task, withheld: Collection[Cell], tie: tuple[Stages, Measure]
) -> bool:
    """Whether what is published leaves any withheld count fewer than k wide, among tables of whole counts."""
    program = _program(counts, gaps, money, withheld, tie)
    for at, cell in enumerate(counts.figures):
        if cell in gaps:
            low, high = (_end(program, at, sign) for sign in (1.0, -1.0))
            if low is None or high is None or high - low < counts.policy.k:
                return True
    return False


def _end(program: _Highs, at: int, sign: float) -> float | None:
    cost = np.zeros(program.getNumCol())
    cost[at] = sign
    program.changeColsCost(len(cost), np.arange(len(cost), dtype=np.int32), cost)
    program.run()
    point = program.getSolution().col_value
    is_found = program.getModelStatus() != highspy.HighsModelStatus.kInfeasible and len(point)
    return float(round(point[at])) if is_found else None


def _program(
    counts: Task, gaps: Collection[Cell], money: Task, withheld: Collection[Cell], tie: tuple[Stages, Measure]
) -> _Highs:
    """Published figures are variables that cannot move; a sum is a row, and so is either end of the standard."""
    one, other = system_of(counts), system_of(money)
    start = len(one.values)
    hidden = np.array(
        [
            *(cell in gaps for cell in counts.figures),
            *(True for _ in range(len(counts.figures), start)),
            *(c in withheld for c in money.figures),
        ]
    )
    values = np.concatenate([one.values, other.values])
    top = 10.0 * float(values[~hidden].max(initial=0.0)) + 1000.0
    rows: list[tuple[float, float, dict[int, float]]] = [*_sums(one, 0), *_sums(other, start)]
    rows += _ties(counts, money, tie, start)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(values), len(rows)
    lp.col_cost_ = np.zeros(len(values))
    most = np.where(np.arange(len(values)) < start, top, np.inf)
    lp.col_lower_, lp.col_upper_ = np.where(hidden, 0.0, values), np.where(hidden, most, values)
    lp.row_lower_, lp.row_upper_ = np.array([low for low, _, _ in rows]), np.array([high for _, high, _ in rows])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(entries) for _, _, entries in rows)])
    lp.a_matrix_.index_ = np.array([at for _, _, entries in rows for at in entries])
    lp.a_matrix_.value_ = np.array([factor for _, _, entries in rows for factor in entries.values()])
    solver = silent_solver()
    solver.setOptionValue("mip_max_nodes", NODES)
    solver.passModel(lp)
    kinds = [
        highspy.HighsVarType.kInteger if at < start else highspy.HighsVarType.kContinuous for at in range(len(values))
    ]
    solver.changeColsIntegrality(len(values), np.arange(len(values), dtype=np.int32), np.array(kinds))
    return solver


def _sums(system: System, start: int) -> Iterator[tuple[float, float, dict[int, float]]]:
    for total, *parts in system.rows:
        yield 0.0, 0.0, {start + total: -1.0, **{start + part: 1.0 for part in parts}}


def _ties(
    counts: Task, money: Task, tie: tuple[Stages, Measure], start: int
) -> Iterator[tuple[float, float, dict[int, float]]]:
    stages, measure = tie
    place = {cell: at for at, cell in enumerate(counts.figures)}
    for at, cell in enumerate(money.figures):
        bounds, count = bounds_of(measure, cell), place.get(stages.fold(Cell(measure.counted_by or "", cell.place)))
        if bounds is not None and count is not None:
            yield 0.0, np.inf, {start + at: 1.0, count: -float(bounds[0])}
            yield -np.inf, 0.0, {start + at: 1.0, count: -float(bounds[1])}
