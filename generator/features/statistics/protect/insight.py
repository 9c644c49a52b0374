"""A protected table becomes what those inside it could tell: who is behind a gap, who helped, who stands in a row.

For the bureau's screen only, which knows the true values; how many figures, and no figure.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from generator.features.statistics.cells import Cell
from generator.features.statistics.protect.insiders import find_links, follow
from generator.features.statistics.protect.primary import find_known_to_helpers, find_whole
from generator.features.statistics.protect.tasks import Task, cells_of, system_of
from generator.model.figure import Amount


@dataclass(frozen=True, slots=True)
class Insight:
    """Numbers of figures; `telling` are the published ones that are all or nothing of a published row."""

    small: int = 0
    """Counts from 1 to k-1 that are withheld."""
    acquainted: int = 0
    """How many of these others work out by subtraction alone who are behind one of them and know each other."""
    shared: int | None = None
    """Published counts of which it is known who helped; None where the sheet does not say."""
    one_helper: int = 0
    """Of these, how many one provider knows all but 1 to k-1 of."""
    two_helpers: int = 0
    telling: tuple[Cell, ...] = ()


def look_inside(task: Task, gaps: Collection[Cell], shares: Mapping[Cell, tuple[Amount, ...]]) -> Insight:
    """What insiders of a table of counts know, given which are withheld."""
    if not task.figures:
        return Insight()
    small, known = _acquainted(task, gaps)
    published = {cell: each for cell, each in shares.items() if cell not in gaps}
    telling = (cell for cell, row in find_whole(task).items() if cell not in gaps and row not in gaps)
    return Insight(
        small,
        known,
        len(published) if shares else None,
        len(find_known_to_helpers(task, published, 1)),
        len(find_known_to_helpers(task, published, 2)),
        tuple(sorted(telling)),
    )


def _acquainted(task: Task, gaps: Collection[Cell]) -> tuple[int, int]:
    """How many small counts are withheld, and how many of them follow from another one."""
    system = system_of(task)
    cells = cells_of(task)
    hidden = np.array([cell in gaps or at >= len(task.figures) for at, cell in enumerate(cells)])
    small = {at for at, cell in enumerate(cells) if hidden[at] and 0 < system.values[at] < system.k and cell in gaps}
    links = find_links(system, hidden)
    known = {place for at in small for place, _ in follow(links, at, float(system.values[at]))}
    return len(small), len(known & small)
