"""A pattern safe from outsiders becomes one safe from those behind a gap who know that there are no others.

Any gap may be one household, which then knows it, or as many as are held to be acquainted. Where an equation has just
two gaps, they know the other too, and so on along a chain. Nobody looks which gaps are small: each is tried as if it
were the worst.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from generator.features.statistics.protect.complement import Pattern, buy
from generator.features.statistics.protect.system import Flags, Indices, System

Threat = tuple[int, float, int, float]
"""A gap, how many may be alone in it, one that they would then know, and what the chain makes of that."""
Knows = Callable[[int, int, float], bool]
"""Whether those who are alone in the first gap learn too much of the second, given what a chain makes of it."""
Links = dict[int, list[tuple[int, float, float]]]
"""From a gap to others: which, and how theirs follows from its value."""
_LONGEST = 400


def defend(system: System, pattern: Pattern, knows: Knows, acquainted: int = 1) -> Pattern:
    """Withholds further cells until no chain tells those alone in a gap what nobody may know."""
    tried: set[Threat] = set()
    for _ in range(_LONGEST):
        threat = next(
            (each for each in find_threats(system, pattern.hidden, knows, acquainted) if each not in tried), None
        )
        if threat is None:
            break
        tried.add(threat)
        insider, households, victim, value = threat
        reach = max(system.k, 2 * float(system.share[victim]) * value)
        for goal in (value + reach, -max(value - reach, 0.0)):
            further = buy(system, pattern.hidden, {victim: goal}, alone=(insider, households))
            if further.any():
                pattern = replace(pattern, hidden=pattern.hidden | further)
                break
    return pattern


def find_threats(system: System, hidden: Flags, knows: Knows, acquainted: int = 1) -> Iterator[Threat]:
    """Each gap along a chain from one that so many households might be alone in."""
    links = find_links(system, hidden)
    for insider in sorted(links):
        for households in range(1, 1 + acquainted * bool(system.gap[insider])):
            chain = tuple(follow(links, insider, float(households)))
            # So few are impossible there where the chain makes less than nothing of another count.
            if any(value < 0 and system.whole[place] for place, value in chain):
                continue
            for victim, value in chain:
                if system.gap[victim] and knows(insider, victim, value):
                    yield insider, float(households), victim, value


def follow(links: Links, start: int, households: float) -> Iterator[tuple[int, float]]:
    """What follows from so many households in `start`, cell by cell."""
    values = {start: households}
    waiting = deque([start])
    while waiting:
        place = waiting.popleft()
        for other, factor, rest in links.get(place, ()):
            if other not in values:
                values[other] = rest + factor * values[place]
                waiting.append(other)
                yield other, values[other]


def find_links(system: System, hidden: Flags) -> Links:
    """Equations with two gaps: the other one is `rest + factor × this`."""
    equations = system.equations
    amounts = -equations.sums(system.shown(hidden))
    links: Links = {}
    for row, at in _with_two_gaps(system, hidden):
        (one, other), (a, b) = equations.column[at].tolist(), equations.sign[at].tolist()
        amount = float(amounts[row])
        links.setdefault(one, []).append((other, -a / b, amount / b))
        links.setdefault(other, []).append((one, -b / a, amount / a))
    return links


def _with_two_gaps(system: System, hidden: Flags) -> Iterator[tuple[int, Indices]]:
    """The number of each such equation, and where its two terms stand among all."""
    equations = system.equations
    unknown = hidden[equations.column]
    counts = np.bincount(equations.row[unknown], minlength=equations.height)
    for row in np.flatnonzero(counts == 2).tolist():
        yield row, np.flatnonzero((equations.row == row) & unknown)


def find_chain(system: System, hidden: Flags, start: int, end: int) -> tuple[list[int], list[int]]:
    """The gaps from one to another that follow from it, and the numbers of the equations between them."""
    steps: dict[int, list[tuple[int, int]]] = {}
    for row, at in _with_two_gaps(system, hidden):
        one, other = system.equations.column[at].tolist()
        steps.setdefault(one, []).append((other, row))
        steps.setdefault(other, []).append((one, row))
    came: dict[int, tuple[int, int]] = {start: (start, -1)}
    waiting = deque([start])
    while waiting and end not in came:
        place = waiting.popleft()
        for other, row in steps.get(place, ()):
            if other not in came:
                came[other] = (place, row)
                waiting.append(other)
    chain, rows = [end], list[int]()
    while chain[-1] != start:
        place, row = came[chain[-1]]
        chain.append(place)
        rows.append(row)
    return chain, rows
