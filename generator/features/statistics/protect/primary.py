"""True values become the cells that must not be published whatever else is: the primary cells."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from generator.features.statistics.cells import Cell
from generator.features.statistics.protect.policy import Policy, WithholdingReason
from generator.features.statistics.tables import Measure
from generator.features.statistics.totals import Figure
from generator.model.figure import Amount

Figures = Mapping[Cell, Figure]
Reasons = dict[Cell, WithholdingReason]


def find_primary(measure: Measure, figures: Figures, policy: Policy, withheld_counts: Collection[Cell]) -> Reasons:
    """The cells of one measure that its own rules withhold; `withheld_counts` are those of the count behind money."""
    if measure.counted_by is None:
        return {cell: WithholdingReason.SMALL for cell, figure in figures.items() if 0 < figure.value < policy.k}
    found: Reasons = {}
    for cell, figure in figures.items():
        if Cell(measure.counted_by, cell.place) in withheld_counts:
            found[cell] = WithholdingReason.COUNT
        elif figure.largest is not None and is_dominated(figure.value, figure.largest, policy.percent):
            found[cell] = WithholdingReason.DOMINANCE
    return found


def is_dominated(value: Amount, largest: tuple[Amount, ...], percent: int) -> bool:
    """The p % rule: the second largest recipient, knowing his own part, comes within p % of the largest."""
    if not largest:
        return False
    return (value - sum(largest)) * 100 < percent * largest[0]
