"""Checking a site tells which supply entries say how many were helped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.features.statistics.neighbours.supply_audit import audit_supply
from tests.builders import changed
from tests.demonstration import demonstration, opened

CATALOGUE = demonstration()[1].catalogue
ENTRY = "2026H2/12-002"
"""Four hundred places for households."""


def found(tmp_path: Path, **values: str | int | None) -> list[tuple[str, str]]:
    """Rules and fields; without the history of the demonstration."""
    project = replace(opened(Path(__file__).parents[4]), root=tmp_path, cache=tmp_path)
    catalogue = changed(CATALOGUE, ENTRY, of="supply", **values)
    return [(each.rule.code, str(each.location.field)) for each in audit_supply(project, catalogue, ())]


def test_the_demonstration_tells_nothing(tmp_path: Path) -> None:
    assert found(tmp_path) == []


def test_each_fault_stands_at_its_field(tmp_path: Path) -> None:
    assert found(tmp_path, quota=4) == [("supply-tells", "quota")]
    assert found(tmp_path, quota=10, places_left="few") == [("supply-tells", "places_left")]
    assert found(tmp_path, quota_left=90) == [("supply-tells", "quota_left")]
    assert found(tmp_path, places_left="few", places_left_on=None) == [("places-undated", "places_left_on")]
    assert found(tmp_path, places_left="ask", places_left_on=None) == []
