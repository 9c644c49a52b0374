"""Sums over codes of which a household may have several become equations, with what is left over as cells of their own.

The largest part is no more than the total, and the total no more than the sum: each is an equation with something that
is not negative and that nobody publishes. Those counted again, and those of the total who are not in a part, are people
as well: a published difference must not make a few of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.features.statistics.cells import Cell
from generator.features.statistics.margins import Margin
from generator.features.statistics.protect.system import Row
from generator.features.statistics.stages import is_rest

_SUM, _AGAIN, _ELSEWHERE, _REST_SUM, _REST_AGAIN = "⊎", "∩", "∖∖", "⊎∖", "∩∖"
_COUNTED = (_AGAIN, _ELSEWHERE)
"""Those that are numbers of people; the others are only sums of several things."""


class Laid(NamedTuple):
    """Further cells, after those there are, and the equations that hold them; the whole of each first."""

    cells: tuple[Cell, ...]
    rows: tuple[Row, ...]


def is_people(cell: Cell) -> bool:
    """Whether a cell made here is a number of people."""
    return any(name in _COUNTED for name, _ in cell.place)


def is_made(cell: Cell) -> bool:
    """Whether a cell was made here."""
    return any(name in (*_COUNTED, _SUM, _REST_SUM, _REST_AGAIN) for name, _ in cell.place)


def lay_out(margins: Sequence[tuple[Margin, Row]], overlaps: frozenset[str], start: int) -> Laid:
    """Of sums with the positions of their members, those over `overlaps`; further cells count from `start`."""
    cells: list[Cell] = []
    rows: list[Row] = []

    def make(name: str, of: Cell, axis: str, number: int) -> int:
        cells.append(Cell(of.measure, (*of.place, (name, f"{axis} {number}"))))
        return start + len(cells) - 1

    for number, (margin, row) in enumerate(_over(margins, overlaps)):
        total, *parts = row
        whole = make(_SUM, margin.total, margin.axis, number)
        rows += [(whole, *parts), (whole, total, make(_AGAIN, margin.total, margin.axis, number))]
        rows += [
            (total, at, make(_ELSEWHERE, part, margin.axis, number))
            for part, at in zip(margin.parts, parts, strict=True)
        ]
    for number, (margin, rest, others) in enumerate(_rest_sums(margins, overlaps)):
        whole = make(_REST_SUM, margin.total, margin.axis, number)
        rows += [(whole, *others), (whole, rest, make(_REST_AGAIN, margin.total, margin.axis, number))]
    return Laid(tuple(cells), tuple(rows))


def _over(margins: Iterable[tuple[Margin, Row]], overlaps: frozenset[str]) -> Iterator[tuple[Margin, Row]]:
    yield from (each for each in margins if each[0].axis in overlaps and not is_rest(each[0].total))


def _rest_sums(
    margins: Sequence[tuple[Margin, Row]], overlaps: frozenset[str]
) -> Iterator[tuple[Margin, int, tuple[int, ...]]]:
    """Who is left over in a total is left over in each part where he is: never more than in all parts together."""
    rests: dict[int, dict[str, int]] = {}
    for margin, (total, *parts) in margins:
        for part, at in zip(margin.parts, parts, strict=True):
            if is_rest(part):
                rests.setdefault(total, {})[dict(part.place)[margin.axis]] = at
    for margin, (total, *parts) in _over(margins, overlaps):
        known: list[Mapping[str, int]] = [rests.get(at, {}) for at in (total, *parts)]
        for code in sorted(set(known[0]).intersection(*known[1:])):
            first, *others = (each[code] for each in known)
            yield margin, first, tuple(others)
