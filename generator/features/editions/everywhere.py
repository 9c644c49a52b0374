"""What every page may say of supply editions: where it is shown how fresh each is."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.addresses import CATALOGUES
from generator.model.source import Source


@dataclass(frozen=True, slots=True)
class WayToEditions:
    """`site.of.editions`: where others lead to it."""

    board: str
    """How fresh each supply edition is."""


def everywhere(source: Source) -> WayToEditions | None:
    """Nothing where the site has no such page."""
    return WayToEditions(CATALOGUES) if source.has_page(CATALOGUES) else None
