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
"""Blocks up to so many unknowns are searched in whole numbers; larger ones in fractions, rounded inwards."""
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


class Contradiction(Exception):  # noqa: N818 - not an error of ours, a fact about what was published
    """No table agrees with everything published."""


def bound_block(block: UnknownsBlock, safe: Safe, is_count: bool, least: Least) -> Iterator[Interval]:
    """The interval of each unknown of the block that is not safe."""
    program = Program(block, least, is_count and len(block.unknown) <= _WHOLE_LIMIT)
    start = program.ask(np.zeros(program.width))
    if start is None:
        raise Contradiction
    low, high = _roam(program, safe, start, is_count)
    for place in np.flatnonzero(~safe(*_inward(low, high, is_count))):
        if safe(*_inward(low, high, is_count))[place]:
            continue
        ends = [end for sign in (-1.0, 1.0) if (end := program.ask_on(int(place), sign)) is not None]
        for end in ends:
            low, high = np.minimum(low, end.point), np.maximum(high, end.point)
        inner_low, inner_high = _inward(low, high, is_count)
        if not safe(inner_low, inner_high)[place]:
            top = float(inner_high[place])
            given = frozenset(_explain(block, int(place), least) if program.whole else _binding(block, ends))
            yield Interval(int(place), float(inner_low[place]), None if top >= program.ceiling - 1 else top, given)


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


def _roam(program: Program, safe: Safe, start: Extreme, is_count: bool) -> tuple[Floats, Floats]:
    """What is seen of every unknown in a few tables far apart; stops when new tables show nothing new."""
    dice = Random(1)  # noqa: S311 - the same directions every time, not secrets
    low = high = start.point
    left = program.width
    for number in range(_ROUNDS):
        unsafe = ~safe(*_inward(low, high, is_count))
        before, left = left, int(unsafe.sum())
        if not left or (number > 2 * _BROAD_ROUNDS and before - left < 1 + left // 50):
            break
        pull = np.array(dice.choices((-1.0, 1.0), k=program.width))
        extreme = program.ask(np.where(unsafe | (number < _BROAD_ROUNDS), pull, 0.0))
        if extreme is not None:
            low, high = np.minimum(low, extreme.point), np.maximum(high, extreme.point)
    return low, high


def _inward(low: Floats, high: Floats, is_count: bool) -> tuple[Floats, Floats]:
    """The whole numbers inside a range; money as it is."""
    if not is_count:
        return low, high
    return np.ceil(low - _NEARLY), np.floor(high + _NEARLY)
