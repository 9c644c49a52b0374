"""What every page may say of open data: where all of it is described for programs."""

from __future__ import annotations

from dataclasses import dataclass

from generator.features.opendata.pages import PACKAGE
from generator.model.source import Source


@dataclass(frozen=True, slots=True)
class WayToPackage:
    """`site.of.opendata`: where others lead to it."""

    package: str
    """The file that describes every dataset for programs."""


def everywhere(source: Source) -> WayToPackage | None:
    """Nothing where the site has no such file."""
    return WayToPackage(PACKAGE) if source.has_file(PACKAGE) else None
