"""What has been published altogether: each yuan once."""

from __future__ import annotations

from typing import Any

from generator.features.duties.totals import published_spending
from tests.features.duties.catalogues import catalogue


def _spending(*disclosures: dict[str, Any]) -> int:
    rows = ({"project": "p", "id": f"d{at}", "kind": "project-progress", **each} for at, each in enumerate(disclosures))
    return int(published_spending(catalogue({"projects": [{"id": "p", "organization": "o"}], "disclosures": rows})))


def test_of_running_totals_the_last_counts() -> None:
    first, last = {"basis": "cumulative", "spending": 300}, {"basis": "cumulative", "spending": 500}
    assert _spending(first, last | {"kind": "project-final"}) == 500


def test_parts_are_added() -> None:
    assert _spending({"basis": "interval", "spending": 300}, {"basis": "interval", "spending": 200}) == 500


def test_a_correction_stands_for_what_it_corrects() -> None:
    wrong = {"basis": "interval", "spending": 900}
    assert _spending(wrong, {"basis": "interval", "spending": 90, "correction_of": "d0"}) == 90


def test_an_audit_tells_of_the_same_money_again() -> None:
    assert _spending({"basis": "interval", "spending": 300}, {"kind": "audit", "spending": 300}) == 300


def test_nothing_published_is_nothing() -> None:
    assert published_spending(catalogue({})) == 0
