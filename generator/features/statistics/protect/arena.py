"""A system with its first withheld cells becomes a safe pattern, one connected part at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from generator.features.statistics.protect.complement import Pattern, complement, free_moves, start_pattern
from generator.features.statistics.protect.insiders import defend
from generator.features.statistics.protect.points import WHOLE_LIMIT, find_point
from generator.features.statistics.protect.pruning import prove, prune
from generator.features.statistics.protect.system import Flags, System, build_equations, find_parts

WHOLE_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Arena:
    """A system and what is known of its cells beforehand. `lonely` cells have one person behind them."""

    system: System
    hidden: Flags
    primary: Flags
    lonely: Flags


@dataclass(frozen=True, slots=True)
class ArenaOutcome:
    """What is withheld in the end, which of it only against insiders, and what stays exposed."""

    hidden: Flags
    insiders: Flags
    hopeless: Flags


def settle(arena: Arena, thorough: bool) -> ArenaOutcome:
    """Each part made safe; `thorough` also prunes and defends against insiders."""
    width = len(arena.hidden)
    hidden, insiders, hopeless = arena.hidden.copy(), np.zeros(width, np.bool_), np.zeros(width, np.bool_)
    for positions, part in split_arena(arena):
        pattern = start_pattern(part.system, part.hidden)
        if pattern is None:
            continue
        pattern = complement(part.system, pattern)
        if thorough:
            pattern = _in_whole_numbers(part, prune(part.system, part.primary, pattern))
            before = pattern.hidden
            pattern = defend(part.system, part.primary, part.lonely, pattern)
            insiders[positions] = pattern.hidden & ~before
            pattern = complement(part.system, pattern)
        hidden[positions] = pattern.hidden
        hopeless[positions] = pattern.hopeless
    return ArenaOutcome(hidden, insiders, hopeless)


def find_torn(arena: Arena) -> Flags:
    """Withheld cells that no values at all would fit: what they were linked by cannot all have stayed the same."""
    system, torn = arena.system, np.zeros(len(arena.hidden), np.bool_)
    for group in _groups(system, arena.hidden):
        equations = system.equations.touching(group)
        moves = free_moves(system, group)
        if find_point(equations, system.base, moves, system.whole) is None:
            torn |= group
    return torn


def _in_whole_numbers(part: Arena, pattern: Pattern) -> Pattern:
    """Small groups of withheld cells get more room where fractions made them look safer than whole people can be."""
    system = part.system
    for _attempt in range(WHOLE_ATTEMPTS if len(part.hidden) > WHOLE_LIMIT else 0):
        tight = np.zeros(len(pattern.hidden), np.bool_)
        for group in _groups(system, pattern.hidden):
            if 1 < group.sum() <= WHOLE_LIMIT and prove(system, group, pattern.hopeless) is None:
                tight |= group
        if not tight.any():
            break
        system = replace(system, least=system.least + 2.0 * tight)
        pattern = complement(system, pattern)
    return pattern


def _groups(system: System, hidden: Flags) -> list[Flags]:
    """Withheld cells that equations tie together."""
    links = [tuple(position for position in margin if hidden[position]) for margin in system.margins]
    groups: list[Flags] = []
    for members in find_parts((link for link in links if link), len(hidden)):
        if hidden[members[0]]:
            group = np.zeros(len(hidden), np.bool_)
            group[members] = True
            groups.append(group)
    return groups


def split_arena(arena: Arena) -> list[tuple[list[int], Arena]]:
    """The connected parts that have anything to hide, each with the places of its cells in the whole."""
    system = arena.system
    parts = [part for part in find_parts(system.margins, len(arena.hidden)) if arena.hidden[part].any()]
    home = {position: number for number, part in enumerate(parts) for position in part}
    place = {position: at for part in parts for at, position in enumerate(part)}
    margins: list[list[tuple[int, ...]]] = [[] for _ in parts]
    for margin in system.margins:
        if margin[0] in home:
            margins[home[margin[0]]].append(tuple(place[position] for position in margin))
    return [(part, _take(arena, part, tuple(margins[number]))) for number, part in enumerate(parts)]


def _take(arena: Arena, part: list[int], margins: tuple[tuple[int, ...], ...]) -> Arena:
    system = arena.system
    taken = System(
        margins=margins,
        equations=build_equations(margins, len(part)),
        base=system.base[part],
        fixed=system.fixed[part],
        whole=system.whole[part],
        least=system.least[part],
        share=system.share[part],
        price=system.price[part],
        rise=system.rise[part],
        fall=system.fall[part],
        lenient=system.lenient[part],
        k=system.k,
    )
    return Arena(taken, arena.hidden[part], arena.primary[part], arena.lonely[part])
