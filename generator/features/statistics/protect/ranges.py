"""A pattern of gaps becomes the ranges that the public must leave each of them, and which are too narrow.

Nothing here reads a withheld value: whether a gap is exposed is settled by the pattern and the published figures
alone, so that every table that fits them is judged alike.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from generator.features.statistics.protect.solver import NEARLY, Solver, is_whole
from generator.features.statistics.protect.system import Flags, Floats, Indices, System

_ROUNDS = 10
"""Tables far apart that are looked at before single cells are asked for; they settle most of them."""
ROOM = 2.0
"""So much wider than it must be, a range of fractions is believed of whole numbers too."""
WHOLE_LIMIT = 120
"""Up to so many gaps that hang together, doubt is settled in whole numbers; beyond, doubt counts against a gap."""


@dataclass(frozen=True, slots=True)
class Ranges:
    """The lowest and highest value seen so far at each cell, in tables that agree with everything published."""

    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True)
class GapsFound:
    """The withheld cells that are not safe, between which bounds the public holds each, and all that was seen."""

    exposed: Flags
    bounds: Ranges
    ranges: Ranges


@dataclass(frozen=True, slots=True)
class BlockFound:
    """What was found of one block: which members are exposed, and between which bounds those are held."""

    exposed: Flags
    low: Floats
    high: Floats


Settled = dict[bytes, BlockFound]
"""Blocks that were looked at, by their members: what was found of one holds as long as it is the same."""


def unseen(system: System, hidden: Flags) -> Ranges:
    """What is known before anything was looked at: what is published, and of what is withheld nothing at all."""
    return Ranges(np.where(hidden, np.inf, system.values), np.where(hidden, -np.inf, system.values))


def find_exposed(
    system: System, hidden: Flags, ranges: Ranges, settled: Settled, doubted: Collection[int] = ()
) -> GapsFound:
    """The withheld cells that are not safe, and the ranges with everything seen on the way.

    Where some are `doubted`, they are looked at first, and the first that is exposed is enough.
    """
    seen = Ranges(ranges.low.copy(), ranges.high.copy())
    value, exact = _by_subtraction(system, hidden)
    found = GapsFound(exact & ~is_harmless(system, value, value), Ranges(value, value.copy()), seen)
    for members in find_blocks(system, hidden):
        if len(members) == 1 and exact[members[0]]:
            continue
        name = members.tobytes()
        verdict = settled.get(name)
        if verdict is None:
            verdict = _Block(system, hidden, members, seen).examine(doubted)
            if not (doubted and verdict.exposed.any()):
                settled[name] = verdict
        found.exposed[members] = verdict.exposed
        found.bounds.low[members], found.bounds.high[members] = verdict.low, verdict.high
    return found


def is_harmless(system: System, low: Floats, high: Floats, at: Indices | None = None) -> Flags:
    """Whether exact bounds are safe: wide enough, or of a rest surely nobody or many."""
    places = np.arange(len(system.gap)) if at is None else at
    gap, rest = system.gap[places], system.rest[places]
    least = np.maximum(system.k, np.maximum(high, 0.0) * twice_of(system, places))
    return ~(gap | rest) | (high - low >= least - NEARLY) | (rest & ((low >= system.k) | (high < 1)))


def find_blocks(system: System, hidden: Flags) -> list[Indices]:
    """Withheld cells that equations tie together: each takes the least number around it until nothing changes."""
    equations = system.equations
    kept = hidden[equations.column]
    row, column, lead = equations.row[kept], equations.column[kept], np.arange(len(hidden))
    while True:
        least = np.full(equations.height, len(hidden))
        np.minimum.at(least, row, lead[column])
        nearer = lead.copy()
        np.minimum.at(nearer, column, least[row])
        nearer = nearer[nearer]
        if not (nearer != lead).any():
            break
        lead = nearer
    places = np.flatnonzero(hidden)
    places = places[np.argsort(lead[places], kind="stable")]
    return np.split(places, np.flatnonzero(np.diff(lead[places])) + 1) if len(places) else []


def find_torn(system: System, hidden: Flags) -> Flags:
    """Withheld cells that no values at all would fit: what they were linked by cannot all have stayed the same."""
    torn = np.zeros(len(hidden), np.bool_)
    for members in find_blocks(system, hidden):
        if Solver(system, hidden, members).reach(np.zeros(len(members))) is None:
            torn[members] = True
    return torn


def _by_subtraction(system: System, hidden: Flags) -> tuple[Floats, Flags]:
    """What a single subtraction tells."""
    equations = system.equations
    unknown = hidden[equations.column]
    single = np.bincount(equations.row[unknown], minlength=equations.height) == 1
    at = np.flatnonzero(unknown & single[equations.row])
    value, exact = np.zeros(len(hidden)), np.zeros(len(hidden), np.bool_)
    amounts = -equations.sums(system.shown(hidden))
    value[equations.column[at]] = amounts[equations.row[at]] / equations.sign[at]
    exact[equations.column[at]] = True
    return value, exact


def twice_of(system: System, places: Indices) -> Floats:
    """Of an amount's upper end, the width that lets it reach its share up and down from the middle."""
    share = system.share[places]
    return np.asarray(share * 2 / (1 + share))


