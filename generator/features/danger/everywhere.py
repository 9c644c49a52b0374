"""What every page may say of danger: where its numbers stand, and those for whoever says nothing more."""

from __future__ import annotations

from dataclasses import dataclass

from generator.features.danger.cards import DangerNumber, first_numbers
from generator.model.addresses import EMERGENCY
from generator.model.source import Source


@dataclass(frozen=True, slots=True)
class Urgent:
    """`site.of.danger`: what may stand below any question."""

    page: str
    """Where every danger has its numbers."""
    numbers: tuple[DangerNumber, ...]
    """Those to be called first."""


def everywhere(source: Source) -> Urgent | None:
    """The way to the page and the numbers for any danger; nothing where the site has no such page."""
    return Urgent(EMERGENCY, first_numbers(source.catalogue)) if source.has_page(EMERGENCY) else None
