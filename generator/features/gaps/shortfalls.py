"""One need and what is offered for it become what is lacking: a number where there is one, and always a state.

Counts are not people, and places are not help received: what comes out is where to look, never a verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.figure import FigureState as Given
from generator.model.figure import Shown


class GapStanding(StrEnum):
    """How supply stands to need in one place and category; each looks different wherever it is shown."""

    NO_LEDGER = "no-ledger"
    NO_NEED = "no-need"
    WITHHELD = "withheld"
    NOTHING = "nothing"
    """Asked for, and nobody offers it."""
    WIDER_ONLY = "wider-only"
    """Asked for, and offered only by the levels above."""
    SHORT = "short"
    UNCOUNTED = "uncounted"
    """Offers without a number of places: what is lacking cannot be told."""
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be applied for: `entries` of the place itself and those inside it, `wider` of the levels above.

    `places` are those of the whole half-year in entries that say how many, in whatever unit each counts; `uncounted`
    entries do not say. How many are left nobody publishes: it would tell how many were helped.
    """

    entries: int
    places: int
    uncounted: int
    wider: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Need against supply in one place and category."""

    place: str
    category: str
    need: Shown
    offered: Offered

    @property
    def shortfall(self) -> int | None:
        """How many times more help was asked for than there are places; None where that cannot be told.

        Entries of the levels above are not counted: every place may ask for them, and nobody knows its share. What is
        only about known is not reckoned with.
        """
        if self.need.value is None or self.need.off:
            return None
        lacking = int(self.need.value) - self.offered.places
        if lacking <= 0:
            return 0
        return None if self.offered.uncounted else lacking

    @property
    def standing(self) -> GapStanding:
        """What there is to say in one word."""
        if self.need.state is not Given.GIVEN:
            return GapStanding.NO_LEDGER if self.need.state is Given.ABSENT else GapStanding.WITHHELD
        if not self.need.value and not self.need.off:
            return GapStanding.NO_NEED
        if not self.offered.entries:
            return GapStanding.WIDER_ONLY if self.offered.wider else GapStanding.NOTHING
        if self.shortfall is None:
            return GapStanding.UNCOUNTED
        return GapStanding.SHORT if self.shortfall else GapStanding.ENOUGH


def total_shortfall(gaps: tuple[Gap, ...]) -> Shown:
    """What is lacking over several categories: the sum of what can be told.

    Where that is nothing and something cannot be told, withheld if a need behind it is, else never published.
    """
    known = [gap.shortfall for gap in gaps if gap.shortfall is not None]
    if sum(known) or (known and len(known) == len(gaps)):
        return Shown(sum(known), Given.GIVEN)
    withheld = any(gap.standing is GapStanding.WITHHELD for gap in gaps)
    return Shown(None, Given.WITHHELD if withheld else Given.ABSENT)


def shown_shortfall(gap: Gap) -> Shown:
    """What is lacking, as a figure that may be withheld or untold."""
    return total_shortfall((gap,))


def largest_first(gap: Gap) -> tuple[int, str, str]:
    """Sort key: what lacks most before what lacks less."""
    return (-(gap.shortfall or 0), gap.place, gap.category)
