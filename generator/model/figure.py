"""A figure as readers see it: given, withheld, or never published."""

from __future__ import annotations

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
    """A figure as readers see it; `value` is None unless it is given."""

    value: Amount | None
    state: FigureState


FIGURE_WITHHELD = Shown(None, FigureState.WITHHELD)
ABSENT = Shown(None, FigureState.ABSENT)


def given(value: Amount | None) -> Shown:
    """A figure that hides nothing; absent where there is none. Whole numbers lose their decimal point."""
    if value is None:
        return ABSENT
    return Shown(int(value) if value == int(value) else value, FigureState.GIVEN)
