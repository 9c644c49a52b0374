"""Checking a site tells which supply entries say how many were helped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.features.statistics.neighbours.supply_audit import audit_supply
from generator.model.catalogue import Catalogue
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


def without_ledger() -> Catalogue:
    return replace(
        CATALOGUE, datasets={name: each for name, each in CATALOGUE.datasets.items() if "edition" not in name}
    )


def test_what_the_ledger_says_is_known_also_where_git_remembers_nothing(tmp_path: Path) -> None:
    """Five of twelve were helped once; 有 leaves more than five: five or six."""
    project = replace(opened(Path(__file__).parents[4]), root=tmp_path, cache=tmp_path)
    lines = CATALOGUE.records["table_editions"].values()
    (line,) = (each for each in lines if each.values["cell"] == f"record={ENTRY}")
    known = changed(CATALOGUE, line.key, of="table_editions", low=5, high=5)
    now = changed(known, ENTRY, of="supply", quota=12, places_left="some")
    (problem,) = audit_supply(project, now, ())
    assert problem.rule.code == "supply-tells"
    assert "大致帮了几个" in problem.message and "6" not in problem.message


def test_without_ledger_and_history_it_says_that_it_did_not_look(tmp_path: Path) -> None:
    project = replace(opened(Path(__file__).parents[4]), root=tmp_path, cache=tmp_path)
    public = replace(project, settings=replace(project.settings, site_url="https://example.org/"))
    draft = replace(project, settings=replace(project.settings, site_url=""))
    assert [each.rule.code for each in audit_supply(public, without_ledger(), ())] == ["supply-unseen"]
    assert audit_supply(draft, without_ledger(), ()) == (), "no git and no address: nobody ever read it"
