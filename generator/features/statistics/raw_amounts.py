"""Cells of a raw sheet become amounts, and doubts about amounts that no bureau can have meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.features.statistics.figures import read_figure
from generator.features.statistics.tables import Measure
from generator.model.figure import Amount

ANSWERS: Mapping[str, int] = {
    "是": 1,
    "否": 0,
    "y": 1,
    "n": 0,
    "yes": 1,
    "no": 0,
    "true": 1,
    "false": 0,
    "有": 1,
    "无": 0,
    "√": 1,
    "×": 0,
}
"""How a case sheet says whether a case counts for a measure."""
MOST_COUNTED = 100_000_000
"""No cell counts more households or persons: it is a slip of the hand, and sums of more are not exact any more."""
MOST_MONEY = 1_000_000_000_000

Figures = Mapping[str, Amount]

_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
"""Twenty thousand to some, twenty to others; no yuan has three decimals."""


def read_amount(text: str, measure: Measure) -> Amount | None:
    """A figure, or whether a case counts; an empty cell is no money, but it is no count either."""
    if text.lower() in ANSWERS and measure.is_count:
        return ANSWERS[text.lower()]
    if not text:
        return None if measure.is_count else 0
    value = read_number(text)
    return None if measure.is_count and not isinstance(value, int) else value


def read_number(text: str) -> Amount | None:
    """A number that is not negative."""
    written = None if _DOTTED.fullmatch(text) else read_figure(text)
    value = written.value if written else None
    return None if value is None or value < 0 else value


def is_beyond(amount: Amount, measure: Measure) -> bool:
    """Whether it is more than any bureau counts or gives."""
    return amount > (MOST_COUNTED if measure.is_count else MOST_MONEY)


def is_forgotten(text: str, measure: Measure, figures: Figures) -> bool:
    """A total of many households that nobody filled in; a single one may have got something else than money."""
    return not text and not measure.is_count and figures.get(measure.counted_by or "", 0) > 1


def doubtful(texts: Sequence[str], amount: Amount, count: Amount | None) -> Iterator[int]:
    """Which of the largest and the second single amount, as they are written, cannot be those of so much money.

    A wrong one would let the p % rule pass where it must not: it is never left out as if nobody had written it.
    """
    read = [read_number(text) if text else None for text in texts]
    for at, text in enumerate(texts):
        if text and read[at] is None:
            yield at
            return
    largest, second = (*read, None, None)[:2]
    if largest is None:
        if second is not None:
            yield 0
        return
    if largest > amount or (count is not None and largest * count < amount) or (count == 1 and largest != amount):
        yield 0
    elif second is not None:
        rest = amount - largest - second
        if second > largest or rest < 0 or (count is not None and rest > second * max(count - 2, 0)):
            yield 1


def two_largest(texts: Sequence[str], amount: Amount) -> tuple[Amount, ...] | None:
    """The two largest single amounts; a second that nobody told is taken to be as large as it can be."""
    read = [read_number(text) for text in texts if text]
    if not read or read[0] is None:
        return None
    largest, second = read[0], read[1] if len(read) > 1 else None
    return largest, min(largest, amount - largest) if second is None else second
