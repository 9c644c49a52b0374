"""The counts, or one kind of money, of a table to protect: their figures, their sums, what was shown before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from generator.features.statistics.cells import Cell, build_cell, code_at
from generator.features.statistics.dimensions import Dimension
from generator.features.statistics.margins import find_margins
from generator.features.statistics.protect.earlier import Release
from generator.features.statistics.protect.keys import derive, draw
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.system import Floats, Row, System, build_equations
from generator.features.statistics.totals import Figure, FullTable
from generator.model.figure_columns import PERIOD

A_STEP_UP = 6.0
"""A total costs so many times what its parts cost: readers compare districts before townships."""
_SPREAD = 0.2
"""So far the key moves prices apart: which of equals goes, nobody can foresee."""


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

    def luck(self, cell: Cell, purpose: str) -> float:
        """The key's number for a cell, the same for all periods of a year."""
        year = dict(cell.place).get(PERIOD, "")[:4]
        secret = derive(self.policy.secret, self.name, year)
        return draw(secret, purpose, str(cell._replace(place=tuple(each for each in cell.place if each[0] != PERIOD))))


def system_of(task: Task) -> System:
    """Today's figures: positions follow `task.figures`, then the rests."""
    cells = (*task.figures, *task.rests)
    place = {cell: position for position, cell in enumerate(cells)}
    margins = tuple(find_margins(task.figures, task.axes))
    rows: list[Row] = [(place[total], *(place[part] for part in parts)) for total, parts in margins]
    rows += [
        (place[whole], *(place[part] for part in parts), place[rest]) for rest, (whole, *parts) in task.rests.items()
    ]
    values = np.array([float(task.figures[cell].value) for cell in task.figures])
    rests = np.array([_left(task, *sides) for sides in task.rests.values()])
    gap = np.concatenate([np.ones(len(values), np.bool_), np.zeros(len(rests), np.bool_)])
    return System(
        rows=tuple(rows),
        equations=build_equations(rows, len(cells)),
        values=np.concatenate([values, rests]),
        fixed=np.zeros(len(cells), np.bool_),
        whole=np.full(len(cells), not task.money),
        gap=gap,
        rest=~gap & (not task.money),
        finest=gap & ~np.isin(np.arange(len(cells)), [place[total] for total, _ in margins]),
        share=np.full(len(cells), task.policy.percent / 100 if task.money else 0.0),
        price=np.concatenate([prices(task, task.figures), np.ones(len(rests))]),
        k=float(task.policy.k),
    )


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
