"""The amounts of money of a table become those to withhold, once it is settled which of its counts are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.features.statistics.cells import Cell
from generator.features.statistics.periods import join_dimensions
from generator.features.statistics.protect.insiders import Knows
from generator.features.statistics.protect.joint import are_counts_exposed, money_above
from generator.features.statistics.protect.policy import WithholdingReason
from generator.features.statistics.protect.primary import Reasons, find_decoys, find_money
from generator.features.statistics.protect.settling import Withheld, withhold
from generator.features.statistics.protect.tasks import Task, figures_of
from generator.features.statistics.stages import Stages
from generator.features.statistics.tables import Measure, StatisticTable
from generator.features.statistics.totals import FullTable
from generator.model.figure import Amount


@dataclass(frozen=True, slots=True)
class Hidden:
    """The counts that are withheld, folded upon the first of their stages."""

    stages: Stages
    reasons: Reasons
    dominated: frozenset[Cell] = frozenset()
    """Money of which one provider can nearly tell what another one gave."""

    def holds(self, measure: str, cell: Cell) -> bool:
        """Whether the count of a measure at a cell's place is withheld."""
        return self.stages.fold(Cell(measure, cell.place)) in self.reasons


def protect_money(
    table: FullTable,
    counts: Task,
    earlier: Sequence[StatisticTable],
    hidden: Hidden,
    required: frozenset[Cell],
) -> Withheld:
    """Every amount of money of a table whose counts are settled."""
    found = Withheld({}, ())
    for measure in sorted((each for each in table.measures if not each.is_count), key=lambda each: each.name):
        one = _protect(_task(table, measure, counts, earlier), measure, counts, hidden, required)
        found = Withheld(found.reasons | one.reasons, (*found.exposed, *one.exposed))
    return found


def _protect(task: Task, measure: Measure, counts: Task, hidden: Hidden, required: frozenset[Cell]) -> Withheld:
    counted_by = measure.counted_by or ""
    behind = {
        cell: figure
        for cell in task.figures
        if (figure := counts.figures.get(hidden.stages.fold(Cell(counted_by, cell.place)))) is not None
    }
    gone = {Cell(counted_by, cell.place) for cell in task.figures if hidden.holds(counted_by, cell)}
    primary = {cell: WithholdingReason.DOMINANCE for cell in hidden.dominated if cell in task.figures}
    primary |= find_money(task, counted_by, gone)
    wanted = {cell: WithholdingReason.DECOY for cell in required if cell in task.figures}
    nobody = {cell for cell, figure in behind.items() if figure.value == 0} - primary.keys()
    reasons = wanted | find_decoys(task, behind, primary.keys() | nobody) | primary
    knows = _knows(tuple(task.figures), counted_by, hidden) if task.policy.insiders else None
    found = withhold(task, reasons, knows, nobody)
    if not measure.standards:
        return found
    gaps = {cell for cell in hidden.reasons if hidden.stages.unfold(cell).measure == counted_by}
    above = {cell: step for cell, step in _above(task, measure, gaps, hidden).items() if cell not in nobody}
    for step in sorted(set(above.values())):
        tie = (hidden.stages, measure)
        if not are_counts_exposed(counts, hidden.reasons.keys(), task, found.reasons.keys(), tie):
            break
        telling = {cell: WithholdingReason.JOINT for cell, height in above.items() if height <= step}
        found = withhold(task, telling | reasons, knows, nobody)
    return found


def _above(task: Task, measure: Measure, gaps: Collection[Cell], hidden: Hidden) -> Mapping[Cell, int]:
    places = {Cell(measure.name, hidden.stages.unfold(cell).place) for cell in gaps}
    return money_above(task, measure, places)


def _task(table: FullTable, measure: Measure, counts: Task, earlier: Sequence[StatisticTable]) -> Task:
    own = join_dimensions(table.dimensions)
    return Task(
        name=table.name,
        figures=figures_of(table, measure.name),
        axes=own,
        policy=counts.policy,
        money=True,
        past=tuple(release for each in earlier if (release := _shown(each, measure))),
        wide_axes=join_dimensions((*(axis for each in earlier for axis in each.dimensions), *own)),
    )


def _shown(table: StatisticTable, measure: Measure) -> Mapping[Cell, Amount | None]:
    return {cell: row.value for cell, row in table.cells(measure.name).items()}


def _knows(cells: tuple[Cell, ...], counted_by: str, hidden: Hidden) -> Knows:
    """Whoever may be alone in a gap knows its money, and what follows of another's that may be a few households'."""

    def knows(insider: int, victim: int, _value: float) -> bool:
        return hidden.holds(counted_by, cells[insider]) and hidden.holds(counted_by, cells[victim])

    return knows
