"""The counts, or one kind of money, of a table to protect: their figures, their sums, what was shown before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from generator.features.statistics.cells import Cell, build_cell, code_at
from generator.features.statistics.dimensions import Dimension
from generator.features.statistics.margins import Margin, find_margins
from generator.features.statistics.protect.earlier import Release
from generator.features.statistics.protect.keys import derive, draw
from generator.features.statistics.protect.overlaps import Laid, is_made, is_people, lay_out
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.system import Floats, Row, System, build_equations
from generator.features.statistics.totals import Figure, FullTable
from generator.model.figure_columns import PERIOD

A_STEP_UP = 6.0
"""A total costs so many times what its parts cost: readers compare districts before townships."""
_SPREAD = 0.2
"""So far the key moves prices apart: which of equals goes, nobody can foresee."""

DECOYS_APART = "2027"
"""From this year on every period draws its decoys apart."""


@dataclass(frozen=True, slots=True)
class Task:
    """Figures of the table `name` to protect together; `rests` are what one stage leaves over of another."""

    name: str
    figures: Mapping[Cell, Figure]
    axes: tuple[Dimension, ...]
    policy: Policy
    money: bool = False
    rests: Mapping[Cell, tuple[Cell, ...]] = field(default_factory=dict)
    """Each with what it and others add up to: the whole first, then the parts that it is short of."""
    behind: Mapping[Cell, int] = field(default_factory=dict)
    """How many households are surely behind a figure, or a rest, that counts their visits."""
    past: Sequence[Release] = ()
    wide_axes: tuple[Dimension, ...] = ()
    """The axes, wide enough for the past as well."""
    least: Mapping[Cell, int] = field(default_factory=dict)
    """What figures are surely not below: somebody's case was told."""
    overlaps: frozenset[str] = frozenset()
    """Dimensions over which parts may be more than their total: a household counts once in each."""

    def luck(self, cell: Cell, purpose: str) -> float:
        """The key's number for a cell, the same for all periods of a year."""
        alike = cell._replace(place=tuple(each for each in cell.place if each[0] != PERIOD))
        return draw(self._secret(cell), purpose, str(alike))

    def decoy_luck(self, cell: Cell) -> float:
        """The key's number by which a cell hides nothing and is withheld: each period's own, whatever the edition.

        One for all of a year would tell: where a 7 is published in one period, a gap of the same place in another
        would be no decoy. Years before were published so, and come out as they were.
        """
        period = dict(cell.place).get(PERIOD, "")
        return draw(self._secret(cell), "decoy", str(cell)) if period >= DECOYS_APART else self.luck(cell, "decoy")

    def _secret(self, cell: Cell) -> bytes:
        return derive(self.policy.secret, self.name, dict(cell.place).get(PERIOD, "")[:4])


def system_of(task: Task) -> System:
    """Today's figures: positions follow `cells_of`."""
    own = (*task.figures, *task.rests)
    place = {cell: position for position, cell in enumerate(own)}
    margins = tuple(find_margins(task.figures, task.axes))
    placed = [(margin, (place[margin.total], *(place[part] for part in margin.parts))) for margin in margins]
    rested = [
        (place[whole], *(place[part] for part in parts), place[rest]) for rest, (whole, *parts) in task.rests.items()
    ]
    laid = _laid(task)
    rows: list[Row] = [row for margin, row in placed if margin.axis not in task.overlaps] + rested + [*laid.rows]
    values = [float(task.figures[cell].value) for cell in task.figures]
    values += [_left(task, *sides) for sides in task.rests.values()]
    values += [0.0] * len(laid.cells)
    for whole_row in laid.rows:
        _fill(values, whole_row, len(own))
    cells = (*own, *laid.cells)
    gap = np.arange(len(cells)) < len(task.figures)
    people = [not is_made(cell) or is_people(cell) for cell in cells]
    return System(
        rows=tuple(rows),
        equations=build_equations(rows, len(cells)),
        values=np.array(values),
        fixed=np.zeros(len(cells), np.bool_),
        whole=np.full(len(cells), not task.money),
        gap=gap,
        rest=~gap & np.array(people, np.bool_) & (not task.money),
        finest=gap & ~np.isin(np.arange(len(cells)), [place[total] for total, *_ in margins]),
        share=np.full(len(cells), task.policy.percent / 100 if task.money else 0.0),
        price=np.concatenate([prices(task, task.figures), np.ones(len(cells) - len(task.figures))]),
        floor=floors(task, cells, values),
        k=float(task.policy.k),
    )


def floors(task: Task, cells: Sequence[Cell], values: Sequence[float]) -> Floats:
    """What is known of figures from below; a raw sheet that says otherwise has nobody of that case."""
    return np.array([min(float(task.least.get(cell, 0)), value) for cell, value in zip(cells, values, strict=True)])


def cells_of(task: Task) -> tuple[Cell, ...]:
    """Today's figures, what stages leave over, and what sums over codes that overlap do."""
    return (*task.figures, *task.rests, *_laid(task).cells)


def _laid(task: Task) -> Laid:
    if not task.overlaps:
        return Laid((), ())
    place = {cell: position for position, cell in enumerate((*task.figures, *task.rests))}
    margins = [*find_margins(task.figures, task.axes), *_stage_sums(task)]
    placed = [(margin, (place[margin.total], *(place[part] for part in margin.parts))) for margin in margins]
    return lay_out(placed, task.overlaps, len(place))


def _stage_sums(task: Task) -> Iterator[Margin]:
    """A count is what a stage of it leaves over and the stage."""
    for rest, (whole, *parts) in task.rests.items():
        axis = next(name for name, code in rest.place if dict(whole.place).get(name) != code)
        yield Margin(whole, (*parts, rest), axis)


def _fill(values: list[float], row: Row, known: int) -> None:
    """What a cell that was made is: the sum of a row, or what the last member of it has to be."""
    whole, *parts = row
    if whole >= known and parts[-1] < known:
        values[whole] = sum(values[part] for part in parts)
    else:
        values[parts[-1]] = values[whole] - sum(values[part] for part in parts[:-1])


def _left(task: Task, whole: Cell, *parts: Cell) -> float:
    return float(task.figures[whole].value) - sum(float(task.figures[part].value) for part in parts)


def prices(task: Task, cells: Iterable[Cell]) -> Floats:
    """What it costs readers when a figure is withheld: by its place in the table and by the key, never by its value."""
    axes = tuple((axis, max(axis.depths.values())) for axis in task.axes if not axis.inner)
    return np.array([A_STEP_UP ** _height(cell, axes) * (1 + _SPREAD * task.luck(cell, "price")) for cell in cells])


def _height(cell: Cell, axes: tuple[tuple[Dimension, int], ...]) -> int:
    return sum(deepest - axis.depths.get(code_at(cell, axis) or "", deepest) for axis, deepest in axes)


def figures_of(table: FullTable, measure: str) -> dict[Cell, Figure]:
    """The figures of one measure by their cells, in the order of these."""
    found = {
        build_cell(name, table.dimensions, codes): figure
        for (name, codes), figure in table.figures.items()
        if name == measure
    }
    return dict(sorted(found.items()))
