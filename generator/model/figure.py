"""A figure as readers see it: given, withheld, or never published."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

Amount = int | Decimal
"""What is counted, or yuan."""


class FigureState(StrEnum):
    """What there is to say of a figure; the four look different wherever they are shown."""

    GIVEN = "given"
    WITHHELD = "withheld"
    ABSENT = "absent"


class Shown(NamedTuple):
    """A figure as readers see it; `value` is None unless it is given.

    A rounded one is up to `off` more or less than the true count; an exact one is not off.
    """

    value: Amount | None
    state: FigureState
    off: int = 0

    @property
    def ends(self) -> tuple[int, int]:
        """The least and the most that a rounded count may truly be."""
        value = int(self.value or 0)
        return max(0, value - self.off), value + self.off


FIGURE_WITHHELD = Shown(None, FigureState.WITHHELD)
ABSENT = Shown(None, FigureState.ABSENT)


def sum_shown(figures: Iterable[Shown]) -> Shown:
    """What is given of some counts, added up, and so are the amounts by which they may be off; absent if none is."""
    known = [each for each in figures if each.value is not None]
    if not known:
        return ABSENT
    return Shown(sum(int(each.value or 0) for each in known), FigureState.GIVEN, sum(each.off for each in known))


def given(value: Amount | None) -> Shown:
    """A figure that hides nothing; absent where there is none. Whole numbers lose their decimal point."""
    if value is None:
        return ABSENT
    return Shown(int(value) if value == int(value) else value, FigureState.GIVEN)
