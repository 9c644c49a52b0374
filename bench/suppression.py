"""Invented tables become figures about protection: how long it takes, and how many gaps more than the fewest possible.

Each time is CPU seconds as a share of its target, each number of gaps a ratio to the exact optimum of a mixed-integer
program.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import product
from math import prod
from random import Random
from statistics import mean
from time import process_time

import highspy
import numpy as np
from highspy._core import _Highs

from bench.figures import Figure, ratio, seconds
from bench.microdata import CATEGORY_WEIGHTS, ROOT, invent_cases, read_groups
from bench.protected_sizes import (
    measure_editions,
    measure_memory,
    measure_others,
    measure_rounded,
    measure_settings,
    measure_sizes,
)
from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand
from generator.features.statistics.cells import build_cell
from generator.features.statistics.dimensions import Dimension, build_dimension, flat_dimension
from generator.features.statistics.margins import find_margins
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.protect import protect
from generator.features.statistics.tables import Measure
from generator.features.statistics.tallies import gather_rows
from generator.features.statistics.totals import FullTable, RawRow, add_up

HELPED = Measure("helped", "获得帮扶", "households")
K = 5
GROUPS = 5
SMALL_SHAPES = ((3, 4), (4, 4), (4, 5), (5, 5), (2, 3, 3))
SMALL_TABLES = 4
"""So many tables of each shape."""
PATIENCE = 30.0
"""Seconds given to one optimum; a table whose optimum is not proven by then is left out."""

Equation = tuple[int, ...]


def read_divisions(*levels: str) -> Dimension:
    """The divisions of some levels under the city."""
    with (ROOT / "data/codes/divisions/divisions.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] in levels]
    return build_dimension("division", "地区", {row["code"]: row["parent"] or None for row in rows}, "12")


def invent_table(households: int, *levels: str, told_apart: int = GROUPS) -> FullTable:
    """Invented households over divisions, six categories and some groups."""
    divisions, groups = read_divisions(*levels), read_groups()[:told_apart]
    cases = invent_cases(divisions.leaves, groups, ("2026-01",), households)
    rows = gather_rows(RawRow((each.division, each.category, each.group), HELPED.name, 1, (1,)) for each in cases)
    axes = (
        divisions,
        flat_dimension("category", "类别", tuple(CATEGORY_WEIGHTS)),
        flat_dimension("group", "对象", groups),
    )
    return add_up("bench", axes, (HELPED,), rows)[0]


def measure_time(name: str, table: FullTable, target: float) -> Iterator[Figure]:
    """What protecting and auditing one table costs."""
    start = process_time()
    protection = protect(table, Policy(k=K))
    protected = process_time()
    weaknesses = audit([[protection.table]], Demand(k=K))
    done = process_time()
    (report,) = protection.report.measures
    small = sum(0 < figure.value < K for figure in table.figures.values())
    yield Figure(f"{name}: weaknesses of the audit", len(weaknesses), "", 0)
    yield Figure(f"{name}: gaps in {report.cells:,} cells, {small:,} of them small", report.withheld, "")
    yield seconds(f"{name}: protect", protected - start)
    yield seconds(f"{name}: audit", done - protected)
    yield ratio(f"{name}: both / {target:g} s", done - start, target, 1)


def small_table(shape: tuple[int, ...], dice: Random) -> FullTable:
    """A small table, some of whose lines are busy and some quiet."""
    axes = tuple(flat_dimension(f"d{at}", "", tuple(f"{at}{n}" for n in range(size))) for at, size in enumerate(shape))
    weights = [[dice.gammavariate(1.5, 1) for _ in range(size)] for size in shape]
    mean_count = dice.choice((3, 6, 10))
    rows = []
    for place in product(*(range(size) for size in shape)):
        expected = mean_count * prod(weights[at][number] for at, number in enumerate(place))
        count = min(99, int(dice.gammavariate(1 + expected, 1) * expected / (1 + expected) + 0.5))
        rows.append(RawRow(tuple(f"{at}{number}" for at, number in enumerate(place)), "helped", count))
    return add_up("small", axes, (HELPED,), rows)[0]


def count_fewest(table: FullTable) -> int | None:
    """The fewest gaps that leave every gap a range of k, by an exact program; None when time runs out.

    For each cell two tables are sought, one where it is high and one where it is low, that differ from the truth only
    in gaps; where the cell is itself a gap, they lie at least k apart.
    """
    values = {
        build_cell(name, table.dimensions, codes): float(each.value) for (name, codes), each in table.figures.items()
    }
    place = {cell: number for number, cell in enumerate(values)}
    equations = [
        (place[total], *(place[part] for part in parts)) for total, parts, _ in find_margins(values, table.dimensions)
    ]
    solver = _Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("time_limit", PATIENCE)
    solver.passModel(_program(np.array(list(values.values())), equations))
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return round(solver.getInfo().objective_function_value)


def _program(truth: np.ndarray, equations: list[Equation]) -> highspy.HighsLp:
    count, reach = len(truth), 5.0 * K
    fall = np.minimum(truth, reach)
    rows: list[tuple[list[int], list[float], float, float]] = []
    for table in range(2 * count):
        start = count * (1 + table)
        for total, *parts in equations:
            rows.append(([start + total, *(start + part for part in parts)], [-1.0, *(1.0 for _ in parts)], 0.0, 0.0))
        for cell in range(count):
            rows.append(([start + cell, cell], [1.0, -reach], -np.inf, 0.0))
            rows.append(([start + cell, cell], [1.0, float(fall[cell])], 0.0, np.inf))
    for cell in range(count):
        high, low = count * (1 + 2 * cell) + cell, count * (2 + 2 * cell) + cell
        rows.append(([high, low, cell], [1.0, -1.0, -float(K)], 0.0, np.inf))
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = count * (1 + 2 * count), len(rows)
    lp.col_cost_ = np.concatenate([np.ones(count), np.zeros(2 * count * count)])
    small = (truth > 0) & (truth < K)
    lp.col_lower_ = np.concatenate([small.astype(float), np.tile(-fall, 2 * count)])
    lp.col_upper_ = np.concatenate([np.ones(count), np.full(2 * count * count, reach)])
    lp.row_lower_, lp.row_upper_ = np.array([row[2] for row in rows]), np.array([row[3] for row in rows])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(row[0]) for row in rows)])
    lp.a_matrix_.index_ = np.array([column for row in rows for column in row[0]])
    lp.a_matrix_.value_ = np.array([value for row in rows for value in row[1]])
    kinds = [highspy.HighsVarType.kInteger] * count + [highspy.HighsVarType.kContinuous] * (2 * count * count)
    lp.integrality_ = kinds
    return lp


def compare_with_optimum(tables: int) -> Iterator[Figure]:
    """Gaps as a ratio to the fewest possible, without and with the defence against insiders."""
    dice = Random(1)
    outsiders: list[float] = []
    insiders: list[float] = []
    for shape in SMALL_SHAPES:
        for _ in range(tables):
            table = small_table(shape, dice)
            fewest = count_fewest(table)
            if not fewest:
                continue
            gaps = [
                protect(table, Policy(k=K, insiders=each, decoys=())).report.measures[0].withheld
                for each in (False, True)
            ]
            outsiders.append(gaps[0] / fewest)
            insiders.append(gaps[1] / fewest)
    yield Figure(f"gaps / fewest possible, mean of {len(outsiders)} small tables", mean(outsiders), "×", 1.05)
    yield Figure("the same, worst", max(outsiders), "×")
    yield Figure("the same with the defence against insiders, mean", mean(insiders), "×")


def measure_suppression(scale: float) -> Iterator[Figure]:
    """All figures about protection; a smaller scale has fewer households and fewer tables to compare."""
    district, township = round(2000 * scale), round(22_000 * scale)
    yield from measure_time("16 × 6 × 5", invent_table(district, "city", "district"), 2.0)
    districts = read_divisions("city", "district")
    yield from measure_sizes(districts, round(24_000 * scale))
    yield from measure_editions(invent_table(district, "city", "district"))
    yield from measure_settings(invent_table(district, "city", "district"))
    if scale >= 1:
        townships = read_divisions("city", "district", "township")
        yield from measure_rounded(districts, townships, 24_000)
        for groups, at_most in ((GROUPS, 20.0), (len(read_groups()), 60.0)):
            table = invent_table(township, "city", "district", "township", told_apart=groups)
            yield from measure_others(f"269 × 7 × {groups + 1}", table, at_most)
    yield from measure_memory(max(1000, round(1_000_000 * scale)))
    yield from compare_with_optimum(max(1, round(SMALL_TABLES * scale)))
