"""Two dimensions in each table, three in all: every crossed table that fits is tried, whatever the audit does."""

from __future__ import annotations

import os
from itertools import product
from random import Random

import numpy as np
import numpy.typing as npt

from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand
from generator.features.statistics.dimensions import TOTAL, flat_dimension
from tests.features.statistics.tables import published

K = 5
SHAPE = (2, 3, 3)
NAMES = "dcg"
TABLES = int(os.environ.get("ATTACKED_TABLES", "12"))
Crossed = npt.NDArray[np.int64]
Margin = dict[tuple[str, ...], int]
AXES = tuple(
    flat_dimension(name, name, tuple(f"{name}{at}" for at in range(size)))
    for name, size in zip(NAMES, SHAPE, strict=True)
)


def margin(counts: Crossed, one: int, other: int) -> Margin:
    """One table with its totals, as it is published."""
    (gone,) = {0, 1, 2} - {one, other}
    flat = counts.sum(axis=gone)
    found: Margin = {}
    for row, column in product((*range(SHAPE[one]), None), (*range(SHAPE[other]), None)):
        part = flat[slice(None) if row is None else row, slice(None) if column is None else column]
        codes = (TOTAL if row is None else f"{NAMES[one]}{row}", TOTAL if column is None else f"{NAMES[other]}{column}")
        found[codes] = int(part.sum())
    return found


def fitting(counts: Crossed) -> Crossed:
    """All crossed tables with these three margins: four cells of one layer are free, the others follow."""
    by_category, by_group, both = counts.sum(2), counts.sum(1), counts.sum(0)
    most = [range(1 + int(min(by_category[0, c], both[c, g]))) for c in (0, 1) for g in (0, 1)]
    corner = np.array(list(product(*most))).reshape(-1, 2, 2)
    layer = np.zeros((len(corner), 3, 3), np.int64)
    layer[:, :2, :2] = corner
    layer[:, :2, 2] = by_category[0, :2] - corner.sum(axis=2)
    layer[:, 2, :] = by_group[0] - layer[:, :2, :].sum(axis=1)
    tables = np.stack([layer, both - layer], axis=1)
    return np.asarray(tables[(tables >= 0).all(axis=(1, 2, 3))])


def test_what_three_tables_tell_of_the_cells_that_none_of_them_has_is_found_and_nothing_else() -> None:
    dice = Random(1)
    tried = caught = 0
    while tried < TABLES or not caught:
        counts = np.array(dice.choices((0, 0, 0, 0, 1, 2, 3, 5, 8, 12), k=18)).reshape(SHAPE)
        margins = {(one, other): margin(counts, one, other) for one, other in ((0, 1), (0, 2), (1, 2))}
        if any(0 < value < K for each in margins.values() for value in each.values()):
            continue  # would be withheld
        tried += 1
        tables = fitting(counts)
        low, high = tables.min(axis=0), tables.max(axis=0)
        small = {tuple(map(int, at)) for at in np.argwhere((low >= 1) & (high < K))}
        release = [
            published(cells, dimensions=(AXES[one], AXES[other]), name=NAMES[one] + NAMES[other])
            for (one, other), cells in margins.items()
        ]
        found = {tuple(int(dict(each.cell.place)[name][1:]) for name in NAMES) for each in audit([release], Demand(K))}
        assert found == small, counts.tolist()
        caught += bool(small)
