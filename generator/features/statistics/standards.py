"""A published standard of what one household gets becomes bounds on the money of a cell for each of its households."""

from __future__ import annotations

from generator.features.statistics.cells import Cell
from generator.features.statistics.periods import days_of
from generator.features.statistics.tables import Measure
from generator.model.figure_columns import PERIOD
from generator.model.tabulation import Standard


def bounds_of(measure: Measure, cell: Cell) -> tuple[int, int] | None:
    """The least and the most a household of a cell gets; None where no standard speaks of all of it."""
    found = [each for each in measure.standards if _covers(each, dict(cell.place))]
    return (min(each.least for each in found), max(each.most for each in found)) if found else None


def _covers(standard: Standard, codes: dict[str, str]) -> bool:
    if any(codes.get(name) != code for name, code in standard.where):
        return False
    first, last = days_of(codes[PERIOD]) if PERIOD in codes else ("", "")
    return standard.first <= first and (not standard.last or last <= standard.last[:8] + "31")
