"""A system with the cells that must be withheld becomes a safe pattern of gaps, one connected part at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from generator.features.statistics.protect.cheapest import propose
from generator.features.statistics.protect.complement import Pattern, complement, start_pattern
from generator.features.statistics.protect.insiders import Knows, defend
from generator.features.statistics.protect.pruning import prune
from generator.features.statistics.protect.ranges import Settled
from generator.features.statistics.protect.system import Flags, System, build_equations, find_parts

_TURNS = 2


@dataclass(frozen=True, slots=True)
class ArenaOutcome:
    """What is withheld in the end, which of it only against insiders, and what stays exposed."""

    hidden: Flags
    insiders: Flags
    hopeless: Flags


def settle(system: System, required: Flags, knows: Knows | None, acquainted: int = 1) -> ArenaOutcome:
    """Each part made safe, until its finest gaps, required all of them, ask for the same pattern again.

    The key draws finest cells. So any table that fits, whichever of its gaps are small, can have given the pattern.
    """
    known: dict[int, Settled] = {}
    outcome, asked = _settle_once(system, required, (knows, acquainted), known), required
    for _ in range(_TURNS):
        wanted = required | (outcome.hidden & system.finest)
        if not (wanted ^ asked).any():
            break
        again, asked = _settle_once(system, wanted, (knows, acquainted), known), wanted
        if not (again.hidden ^ outcome.hidden).any():
            break
        outcome = replace(again, insiders=again.insiders | (outcome.insiders & again.hidden))
    return outcome


def _settle_once(
    system: System, required: Flags, insider: tuple[Knows | None, int], known: dict[int, Settled]
) -> ArenaOutcome:
    """Each part made safe; where the whole pattern is required already, it is the outcome.

    What is `known` of blocks, by the first cell of their part, holds in every turn: only gaps change, never figures.
    """
    (knows, acquainted), width = insider, len(required)
    hidden = required | ~(system.gap)
    insiders, hopeless = np.zeros(width, np.bool_), np.zeros(width, np.bool_)
    for members in find_parts(system.rows, width):
        at = np.array(members)
        if not (required[at].any() or system.rest[at].any()):
            continue
        part = take(system, members)
        settled = known.setdefault(members[0], {})
        inside = (knows_within(knows, members) if knows else None, acquainted)
        pattern, outside = _settle_part(part, required[at], inside, settled)
        hidden[at], hopeless[at] = pattern.hidden, pattern.hopeless
        insiders[at] = pattern.hidden & ~outside
    return ArenaOutcome(hidden, insiders, hopeless)


def _settle_part(
    part: System, required: Flags, insider: tuple[Knows | None, int], settled: Settled
) -> tuple[Pattern, Flags]:
    """A safe pattern, and what of it outsiders ask for: the cheapest, or one from there by the nearest complements."""
    proposal = propose(part, required, settled, insider)
    pattern = complement(part, start_pattern(part, proposal.hidden), settled)
    if proposal.is_proved:
        return pattern, proposal.outside
    pattern = prune(part, required, pattern, settled)
    knows, acquainted = insider
    if knows is None:
        return pattern, pattern.hidden
    return complement(part, defend(part, pattern, knows, acquainted), settled), pattern.hidden


def knows_within(knows: Knows, members: list[int]) -> Knows:
    """The same question, for the positions of a part."""
    return lambda insider, victim, value: knows(members[insider], members[victim], value)


def take(system: System, members: list[int]) -> System:
    """Some cells that no equation ties to the others, as a system of their own."""
    place = {position: at for at, position in enumerate(members)}
    rows = tuple(tuple(place[position] for position in row) for row in system.rows if row[0] in place)
    return replace(
        system,
        rows=rows,
        equations=build_equations(rows, len(members)),
        **{
            name: getattr(system, name)[members]
            for name in ("values", "fixed", "whole", "gap", "rest", "finest", "share", "price", "floor")
        },
    )
