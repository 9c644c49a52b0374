"""The attacker of rounded figures: goes through every table of whole numbers that prints what was published.

Nothing of `protect` or of the audit is used. A place's unknowns are parts that cannot be negative (helped, turned
away); what it prints are sums of parts, each rounded at a threshold that nobody knows. Exact totals tie the places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

Parts = tuple[int, ...]
Sum = tuple[int, ...]
"""The numbers of the parts that are added up."""


class Print(NamedTuple):
    """One printed figure: which parts it adds up, what it says, and at which of the unknown thresholds."""

    of: Sum
    says: int
    threshold: int


def says(count: int, base: int, threshold: int) -> int:
    """What a count prints: up from the threshold on, down below it."""
    rest = count % base
    return count - rest + base if rest >= threshold else count - rest


def tables_of(prints: Sequence[Print], base: int, parts: int, most: int) -> set[Parts]:
    """Everything a place's parts can be, none above `most`, for whatever thresholds."""
    names = sorted({each.threshold for each in prints})
    found: set[Parts] = set()
    for drawn in product(range(1, base + 1), repeat=len(names)):
        threshold = dict(zip(names, drawn, strict=True))
        allowed = [
            (
                each.of,
                {
                    value
                    for value in range(parts * most + 1)
                    if says(value, base, threshold[each.threshold]) == each.says
                },
            )
            for each in prints
        ]
        for table in product(range(most + 1), repeat=parts):
            if all(sum(table[at] for at in of) in values for of, values in allowed):
                found.add(table)
    return found


def agreeing(places: Sequence[set[Parts]], totals: Parts | None) -> list[set[Parts]]:
    """Of each place's tables those that some tables of the others make up the totals with."""
    if totals is None:
        return list(places)
    zero: Parts = (0,) * len(totals)
    before, after = [{zero}], [{zero}]
    for place in places[:-1]:
        before.append(_added(before[-1], place, totals))
    for place in reversed(places[1:]):
        after.append(_added(after[-1], place, totals))
    after.reverse()
    kept: list[set[Parts]] = []
    for at, place in enumerate(places):
        others = _added(before[at], after[at], totals)
        kept.append({table for table in place if _less(totals, table) in others})
    return kept


def values_left(tables: Iterable[Parts], of: Sum) -> set[int]:
    """What a sum of parts can still be."""
    return {sum(table[at] for at in of) for table in tables}


def _added(some: set[Parts], others: set[Parts], totals: Parts) -> set[Parts]:
    sums = (tuple(a + b for a, b in zip(one, other, strict=True)) for one in some for other in others)
    return {each for each in sums if all(a <= b for a, b in zip(each, totals, strict=True))}


def _less(totals: Parts, table: Parts) -> Parts:
    return tuple(a - b for a, b in zip(totals, table, strict=True))
