"""A pattern safe from outsiders becomes one safe from whoever is alone behind a gap (the singleton problem).

Any gap may be one household, which then knows it. Where an equation has just two gaps, it knows the other too, and so
on along a chain. Nobody looks which gaps are ones: each is tried as if it were the worst.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from generator.features.statistics.protect.complement import Pattern, buy
from generator.features.statistics.protect.system import Flags, System

Threat = tuple[int, int, float]
"""A gap that one household may be, one that it would then know, and what the chain makes of that."""
Knows = Callable[[int, int, float], bool]
"""Whether a household that is alone in the first gap learns too much of the second, given what a chain makes of it."""
_LONGEST = 400


def defend(system: System, pattern: Pattern, knows: Knows) -> Pattern:
    """Withholds further cells until no chain tells anybody alone in a gap what nobody may know."""
    tried: set[Threat] = set()
    for _ in range(_LONGEST):
        threat = next((each for each in find_threats(system, pattern.hidden, knows) if each not in tried), None)
        if threat is None:
            break
        tried.add(threat)
        insider, victim, value = threat
        reach = max(system.k, 2 * float(system.share[victim]) * value)
        for goal in (value + reach, -max(value - reach, 0.0)):
            further = buy(system, pattern.hidden, {victim: goal}, alone=insider)
            if further.any():
                pattern = replace(pattern, hidden=pattern.hidden | further)
                break
    return pattern


def find_threats(system: System, hidden: Flags, knows: Knows) -> Iterator[Threat]:
    """Each gap along a chain from one that might be a single household."""
    links = _links(system, hidden)
    for insider in sorted(links):
        if system.gap[insider]:
            chain = tuple(_along(links, insider))
            # One household alone there is impossible where the chain makes less than nothing of another count.
            if any(value < 0 and system.whole[place] for place, value in chain):
                continue
            for victim, value in chain:
                if system.gap[victim] and knows(insider, victim, value):
                    yield insider, victim, value


def _along(links: dict[int, list[tuple[int, float, float]]], start: int) -> Iterator[tuple[int, float]]:
    """What follows from one household in `start`, cell by cell."""
    values = {start: 1.0}
    waiting = deque([start])
    while waiting:
        place = waiting.popleft()
        for other, factor, rest in links.get(place, ()):
            if other not in values:
                values[other] = rest + factor * values[place]
                waiting.append(other)
                yield other, values[other]


def _links(system: System, hidden: Flags) -> dict[int, list[tuple[int, float, float]]]:
    """Equations with two gaps: the other one is `rest + factor × this`."""
    equations = system.equations
    amounts = -equations.sums(system.shown(hidden))
    unknown = hidden[equations.column]
    counts = np.bincount(equations.row[unknown], minlength=equations.height)
    links: dict[int, list[tuple[int, float, float]]] = {}
    for row in np.flatnonzero(counts == 2):
        at = np.flatnonzero((equations.row == row) & unknown)
        (one, other), (a, b) = equations.column[at].tolist(), equations.sign[at].tolist()
        amount = float(amounts[row])
        links.setdefault(one, []).append((other, -a / b, amount / b))
        links.setdefault(other, []).append((one, -b / a, amount / a))
    return links
