"""A column of rounded figures becomes a programme that is asked how far each of its counts can be known.

Unknown are, for each place, its threshold, its counts, and what each leaves over of the one it is part of. Tables of
fractions say how far counts can go at most; only a table of whole numbers proves that they can go there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

import highspy
import numpy as np
import numpy.typing as npt
from highspy._core import _Highs

from generator.features.statistics.stages import REST

Floats = npt.NDArray[np.float64]
Figure = tuple[int, str]
"""A place by number, and a measure or what is left over."""
_ROUNDS = 24
_NEARLY = 1e-6
_NODES = 2000
"""Branches tried for a whole number; by count, so that every machine decides alike."""


class RoundedProgram:
    """What a column of `printed` counts leaves open, given what its places add up to (`wholes`)."""

    def __init__(
        self,
        base: int,
        printed: Sequence[Mapping[str, int]],
        wholes: Mapping[str, int],
        nested: Sequence[tuple[str, str]],
    ) -> None:
        self._figures = [
            (at, name)
            for at in range(len(printed))
            for name in (*wholes, *(f"{whole}{REST}{part}" for part, whole in nested))
        ]
        column = {figure: number for number, figure in enumerate(self._figures)}
        self.width = len(column) + len(printed)
        rows: list[tuple[float, float, list[tuple[int, float]]]] = []
        for at, counts in enumerate(printed):
            threshold = len(column) + at
            for name, value in counts.items():
                rows.append((value - base, value - 1, [(column[at, name], 1.0), (threshold, -1.0)]))
            for part, whole in nested:
                rest = column[at, f"{whole}{REST}{part}"]
                rows.append((0.0, 0.0, [(column[at, whole], -1.0), (column[at, part], 1.0), (rest, 1.0)]))
        for name, total in wholes.items():
            rows.append((total, total, [(column[at, name], 1.0) for at in range(len(printed))]))
        top = float(max(wholes.values(), default=0))
        low = np.concatenate([np.zeros(len(column)), np.ones(len(printed))])
        high = np.concatenate([np.full(len(column), top), np.full(len(printed), float(base))])
        self._every = np.arange(self.width, dtype=np.int32)
        self._solver = _solver(low, high, rows)
        self._low = np.full(len(column), np.inf)
        self._high = np.full(len(column), -np.inf)
        self.fits = self._ask(np.zeros(self.width)) or self._ask_whole(np.zeros(self.width))
        """Whether any table of whole numbers prints this."""

    def narrower_than(self, count: int) -> dict[Figure, tuple[int, int]]:
        """Figures that have fewer values left than `count`, with the lowest and the highest."""
        dice = Random(1)  # noqa: S311 - the same directions every time, not secrets
        left = len(self._figures) + 1
        for _ in range(_ROUNDS):
            narrow = self._high - self._low < count - 1
            before, left = left, int(narrow.sum())
            if left < 2 or (before == left and left < 4):
                break
            pull = np.zeros(self.width)
            pull[: len(narrow)] = np.where(narrow, dice.choices((-1.0, 1.0), k=len(narrow)), 0.0)
            self._ask(pull)
        found: dict[Figure, tuple[int, int]] = {}
        for number in np.flatnonzero(self._high - self._low < count - 1).tolist():
            if self._high[number] - self._low[number] < count - 1:
                self._stretch(number, count)
            if self._high[number] - self._low[number] < count - 1:
                found[self._figures[number]] = (int(self._low[number]), int(self._high[number]))
        return found

    def _stretch(self, number: int, count: int) -> None:
        """Both ends of one figure, in whole numbers where fractions prove nothing."""
        for sign in (1.0, -1.0):
            pull = np.zeros(self.width)
            pull[number] = sign
            if not self._ask(pull) and self._high[number] - self._low[number] < count - 1:
                self._ask_whole(pull)

    def _ask(self, pull: Floats) -> bool:
        """The table furthest against a direction; whether it is one of whole numbers, which alone is believed."""
        point = self._run(pull)
        if point is None or (np.abs(point - np.rint(point)) > _NEARLY).any():
            return False
        self._see(point)
        return True

    def _ask_whole(self, pull: Floats) -> bool:
        self._set(highspy.HighsVarType.kInteger)
        point = self._run(pull)
        self._set(highspy.HighsVarType.kContinuous)
        if point is not None:
            self._see(point)
        return point is not None

    def _see(self, point: Floats) -> None:
        seen = np.rint(point[: len(self._low)])
        self._low, self._high = np.minimum(self._low, seen), np.maximum(self._high, seen)

    def _set(self, kind: highspy.HighsVarType) -> None:
        self._solver.changeColsIntegrality(self.width, self._every, np.full(self.width, kind))

    def _run(self, pull: Floats) -> Floats | None:
        self._solver.changeColsCost(self.width, self._every, pull)
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self._solver.getSolution().col_value)


def _solver(low: Floats, high: Floats, rows: Sequence[tuple[float, float, list[tuple[int, float]]]]) -> _Highs:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(low), len(rows)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = np.zeros(len(low)), low, high
    lp.row_lower_ = np.array([float(least) for least, _, _ in rows])
    lp.row_upper_ = np.array([float(most) for _, most, _ in rows])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(entries) for _, _, entries in rows)])
    lp.a_matrix_.index_ = np.array([place for _, _, entries in rows for place, _ in entries])
    lp.a_matrix_.value_ = np.array([factor for _, _, entries in rows for _, factor in entries])
    solver = _Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_max_nodes", _NODES)
    solver.passModel(lp)
    return solver
