"""A column of rounded figures becomes a programme that is asked how far each of its counts can be known.

Unknown are, for each place, its threshold, its counts, and what each leaves over of the one it is part of. Tables of
fractions say how far counts can go at most; only a table of whole numbers proves that they can go there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

import highspy
import numpy as np

from generator.features.statistics.audit.row_program import Floats, ProgramRow, row_solver
from generator.features.statistics.stages import REST

Figure = tuple[int, str]
"""A place by number, and a measure or what is left over."""
_ROUNDS = 24
_NEARLY = 1e-6


class PulledProgram:
    """Unknowns between bounds, of which the first `watched` are pulled apart as far as whole numbers go."""

    def __init__(self, low: Floats, high: Floats, rows: Sequence[ProgramRow], watched: int) -> None:
        self.width = len(low)
        self._every = np.arange(self.width, dtype=np.int32)
        self._solver = row_solver(low, high, rows)
        self._low = np.full(watched, np.inf)
        self._high = np.full(watched, -np.inf)
        self.fits = self._ask(np.zeros(self.width)) or self._ask_whole(np.zeros(self.width))
        """Whether any table of whole numbers prints this."""

    def narrower_than(self, count: int) -> dict[int, tuple[int, int]]:
        """Watched unknowns that have fewer values left than `count`, with the lowest and the highest."""
        dice = Random(1)  # noqa: S311 - the same directions every time, not secrets
        left = len(self._low) + 1
        for _ in range(_ROUNDS):
            narrow = self._high - self._low < count - 1
            before, left = left, int(narrow.sum())
            if left < 2 or (before == left and left < 4):
                break
            pull = np.zeros(self.width)
            pull[: len(narrow)] = np.where(narrow, dice.choices((-1.0, 1.0), k=len(narrow)), 0.0)
            self._ask(pull)
        found: dict[int, tuple[int, int]] = {}
        for number in np.flatnonzero(self._high - self._low < count - 1).tolist():
            if self._high[number] - self._low[number] < count - 1:
                self._stretch(number, count)
            if self._high[number] - self._low[number] < count - 1:
                found[number] = (int(self._low[number]), int(self._high[number]))
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


class RoundedProgram:
    """What a column of `printed` counts leaves open, given what its places add up to (`wholes`) and the `least`
    that single ones are."""

    def __init__(
        self,
        base: int,
        printed: Sequence[Mapping[str, int]],
        wholes: Mapping[str, int],
        nested: Sequence[tuple[str, str]],
        least: Mapping[Figure, int],
    ) -> None:
        self._figures = [
            (at, name)
            for at in range(len(printed))
            for name in (*wholes, *(f"{whole}{REST}{part}" for part, whole in nested))
        ]
        column = {figure: number for number, figure in enumerate(self._figures)}
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
        floor = np.array([float(least.get(figure, 0)) for figure in self._figures])
        low = np.concatenate([floor, np.ones(len(printed))])
        high = np.concatenate([np.full(len(column), top), np.full(len(printed), float(base))])
        self._program = PulledProgram(low, high, rows, len(column))
        self.fits = self._program.fits

    def narrower_than(self, count: int) -> dict[Figure, tuple[int, int]]:
        """Figures that have fewer values left than `count`, with the lowest and the highest."""
        return {self._figures[number]: bounds for number, bounds in self._program.narrower_than(count).items()}