class _Block:
    """One block under examination; what is seen of its members is noted in `seen`."""

    def __init__(self, system: System, hidden: Flags, members: Indices, seen: Ranges) -> None:
        self._system, self._hidden, self._members, self._seen = system, hidden, members, seen
        self._low, self._high = seen.low[members], seen.high[members]
        self._watched = (system.gap | system.rest)[members]
        self._factor = twice_of(system, members)
        self._whole = system.whole[members]
        self._verdict = BlockFound(np.zeros(len(members), np.bool_), np.zeros(len(members)), np.zeros(len(members)))

    def examine(self, doubted: Collection[int]) -> BlockFound:
        """Which members are exposed."""
        if self._wide().all():
            return self._verdict
        self._solver = Solver(self._system, self._hidden, self._members)
        first = [place for place, member in enumerate(self._members.tolist()) if member in doubted]
        if not self._mark(first, hasty=bool(doubted)):
            self._roam()
            self._mark(np.flatnonzero(~self._wide()).tolist(), hasty=bool(doubted))
        self._seen.low[self._members], self._seen.high[self._members] = self._low, self._high
        return self._verdict

    def _mark(self, places: Sequence[int], hasty: bool) -> bool:
        for place in places:
            if not self._wide()[place] and not self._is_safe(place):
                self._verdict.exposed[place] = True
                if hasty:
                    return True
        return False

    def _wide(self) -> Flags:
        """Which members were seen so far apart that they are safe."""
        least = np.maximum(self._system.k, np.maximum(self._high, 0.0) * self._factor)
        seen = self._high >= self._low
        width = np.where(seen, self._high, 0.0) - np.where(seen, self._low, 0.0)
        return np.asarray(~self._watched | (seen & (width >= least - NEARLY)))

    def _see(self, point: Floats | None) -> bool:
        """Only tables of whole counts prove anything by themselves; others where there is room to spare."""
        if point is None:
            return False
        if proves := is_whole(point, self._whole):
            point = np.where(self._whole, np.rint(point), point)
        spare = 0.0 if proves else ROOM / 2
        self._low = np.minimum(self._low, np.where(self._whole, np.ceil(point - NEARLY) + spare, point))
        self._high = np.maximum(self._high, np.where(self._whole, np.floor(point + NEARLY) - spare, point))
        return proves

    def _roam(self) -> None:
        dice = Random(0)  # noqa: S311 - the same directions every time, not secrets
        left = len(self._members) + 1
        for _ in range(_ROUNDS):
            wide = self._wide()
            before, left = left, int((~wide).sum())
            if left < 4 or before - left < 1:
                break
            self._see(self._solver.reach(np.array(dice.choices((-1.0, 1.0), k=len(wide)))))

    def _is_safe(self, place: int) -> bool:
        """By the exact bounds: of fractions, and where those leave doubt, of whole numbers."""
        bounds: list[float] = []
        doubtful = False
        for sign in (-1.0, 1.0):
            point = self._solver.reach_on(place, sign)
            if point is None:
                return False
            doubtful = not self._see(point) or doubtful
            if self._wide()[place]:
                return True
            bounds.append(float(point[place]))
        if not doubtful or not self._is_harmless(place, *bounds) or self._has_room(place):
            return self._is_harmless(place, *bounds)
        if len(self._members) > WHOLE_LIMIT:
            return False
        least, most = (self._solver.reach_whole(place, sign) for sign in (-1.0, 1.0))
        return least is not None and most is not None and self._is_harmless(place, least, most)

    def _has_room(self, place: int) -> bool:
        return bool(self._verdict.high[place] - self._verdict.low[place] >= self._system.k + ROOM)

    def _is_harmless(self, place: int, low: float, high: float) -> bool:
        if self._whole[place]:
            low, high = float(np.ceil(low - NEARLY)), float(np.floor(high + NEARLY))
        self._verdict.low[place], self._verdict.high[place] = low, high
        at = self._members[place : place + 1]
        return bool(is_harmless(self._system, np.array([low]), np.array([high]), at)[0])
