"""Tables that cross a dimension each become what they tell of the cells in which both are crossed, which nobody prints.

By district and category, by district and group, and by category and group: where most are none, the households of one
district, category and group follow. Asked by bounds that tighten one another, sum by sum; no programme is solved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from generator.features.statistics.audit.cases import MeasureCase
from generator.features.statistics.audit.weaknesses import Weakness, WeaknessKind
from generator.features.statistics.cells import Cell
from generator.features.statistics.dimensions import Dimension
from generator.model.figure_columns import PERIOD

Place = tuple[tuple[str, str], ...]
Numbers = npt.NDArray[np.float64]
_ROUNDS = 12
_MOST = 20_000
"""Larger crossings are not asked: thousands of cells are told by nobody's zeros."""


def find_crossed(case: MeasureCase) -> Iterator[Weakness]:
    """Cells of two tables crossed, surely a small count though no table has them."""
    axes = {axis.name: axis for axis in case.axes if not axis.inner and axis.name != PERIOD}
    named = {frozenset(each.name for each in table.dimensions if each.name in axes) for table in case.tables}
    found: dict[Cell, Weakness] = {}
    for one, other in combinations(sorted(named, key=sorted), 2):
        if case.measure.is_count and not case.overlaps and not (one <= other or other <= one):
            crossed = _Crossing(case, tuple(axes[name] for name in sorted(one | other)), (one, other))
            found |= {each.cell: each for each in crossed.find_small()}
    yield from found.values()


class _Crossing:
    """The cells of some dimensions together, period by period and stage by stage."""

    def __init__(
        self, case: MeasureCase, axes: Sequence[Dimension], tables: tuple[frozenset[str], frozenset[str]]
    ) -> None:
        self._case, self._names = case, tuple(axis.name for axis in axes)
        used = {name: set[str]() for name in self._names}
        for cell in case.newest:
            for name, code in cell.place:
                if name in used:
                    used[name].add(code)
        for name in tables[0] & tables[1]:
            used[name] = self._both(name, tables)
        self._codes = [_finest(axis, used[axis.name]) for axis in axes]
        self._below = [_below(axis, codes) for axis, codes in zip(axes, self._codes, strict=True)]

    def _both(self, name: str, tables: tuple[frozenset[str], frozenset[str]]) -> set[str]:
        """Codes that both tables speak of."""
        spoken: dict[frozenset[str], set[str]] = {each: set() for each in tables}
        for cell in self._case.newest:
            if (named := frozenset(at for at, _ in cell.place if at in self._names)) in spoken:
                spoken[named].add(dict(cell.place).get(name, ""))
        return spoken[tables[0]] & spoken[tables[1]]

    def find_small(self) -> Iterator[Weakness]:
        """What is surely a small count."""
        shape = tuple(map(len, self._codes))
        if 0 in shape or np.prod(shape) > _MOST:
            return
        for rest, figures in self._groups().items():
            low, high = np.zeros(shape), np.full(shape, np.inf)
            sums = [(np.ix_(*places), float(value)) for places, value in figures]
            for _ in range(_ROUNDS):
                before = low.sum(), high.sum()
                for places, value in sums:
                    _tighten(low, high, places, value)
                if (low.sum(), high.sum()) == before:
                    break
            for at in np.argwhere((low >= 1) & (high < self._case.demand.k)).tolist():
                codes = [codes[number] for codes, number in zip(self._codes, at, strict=True)]
                yield self._weakness(codes, rest, (float(low[tuple(at)]), float(high[tuple(at)])))

    def _weakness(self, codes: Sequence[str], rest: Place, bounds: tuple[float, float]) -> Weakness:
        pairs = tuple(zip(self._names, codes, strict=True))
        cell = Cell(self._case.measure.name, tuple(sorted((*pairs, *rest))))
        around = (Cell(cell.measure, tuple(sorted((*some, *rest)))) for some in combinations(pairs, len(pairs) - 1))
        given = tuple(each for each in around if each in self._case.newest)
        return self._case.report(cell, bounds, WeaknessKind.OVERLAP, given)

    def _groups(self) -> Mapping[Place, list[tuple[list[list[int]], float]]]:
        """The published figures of each period and stage, with the numbers of the finest codes below."""
        found: dict[Place, list[tuple[list[list[int]], float]]] = {}
        axes = {axis.name for axis in self._case.axes if not axis.inner} - {PERIOD}
        for cell, value in self._case.newest.items():
            codes = dict(cell.place)
            if value is None or (axes & codes.keys()) - set(self._names):
                continue
            rest = tuple(pair for pair in cell.place if pair[0] not in self._names)
            places = [below.get(codes.get(name, ""), []) for name, below in zip(self._names, self._below, strict=True)]
            if all(places):
                found.setdefault(rest, []).append((places, float(value)))
        return found


def _finest(axis: Dimension, codes: set[str]) -> list[str]:
    held = {step for code in codes for step in axis.path(code)[1:]}
    return sorted(codes - held - {axis.total or ""})


def _below(axis: Dimension, finest: Sequence[str]) -> Mapping[str, list[int]]:
    """By code the numbers of the finest ones below it; by none all."""
    found: dict[str, list[int]] = {"": list(range(len(finest)))}
    for number, code in enumerate(finest):
        for step in axis.path(code):
            found.setdefault(step, []).append(number)
    return found


def _tighten(low: Numbers, high: Numbers, places: tuple[npt.NDArray[np.int64], ...], value: float) -> None:
    least, most = low[places], high[places]
    others_least = least.sum() - least
    high[places] = np.minimum(most, np.maximum(value - others_least, 0.0))
    if np.isfinite(most).all():
        low[places] = np.maximum(least, value - (most.sum() - most))
