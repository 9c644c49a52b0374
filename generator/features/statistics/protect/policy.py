"""The bureau's choices about protection, and why each withheld figure is withheld."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WithholdingReason(StrEnum):
    """Why a figure is withheld. The first that applies is given."""

    SMALL = "small"
    """A count from 1 to k-1."""
    DOMINANCE = "dominance"
    """Money that nearly tells what its largest recipient got (the p % rule)."""
    COUNT = "count"
    """Money whose count is withheld."""
    REVISION = "revision"
    """Published before, and changed by fewer than k people since: the difference would be the secret."""
    EARLIER = "earlier"
    """Withheld before, and therefore now: the figure of today would tell that of then."""
    COMPLEMENT = "complement"
    """Withheld so that others cannot be worked out."""
    INSIDER = "insider"
    """Withheld so that the only person behind one figure cannot work out a neighbour's."""


PRIMARY_REASONS = frozenset({WithholdingReason.SMALL, WithholdingReason.DOMINANCE})


@dataclass(frozen=True, slots=True)
class Policy:
    """`k`: smallest count published. `percent`: how close an estimate of somebody's money must not come."""

    k: int = 5
    percent: int = 10
    insiders: bool = True
    """Whether to defend against the only person behind a figure (the singleton problem)."""

    def __post_init__(self) -> None:
        if self.k < 3 or not 0 < self.percent < 100:
            raise ValueError("k must be at least 3 and percent between 1 and 99")
