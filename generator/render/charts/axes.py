"""What stands along the two axes of a chart over time: round amounts up its side, as many dates below as fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, pairwise

from generator.render.displayed_values import number

_AMOUNTS = 5
"""At most so many steps up the side."""
_UNITS = ((10**8, "亿"), (10**4, "万"))
_ROUND = (1, 2, 5)
_WIDE, _NARROW, _SPACE = 12, 7, 6
"""What a Chinese character and any other take of a line, whatever the typeface, and what stays free between dates."""
_FIRST_WIDE = "\u2e80"


def round_step(most: float) -> int:
    """The smallest round amount of which no more than so many reach `most`."""
    steps: Iterator[int] = (base * 10**power for power in count() for base in _ROUND)
    return next(step for step in steps if most / step <= _AMOUNTS)


def short_amount(amount: int, step: int) -> str:
    """An amount on an axis, in the largest unit in which all its steps are whole."""
    return next(
        (f"{number(amount // unit)}{name}" for unit, name in _UNITS if amount and not step % unit), number(amount)
    )


def fitting(dates: Sequence[str], places: Sequence[float], ends: tuple[float, float]) -> Sequence[int]:
    """Which of the dates are written: the last, and of those before it every one, or every second, as far as they fit.

    The first begins and the last ends at the `ends` of the line; the others stand in the middle of their places.
    """
    last = len(dates) - 1
    for step in range(1, last + 1):
        named = range(last % step, len(dates), step)
        spans = [_span(dates[at], places[at], ends, is_first=not at, is_last=at == last) for at in named]
        if all(one[1] + _SPACE <= other[0] for one, other in pairwise(spans)):
            return named
    return range(len(dates))


def _span(date: str, place: float, ends: tuple[float, float], *, is_first: bool, is_last: bool) -> tuple[float, float]:
    wide = sum(_WIDE if each >= _FIRST_WIDE else _NARROW for each in date)
    if is_first:
        return ends[0], ends[0] + wide
    return (ends[1] - wide, ends[1]) if is_last else (place - wide / 2, place + wide / 2)
