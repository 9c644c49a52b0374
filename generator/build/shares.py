"""What one of several jobs that draw a site together is to draw, and what it gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.publish.manifest import Manifest
from generator.store.parcel import Parcel


@dataclass(frozen=True, slots=True)
class Share:
    """The how-manieth of how many parts."""

    number: int
    total: int

    @property
    def file(self) -> str:
        """The name of the part."""
        return f"{self.number}-of-{self.total}.zip"


class Drawn(NamedTuple):
    """What was drawn, and what was read for it."""

    manifest: Manifest
    parcels: tuple[Parcel, ...]


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """A part that fits: its file, the marks and digests of what is in it, and what was read for that."""

    file: Path
    entries: Mapping[str, tuple[str, str]]
    parcels: tuple[Parcel, ...]
