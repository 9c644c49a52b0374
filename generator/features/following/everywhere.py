"""What every page may say of following: where it is explained."""

from __future__ import annotations

from dataclasses import dataclass

from generator.features.following.addresses import FOLLOW
from generator.model.source import Source


@dataclass(frozen=True, slots=True)
class WayToFollowing:
    """`site.of.following`: where others lead to it."""

    page: str
    """Which places can be followed, and how."""


def everywhere(source: Source) -> WayToFollowing | None:
    """Nothing where the site has no such page."""
    return WayToFollowing(FOLLOW) if source.has_page(FOLLOW) else None
