"""True values become the cells that must not be published whatever else is: the primary cells, and the key's decoys."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from generator.features.statistics.cells import Cell
from generator.features.statistics.margins import find_margins
from generator.features.statistics.protect.policy import Policy, WithholdingReason
from generator.features.statistics.protect.tasks import Task
from generator.features.statistics.totals import Figure
from generator.model.figure import Amount
from generator.model.figure_columns import PERIOD

Reasons = dict[Cell, WithholdingReason]


def find_small(task: Task) -> Reasons:
    """Counts from 1 to k-1, and visits of so few households: they say that there are a few and not none."""
    return {
        cell: WithholdingReason.SMALL
        for cell, figure in task.figures.items()
        if figure.value and min(figure.value, task.behind.get(cell, figure.value)) < task.policy.k
    }


def find_whole(task: Task) -> Mapping[Cell, Cell]:
    """Figures that are all of their row or, of a stage, none of it, with that row: who is in it is told by being there.

    Rows of fewer than k are withheld anyway, and of periods everybody knows when they asked.
    """
    axes = tuple(axis for axis in task.axes if axis.name != PERIOD and not axis.inner)
    found: dict[Cell, Cell] = {}
    for total, parts, _ in find_margins(task.figures, axes):
        size = task.figures[total].value
        if len(parts) > 1 and size >= task.policy.k:
            found |= {part: total for part in parts if task.figures[part].value == size}
    for whole, *stages in task.rests.values():
        size = task.figures[whole].value
        if size >= task.policy.k:
            found |= {stage: whole for stage in stages if task.figures[stage].value in (0, size)}
    return found


def find_known_to_helpers(task: Task, shares: Mapping[Cell, tuple[Amount, ...]], together: int) -> Reasons:
    """Counts of which so many providers, laying together what they know, know all but 1 to k-1."""
    return {
        cell: WithholdingReason.HELPER
        for cell, largest in shares.items()
        if cell in task.figures
        and any(
            0 < float(task.figures[cell].value) - float(sum(largest[:some])) < task.policy.k
            for some in range(1, 1 + together)
        )
    }


def find_money(task: Task, counted_by: str, withheld_counts: Collection[Cell]) -> Reasons:
    """Money whose count is withheld, that one household dominates, or of which that cannot be tried."""
    found: Reasons = {}
    for cell, figure in task.figures.items():
        if Cell(counted_by, cell.place) in withheld_counts:
            found[cell] = WithholdingReason.COUNT
        elif reason := dominance(figure, task.policy):
            found[cell] = reason
    return found


def dominance(figure: Figure, policy: Policy) -> WithholdingReason | None:
    """What the p % rule says of an amount: of nothing nobody got a part."""
    if not figure.value:
        return None
    if figure.largest is None:
        return WithholdingReason.UNTESTED
    return WithholdingReason.DOMINANCE if is_dominated(figure.value, figure.largest, policy.percent) else None


def is_dominated(value: Amount, largest: tuple[Amount, ...], percent: int) -> bool:
    """The p % rule: the second largest recipient, knowing his own part, comes within p % of the largest."""
    if not largest:
        return False
    return (value - sum(largest)) * 100 < percent * largest[0]


def find_decoys(task: Task, counts: dict[Cell, Figure], known: Collection[Cell]) -> Reasons:
    """Figures that the key withholds though they hide nothing, zeros too; `counts` are what stands behind."""
    if not task.policy.decoys:
        return {}
    totals = {total for total, *_ in find_margins(task.figures, task.axes)}
    return {
        cell: WithholdingReason.DECOY
        for cell, figure in task.figures.items()
        if cell not in known
        and task.decoy_luck(cell)
        < task.policy.likelihood(float(counts.get(cell, figure).value), is_total=cell in totals)
    }
