"""The bureau's choices about protection, and why each withheld figure is withheld."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

DECOYS = ((10, 0.3), (20, 0.1), (0, 0.03))
"""How likely a figure that hides nothing is withheld all the same: below 10, below 20, and from there on."""
TOTAL_DECOYS = 0.01
"""How likely a total is: rarely, but never not at all, since a total may be the complement of a gap."""


class WithholdingReason(StrEnum):
    """Why a figure is withheld: for the bureau's screen only. The first that applies is given."""

    SMALL = "small"
    """A count from 1 to k-1."""
    HELPER = "helper"
    """A count of which one provider, or two together, know all but 1 to k-1."""
    WHOLE = "whole"
    """All of a row, or none of it: that says something about everybody there."""
    DOMINANCE = "dominance"
    """Money that nearly tells what its largest recipient got (the p % rule)."""
    UNTESTED = "untested"
    """Money of which nobody knows the single amounts: the p % rule cannot be tried."""
    COUNT = "count"
    """Money whose count is withheld."""
    REVISION = "revision"
    """Published before, and changed by fewer than k people since: the difference would be the secret."""
    EARLIER = "earlier"
    """Withheld before, and therefore now: the figure of today would tell that of then."""
    DECOY = "decoy"
    """Withheld by the key, so that no gap says that there is a small figure."""
    JOINT = "joint"
    """Money that, with a published standard, would say how many households got it."""
    COMPLEMENT = "complement"
    """Withheld so that others cannot be worked out."""
    INSIDER = "insider"
    """Withheld so that the only person behind one figure cannot work out a neighbour's."""


@dataclass(frozen=True, slots=True)
class Policy:
    """`k`: smallest count published. `percent`: how close an estimate of somebody's money must not come."""

    k: int = 5
    percent: int = 10
    insiders: bool = True
    """Whether to defend against the only person behind a figure (the singleton problem)."""
    acquainted: int = 1
    """So many households behind one figure may know of each other, and so that there are no more."""
    colluding: int = 0
    """So many providers may lay together what they know; 0 does not defend against providers."""
    whole_rows: bool = False
    """Whether to withhold a figure that is all or nothing of its row."""
    secret: bytes = field(default=b"", repr=False)
    decoys: tuple[tuple[int, float], ...] = DECOYS
    """Bounds of counts and likelihoods; none turns the rule off, which only measurements do."""

    def __post_init__(self) -> None:
        if not (1 <= self.acquainted < self.k and 0 <= self.colluding <= 2):
            raise ValueError("acquainted must be from 1 to k-1 and colluding from 0 to 2")
        if self.k < 3 or not 0 < self.percent < 100:
            raise ValueError("k must be at least 3 and percent between 1 and 99")

    def likelihood(self, count: float, is_total: bool = False) -> float:
        """How likely a figure with so many households behind it is withheld without need."""
        if is_total:
            return TOTAL_DECOYS if self.decoys else 0.0
        return next((share for below, share in self.decoys if count < below or not below), 0.0)
