"""Knowledge becomes blocks of unknowns that hang together, after everything a single subtraction gives is taken out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.features.statistics.audit.knowledge import Knowledge
from generator.features.statistics.audit.overlaps import PlaceSum
from generator.model.figure import Amount

Signed = tuple[int, int]
"""A position and +1 for a part, -1 for a total."""


@dataclass(frozen=True, slots=True)
class EquationRow:
    """One sum reduced: the unknowns with their signs make `amount`; `given` are the published members."""

    unknown: tuple[Signed, ...]
    amount: Amount
    given: tuple[Signed, ...]


@dataclass(frozen=True, slots=True)
class Solved:
    """An unknown that is unknown no longer; `steps` subtractions led there, from the `given` positions."""

    value: Amount
    given: frozenset[int]
    steps: int


@dataclass(frozen=True, slots=True)
class UnknownsBlock:
    """Unknowns that share sums, directly or through others."""

    unknown: tuple[int, ...]
    rows: tuple[EquationRow, ...]


def reduce_sum(knowledge: Knowledge, places: PlaceSum, solved: dict[int, Solved]) -> EquationRow:
    """A sum with everything known moved to one side."""
    unknown: list[Signed] = []
    given: list[Signed] = []
    amount: Amount = 0
    for number, place in enumerate(places):
        sign = 1 if number else -1
        value = solved[place].value if place in solved else knowledge.values[place]
        if value is None:
            unknown.append((place, sign))
        else:
            given.append((place, sign))
            amount -= sign * value
    return EquationRow(tuple(unknown), amount, tuple(given))


def solve_singles(knowledge: Knowledge) -> dict[int, Solved]:
    """Whatever follows by subtraction, one sum at a time, until no sum has a single unknown left."""
    solved: dict[int, Solved] = {}
    waiting = knowledge.sums
    for step in range(1, len(knowledge.sums) + 1):
        rows = [(places, reduce_sum(knowledge, places, solved)) for places in waiting]
        found: dict[int, Solved] = {}
        for _, row in rows:
            if len(row.unknown) == 1:
                ((place, sign),) = row.unknown
                found.setdefault(place, Solved(sign * row.amount, _sources(row, solved), step))
        if not found:
            break
        solved |= found
        waiting = tuple(places for places, row in rows if row.unknown)
    return solved


def find_torn(knowledge: Knowledge, solved: dict[int, Solved]) -> set[int]:
    """Positions whose subtraction gave less than nothing, or something else than another sum says."""
    torn = {place for place, answer in solved.items() if answer.value < 0}
    for places in knowledge.sums:
        row = reduce_sum(knowledge, places, solved)
        if row.amount and not row.unknown:
            torn.update(place for place, _ in row.given if place in solved)
    return torn


def find_blocks(knowledge: Knowledge, solved: dict[int, Solved]) -> tuple[UnknownsBlock, ...]:
    """What subtraction leaves open, in blocks that know nothing of one another."""
    rows = [row for places in knowledge.sums if (row := reduce_sum(knowledge, places, solved)).unknown]
    blocks = ([rows[number] for number in numbers] for numbers in rows_together([dict(row.unknown) for row in rows]))
    return tuple(
        UnknownsBlock(tuple(sorted({place for row in block for place, _ in row.unknown})), tuple(block))
        for block in blocks
    )


def rows_together(rows: Sequence[Collection[int]]) -> Iterator[list[int]]:
    """Numbers of the rows that share unknowns, directly or through others; the block of the first unknown first."""
    neighbours: dict[int, list[int]] = {}
    for number, row in enumerate(rows):
        for place in row:
            neighbours.setdefault(place, []).append(number)
    seen: set[int] = set()
    for start in sorted(neighbours):
        if start in seen:
            continue
        members, numbers, open_places = {start}, set[int](), [start]
        while open_places:
            for number in neighbours[open_places.pop()]:
                if number not in numbers:
                    numbers.add(number)
                    fresh = set(rows[number]) - members
                    members |= fresh
                    open_places.extend(fresh)
        seen |= members
        yield sorted(numbers)


def _sources(row: EquationRow, solved: dict[int, Solved]) -> frozenset[int]:
    """Published positions behind a subtraction, through those worked out before."""
    return frozenset(
        origin for place, _ in row.given for origin in (solved[place].given if place in solved else (place,))
    )
