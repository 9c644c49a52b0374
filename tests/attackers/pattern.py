"""The third attacker: who has the program, the settings and the pattern, and asks which tables could have given it.

Nothing of `protect` or of the audit is used to reckon: a release is a black box that takes a table and the cells that
the key withholds, and gives the gaps. The key itself is never sampled: all sets of cells that it could have drawn are
gone through, with what each is likely.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from random import Random

Table = tuple[tuple[int, ...], ...]
"""Rows of counts, without their totals."""
Place = tuple[int, int]
"""A row and a column; the number after the last is the total."""
Gaps = frozenset[Place]
Release = Callable[[Table, Gaps], Gaps]
"""What `protect` does: a table and what is withheld in any case become all gaps."""
Odds = Callable[[int, bool], float]
"""How likely the key withholds a cell with so many behind it, and whether it is a total."""


@dataclass(frozen=True)
class Found:
    """What the pattern tells beyond arithmetic."""

    tables: int
    impossible: int
    """Tables that fit every published figure and could not have given the pattern."""
    lost: int
    """Values of gaps that arithmetic leaves and the pattern does not."""
    surest: float
    """The likeliest value of any gap, if all fitting tables are alike."""


def totalled(table: Table) -> dict[Place, int]:
    """Every cell with its value."""
    height, width = len(table), len(table[0])
    cells = {(row, column): table[row][column] for row in range(height) for column in range(width)}
    cells |= {(row, width): sum(table[row]) for row in range(height)}
    cells |= {(height, column): sum(line[column] for line in table) for column in range(width)}
    return cells | {(height, width): sum(map(sum, table))}


def fitting(table: Table, gaps: Gaps, most: int) -> Iterator[Table]:
    """All tables that agree with what is published, with no gap above `most`."""
    seen = {place: value for place, value in totalled(table).items() if place not in gaps}
    height, width = len(table), len(table[0])

    def lines(row: int) -> Iterator[tuple[int, ...]]:
        choices = [range(most + 1) if (row, at) in gaps else (table[row][at],) for at in range(width)]
        total = seen.get((row, width))
        return (line for line in product(*choices) if total is None or sum(line) == total)

    *upper, lowest = (tuple(lines(row)) for row in range(height))
    tied = [column for column in range(width) if (height, column) in seen]
    last: dict[tuple[int, ...], list[tuple[int, ...]]] = {}
    for line in lowest:
        last.setdefault(tuple(line[column] for column in tied), []).append(line)
    for rows in product(*upper):
        left = tuple(seen[height, column] - sum(line[column] for line in rows) for column in tied)
        found = ((*rows, line) for line in last.get(left, ()))
        yield from (each for each in found if sum(map(sum, each)) == seen.get((height, width), sum(map(sum, each))))


def attack(table: Table, gaps: Gaps, release: Release, odds: Odds, k: int, most: int, exact: bool = False) -> Found:
    """Go through every fitting table, and where it is `exact` through every set the key could have drawn.

    Otherwise a table that gives the pattern back when the key draws all of it is possible, how likely is not asked.
    """
    tables = list(fitting(table, gaps, most))
    weigh = likelihood if exact else possibility
    weights = [weigh(each, gaps, release, odds, k) for each in tables]
    whole = sum(weights)
    surest, lost = 0.0, 0
    cells = [totalled(each) for each in tables]
    for place in gaps:
        values: dict[int, float] = {}
        for each, weight in zip(cells, weights, strict=True):
            value = each[place]
            values[value] = values.get(value, 0.0) + weight / whole
        surest, lost = max(surest, *values.values()), lost + sum(not weight for weight in values.values())
    return Found(len(tables), sum(not weight for weight in weights), lost, surest)


def possibility(table: Table, gaps: Gaps, release: Release, odds: Odds, k: int) -> float:
    """One where the pattern is possible, else nothing."""
    cells = totalled(table)
    if all(odds(cells[place], _is_total(table, place)) > 0 for place in gaps) and release(table, gaps) == gaps:
        return 1.0
    return 1.0 if likelihood(table, gaps, release, odds, k) else 0.0


def likelihood(table: Table, gaps: Gaps, release: Release, odds: Odds, k: int) -> float:
    """How likely the pattern is if this is the table: the sum over all sets that the key could have drawn."""
    cells = totalled(table)
    small = {place for place, value in cells.items() if 0 < value < k}
    if not small <= gaps:
        return 0.0
    chances = {place: odds(cells[place], _is_total(table, place)) for place in cells if place not in small}
    drawable = [place for place, chance in chances.items() if place in gaps and chance > 0]
    never = prod(1 - chance for place, chance in chances.items() if place not in gaps)
    found = 0.0
    for taken in product((True, False), repeat=len(drawable)):
        chosen = frozenset(place for place, one in zip(drawable, taken, strict=True) if one)
        if release(table, chosen) == gaps:
            found += never * prod(chances[each] if each in chosen else 1 - chances[each] for each in drawable)
    return found


def _is_total(table: Table, place: Place) -> bool:
    return place[0] == len(table) or place[1] == len(table[0])


def wandering(table: Table, gaps: Gaps, steps: int, dice: Random) -> Table:
    """Another table that fits, at any size: so far away as many random exchanges lead that touch gaps only."""
    now = [list(line) for line in table]
    height, width = len(table), len(table[0])
    for _ in range(steps):
        one, other = dice.randrange(height), dice.randrange(height)
        left, right = dice.randrange(width), dice.randrange(width)
        loop = ((one, left), (one, right), (other, left), (other, right))
        if one == other or left == right or not all(place in gaps for place in loop):
            continue
        room = min(now[one][right], now[other][left])
        step = dice.randint(0, room)
        now[one][left] += step
        now[other][right] += step
        now[one][right] -= step
        now[other][left] -= step
    return tuple(tuple(line) for line in now)


def is_fixed(tables: Sequence[Table], gaps: Gaps, release: Release) -> bool:
    """Whether every one of these tables gives the whole pattern back where the key drew all of it."""
    return all(release(table, gaps) == gaps for table in tables)
