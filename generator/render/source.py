"""All that pages are drawn from, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.page import Plan
from generator.model.project import Settings


@dataclass(frozen=True, slots=True)
class Source:
    """All that pages are drawn from; `changes` gives the day git last saw each file change."""

    catalogue: Catalogue
    plan: Plan
    settings: Settings
    as_of: date
    changes: Mapping[str, date]
    charts: Mapping[str, str] = field(default_factory=dict)
    """Drawings of charts by their digest."""
