"""What every page may say of the finder: where it begins."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.addresses import FINDER, LISTING_POLICY
from generator.model.source import Source


@dataclass(frozen=True, slots=True)
class WayToFinder:
    """`site.of.finder`: where others lead to it."""

    start: str
    """Where its questions begin."""
    policy: str
    """What is listed and how often its numbers are rung."""


def everywhere(source: Source) -> WayToFinder | None:
    """Nothing where the site has no such page."""
    return WayToFinder(FINDER, LISTING_POLICY) if source.has_page(FINDER) else None
