"""What the page on the specification may name."""

from __future__ import annotations

from dataclasses import dataclass

from generator.features.hsds.addresses import HSDS_VERSION
from generator.features.hsds.collection import collect
from generator.features.hsds.coverage import TableCoverage, coverage
from generator.model.source import Source


@dataclass(frozen=True, slots=True)
class HsdsContext:
    """What is given away in this form, and how full every field is."""

    version: str
    services: int
    organizations: int
    locations: int
    tables: tuple[TableCoverage, ...]


def hsds_context(source: Source, _key: str) -> HsdsContext:
    """Counts of the collection and of every field."""
    found = collect(source)
    counts = (len(found.services), len(found.organizations), len(found.locations))
    return HsdsContext(HSDS_VERSION, *counts, tuple(coverage(source)))
