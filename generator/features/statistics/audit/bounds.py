"""A block becomes the intervals of those unknowns that are not safe; most prove safe together, the rest one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from generator.features.statistics.audit.blocks import UnknownsBlock
from generator.features.statistics.audit.program import Extreme, Floats, Least, Program

_ROUNDS = 24
_BROAD_ROUNDS = 3
"""Rounds in which every unknown pulls; afterwards only the unsafe ones."""
_WHOLE_LIMIT = 40
"""Blocks up to so many unknowns are searched in whole numbers; larger ones in fractions first, these where in doubt."""
_DOUBT_LIMIT = 300
"""Blocks up to so many unknowns have doubt settled in whole numbers; of larger ones each would take seconds."""
_ROOM = 2.0
"""A range of fractions that would do with so much less is believed of whole numbers too."""
_NEARLY = 1e-6

Flags = npt.NDArray[np.bool_]
Safe = Callable[[Floats, Floats], Flags]
"""Tells of each unknown of a block whether having been seen from `low` to `high` makes it safe."""


class Interval(NamedTuple):
    """What an unsafe unknown must lie between; `high` is None without bound. `place` counts within the block."""

    place: int
    low: float
    high: float | None
    given: frozenset[int]
    """The published positions that hold it there."""


class _Seen:
    """How far apart every unknown was seen, in tables of fractions and in those that prove it: of whole numbers."""

    def __init__(self, point: Floats, is_count: bool) -> None:
        self._is_count = is_count
        self._low, self._high = point, point
        self._sure_low, self._sure_high = np.full(len(point), np.inf), np.full(len(point), -np.inf)
        self.see(point)

    def see(self, point: Floats) -> None:
        """One more table that agrees with everything published."""
        self._low, self._high = np.minimum(self._low, point), np.maximum(self._high, point)
        nearest = np.rint(point)
        if not self._is_count or (np.abs(point - nearest) < _NEARLY).all():
            sure = nearest if self._is_count else point
            self._sure_low, self._sure_high = np.minimum(self._sure_low, sure), np.maximum(self._sure_high, sure)

    def inward(self) -> tuple[Floats, Floats]:
        """The whole numbers inside each range; money as it is."""
        if not self._is_count:
            return self._low, self._high
        return np.ceil(self._low - _NEARLY), np.floor(self._high + _NEARLY)

    def is_doubtful(self, safe: Safe) -> Flags:
        """Wide enough in fractions, but neither proved in whole numbers nor with room to spare."""
        low, high = self.inward()
        return safe(low, high) & ~self.is_sure(safe) & ~safe(low + _ROOM / 2, high - _ROOM / 2)

    def is_sure(self, safe: Safe) -> Flags:
        """Which are safe whatever fractions are."""
        nothing = self._sure_high < self._sure_low
        low, high = np.where(nothing, self._low, self._sure_low), np.where(nothing, self._low, self._sure_high)
        return safe(low, high) & ~nothing


class Contradiction(Exception):  # noqa: N818 - not an error of ours, a fact about what was published
    """No table agrees with everything published."""


def has_table(block: UnknownsBlock, is_count: bool, least: Least) -> bool:
    """Whether any table agrees with everything published; of large blocks, any of fractions."""
    program = Program(block, least, is_count and len(block.unknown) <= _WHOLE_LIMIT)
    return program.ask(np.zeros(program.width)) is not None


def bound_block(block: UnknownsBlock, safe: Safe, is_count: bool, least: Least) -> Iterator[Interval]:
    """The interval of each unknown of the block that is not safe."""
    program = Program(block, least, is_count and len(block.unknown) <= _WHOLE_LIMIT)
    start = program.ask(np.zeros(program.width))
    if start is None:
        raise Contradiction
    seen = _Seen(start.point, is_count)
    _roam(program, safe, seen)
    for place in np.flatnonzero(~safe(*seen.inward())):
        if safe(*seen.inward())[place]:
            continue
        ends = [end for sign in (-1.0, 1.0) if (end := program.ask_on(int(place), sign)) is not None]
        for end in ends:
            seen.see(end.point)
        low, high = seen.inward()
        if not safe(low, high)[place]:
            given = frozenset(_explain(block, int(place), least) if program.whole else _binding(block, ends))
            yield _interval(program, int(place), (float(low[place]), float(high[place])), given)
    if is_count and not program.whole and program.width <= _DOUBT_LIMIT:
        _look_closer(program, safe, seen)
        yield from _in_whole_numbers(block, safe, least, seen)


def _look_closer(program: Program, safe: Safe, seen: _Seen) -> None:
    """Both ends of those in doubt, in fractions: most have room to spare."""
    for place in np.flatnonzero(seen.is_doubtful(safe)).tolist():
        for end in (program.ask_on(place, sign) for sign in (-1.0, 1.0)):
            if end is not None:
                seen.see(end.point)


def _in_whole_numbers(block: UnknownsBlock, safe: Safe, least: Least, seen: _Seen) -> Iterator[Interval]:
    """Of those that fractions leave in doubt; what cannot be told with the effort there is, is not safe."""
    doubtful = np.flatnonzero(seen.is_doubtful(safe)).tolist()
    program = Program(block, least, whole=True) if doubtful else None
    for place in doubtful:
        if program is None or seen.is_sure(safe)[place]:
            continue
        bottom, top = program.find_end(place, 1.0), program.find_end(place, -1.0)
        for end in (bottom, top):
            if end.point is not None:
                seen.see(end.point)
        if not seen.is_sure(safe)[place]:
            bounds = float(np.ceil(bottom.bound - _NEARLY)), float(np.floor(top.bound + _NEARLY))
            yield _interval(program, place, bounds, frozenset(_explain(block, place, least)))


def _interval(program: Program, place: int, bounds: tuple[float, float], given: frozenset[int]) -> Interval:
    low, high = bounds
    return Interval(place, low, None if high >= program.ceiling - 1 else high, given)


def _explain(block: UnknownsBlock, place: int, least: Least) -> Iterator[int]:
    """As `_binding`, for a block searched in whole numbers, where sums have no prices: in fractions they do."""
    program = Program(block, least, whole=False)
    program.ask(np.zeros(program.width))
    return _binding(block, [end for sign in (-1.0, 1.0) if (end := program.ask_on(place, sign)) is not None])


def _binding(block: UnknownsBlock, ends: list[Extreme]) -> Iterator[int]:
    """What holds an unknown between its bounds: published members of the sums that have a price at either end."""
    for end in ends:
        weight: dict[int, float] = {}
        for number in np.flatnonzero(np.abs(end.duals) > _NEARLY):
            for place, sign in block.rows[number].given:
                weight[place] = weight.get(place, 0.0) + sign * float(end.duals[number])
        yield from (place for place, total in weight.items() if abs(total) > _NEARLY)


def _roam(program: Program, safe: Safe, seen: _Seen) -> None:
    """Every unknown in a few tables far apart; stops when new tables show nothing new."""
    dice = Random(1)  # noqa: S311 - the same directions every time, not secrets
    left = program.width
    for number in range(_ROUNDS):
        unsafe = ~safe(*seen.inward())
        before, left = left, int(unsafe.sum())
        if not left or (number > 2 * _BROAD_ROUNDS and before - left < 1 + left // 50):
            break
        pull = np.array(dice.choices((-1.0, 1.0), k=program.width))
        extreme = program.ask(np.where(unsafe | (number < _BROAD_ROUNDS), pull, 0.0))
        if extreme is not None:
            seen.see(extreme.point)
