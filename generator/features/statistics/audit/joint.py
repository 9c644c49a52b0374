"""Counts and money taken together, of the newest release and of all: where a standard says what one household gets, one
tells the other.

With 14,000 yuan for four households, some at 5,000 and some at 2,000, everybody knows how many of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import highspy
import numpy as np
from highspy._core import _Highs

from generator.features.statistics.audit.beliefs import attack_editions
from generator.features.statistics.audit.blocks import rows_together
from generator.features.statistics.audit.cases import MeasureCase
from generator.features.statistics.audit.knowledge import Knowledge, gather
from generator.features.statistics.audit.row_program import row_solver
from generator.features.statistics.audit.sums import Sums
from generator.features.statistics.audit.weaknesses import Weakness, WeaknessKind
from generator.features.statistics.cells import Cell
from generator.features.statistics.stages import Stages
from generator.features.statistics.standards import bounds_of
from generator.model.figure import Amount

_NEARLY = 1e-6


@dataclass(frozen=True, slots=True)
class JointCase:
    """One amount of money and the counts behind it."""

    counts: MeasureCase
    money: MeasureCase
    stages: Stages

    @property
    def title(self) -> str:
        """What is attacked, in a word."""
        return self.money.title


@dataclass(slots=True)
class _Line:
    """One row of the programme: between two bounds stands a sum of unknowns with their factors."""

    low: float
    high: float
    unknown: dict[int, float]


def examine_joint(case: JointCase) -> list[Weakness]:
    """Withheld counts that money and the standard narrow, and money that no standard allows.

    What only earlier editions tell, of counts or of money, is a difference; where these contradict a standard, they are
    no longer what holds.
    """
    count_sums, money_sums = Sums(case.counts.axes, case.counts.overlaps), Sums(case.money.axes)
    found = _examine(case, gather((case.counts.newest,), count_sums), gather((case.money.newest,), money_sums))
    if len(case.counts.shown) + len(case.money.shown) == 2 or WeaknessKind.CONTRADICTION in {e.kind for e in found}:
        return found
    *_, (counts, _) = attack_editions(case.counts, count_sums)
    *_, (money, _) = attack_editions(case.money, money_sums)
    cells = {each.cell for each in found}
    further = (each for each in _examine(case, counts, money) if each.cell not in cells)
    return found + [replace(each, kind=WeaknessKind.DIFFERENCE) for each in further if each.kind is WeaknessKind.JOINT]


def _examine(case: JointCase, counts: Knowledge, money: Knowledge) -> list[Weakness]:
    values = [*counts.values, *money.values]
    lines = [
        *(_sum(values, places) for places in counts.sums),
        *(_sum(values, [place + len(counts.values) for place in places]) for places in money.sums),
    ]
    tied = dict(_ties(case, counts, money))
    lines += [line for at, (count, bounds) in tied.items() for line in _tie(values, at, count, bounds)]
    found = [_impossible(case, money.cells[at - len(counts.values)]) for at in tied if _is_torn(values, at, tied[at])]
    for block in _blocks(lines):
        found += _narrow(case, counts, block)
    return found


def _ties(case: JointCase, counts: Knowledge, money: Knowledge) -> Iterator[tuple[int, tuple[int, tuple[int, int]]]]:
    """Money by position, with its count and the bounds of the standard; of each cell what it was last."""
    at_cell = {cell: at for at, cell in enumerate(counts.cells) if at not in counts.derived}
    for cell, at in {cell: at for at, cell in enumerate(money.cells)}.items():
        bounds = bounds_of(case.money.measure, cell)
        count = at_cell.get(case.stages.fold(Cell(case.money.measure.counted_by or "", cell.place)))
        if bounds is not None and count is not None:
            yield at + len(counts.cells), (count, bounds)


def _sum(values: list[Amount | None], places: list[int] | tuple[int, ...]) -> _Line:
    """A total less its parts is nothing."""
    amount, unknown = 0.0, dict[int, float]()
    for number, place in enumerate(places):
        sign, value = -1.0 if number else 1.0, values[place]
        if value is None:
            unknown[place] = unknown.get(place, 0.0) + sign
        else:
            amount -= sign * float(value)
    return _Line(amount, amount, unknown)


def _tie(values: list[Amount | None], at: int, count: int, bounds: tuple[int, int]) -> Iterator[_Line]:
    for sign, factor in zip((1.0, -1.0), bounds, strict=True):
        amount, unknown = 0.0, dict[int, float]()
        for place, weight in ((at, sign), (count, -sign * factor)):
            value = values[place]
            if value is None:
                unknown[place] = weight
            else:
                amount -= weight * float(value)
        yield _Line(amount, np.inf, unknown)


def _is_torn(values: list[Amount | None], at: int, tie: tuple[int, tuple[int, int]]) -> bool:
    count, (least, most) = tie
    amount, households = values[at], values[count]
    return amount is not None and households is not None and not least * households <= amount <= most * households


def _impossible(case: JointCase, cell: Cell) -> Weakness:
    count = Cell(case.money.measure.counted_by or "", cell.place)
    return case.money.report(cell, (0.0, None), WeaknessKind.CONTRADICTION, (count,))


def _blocks(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    open_lines = [line for line in lines if line.unknown]
    for numbers in rows_together([line.unknown for line in open_lines]):
        yield [open_lines[number] for number in numbers]


def _narrow(case: JointCase, counts: Knowledge, block: list[_Line]) -> Iterator[Weakness]:
    places = sorted({place for line in block for place in line.unknown})
    if places[0] >= len(counts.cells) or places[-1] < len(counts.cells):
        return  # counts alone, or money alone: other attacks ask these
    program = _program(block, places, len(counts.cells))
    for number, place in enumerate(places):
        if place in counts.withheld:
            low, high = _end(program, number, 1.0), _end(program, number, -1.0)
            if low is None or high is None:
                yield case.counts.report(counts.cells[place], (0.0, None), WeaknessKind.CONTRADICTION, ())
                return
            if high - low < case.counts.demand.k:
                yield case.counts.report(counts.cells[place], (low, high), WeaknessKind.JOINT, ())


def _end(program: _Highs, number: int, sign: float) -> float | None:
    """The least (1) or greatest (-1) of an unknown count among tables of whole counts."""
    width = program.getNumCol()
    cost = np.zeros(width)
    cost[number] = sign
    program.changeColsCost(width, np.arange(width, dtype=np.int32), cost)
    program.run()
    if program.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return None
    point = program.getSolution().col_value
    return float(round(point[number])) if len(point) else None


def _program(block: Sequence[_Line], places: Sequence[int], counts: int) -> _Highs:
    column = {place: number for number, place in enumerate(places)}
    top = 10.0 * max(abs(line.low) for line in block) + 1000.0  # of a count that nothing bounds; money has no bound
    high = np.array([top if place < counts else np.inf for place in places])
    rows = [
        (line.low, line.high, [(column[place], factor) for place, factor in line.unknown.items()]) for line in block
    ]
    solver = row_solver(np.zeros(len(places)), high, rows)
    solver.setOptionValue("mip_feasibility_tolerance", _NEARLY)
    kinds = [highspy.HighsVarType.kInteger if place < counts else highspy.HighsVarType.kContinuous for place in places]
    solver.changeColsIntegrality(len(places), np.arange(len(places), dtype=np.int32), np.array(kinds))
    return solver
