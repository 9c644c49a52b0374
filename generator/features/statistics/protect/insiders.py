"""A pattern safe from outsiders becomes one safe from the only person behind a figure (the singleton problem).

Whoever is alone in a cell knows that cell. Where an equation has just two withheld cells, he then knows the other,
and so on along a chain of such equations. Every primary cell on a chain with a lonely one gets another way to vary.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from generator.features.statistics.protect.complement import Pattern, pay, pick_apart, price_moves, widen_pattern
from generator.features.statistics.protect.points import find_point
from generator.features.statistics.protect.system import Flags, System, find_parts

_BATCHES = 8

Threat = tuple[int, int]
"""A lonely cell and a primary cell that it gives away."""


def defend(system: System, primary: Flags, lonely: Flags, pattern: Pattern) -> Pattern:
    """Withholds further cells until knowing one's own figure gives nobody another primary figure."""
    tried: set[Threat] = set()
    size = 0
    while threats := [each for each in _find_threats(system, primary, lonely, pattern.hidden) if each not in tried]:
        size = size or -(-len(threats) // _BATCHES)
        victims = np.zeros(len(primary), dtype=np.bool_)
        victims[[victim for _, victim in threats]] = True
        served = _pair_off(threats, set(pick_apart(system, victims, size).tolist()))
        tried |= {(insider, victim) for victim, insider in served.items()}
        pattern = _serve(system, pattern, served)
    return pattern


def _pair_off(threats: list[Threat], batch: set[int]) -> dict[int, int]:
    """Victims with their insiders, where nobody is both at once."""
    served: dict[int, int] = {}
    for insider, victim in threats:
        if victim in batch and insider not in served and victim not in served.values():
            served.setdefault(victim, insider)
    return served


def _serve(system: System, pattern: Pattern, served: dict[int, int]) -> Pattern:
    """The victims rise by the whole width they need while the insiders stand still."""
    allowed = np.ones(len(pattern.hidden))
    allowed[list(served.values())] = 0.0
    moves = pay(price_moves(system, pattern.hidden, allowed), np.array(list(served)), system.least, rising=True)
    point = find_point(system.equations, system.base, moves, system.whole)
    return pattern if point is None else widen_pattern(system, pattern, point)


def _find_threats(system: System, primary: Flags, lonely: Flags, hidden: Flags) -> Iterator[Threat]:
    """Each primary cell that stands on a chain of two-cell equations with somebody else's lonely cell."""
    links: list[tuple[int, ...]] = []
    for margin in system.margins:
        withheld = tuple(position for position in margin if hidden[position])
        if len(withheld) == 2:
            links.append(withheld)
    for chain in find_parts(links, len(hidden)):
        insiders = [position for position in chain if lonely[position]]
        for victim in chain if len(chain) > 1 and insiders else ():
            others = [insider for insider in insiders if insider != victim]
            if primary[victim] and others:
                yield others[0], victim
