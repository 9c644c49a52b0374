"""Contradictions between records: each is told once, and names both records."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.features.duties.contradictions import find_contradiction_problems
from tests.builders import locate
from tests.features.duties.catalogues import catalogue

Q = {"id": "q", "name": "q", "charity": "是", "public_fundraising": "是", "registered_on": "2015-06-18"}
N = {**Q, "id": "n", "public_fundraising": "否"}
ENDED = {"status": "ended", "ended_on": "2026-06-30", "starts_on": "2026-01-01"}


def project(*disclosures: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """A catalogue's rows with one project of `q`, unless told otherwise."""
    given = {"starts_on": "2026-03-01", "status": "running", "fundraising": "none"}
    return {
        "organizations": [_dated(Q), _dated(N)],
        "projects": [_dated({"id": "p", "organization": "q", **given, **facts})],
        "disclosures": [_dated({"project": "p", "title": each["id"], **each}) for each in disclosures],
    }


def reports(*given: dict[str, Any]) -> dict[str, Any]:
    rows = [_dated({"organization": "q", "title": each["id"], **each}) for each in given]
    return {"organizations": [_dated(Q)], "reports": rows}


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: date.fromisoformat(value) if name.endswith(("_on", "_from", "_to")) and isinstance(value, str) else value
        for name, value in row.items()
    }


def told(id_: str, kind: str = "project-progress", on: str = "2026-06-01", **more: Any) -> dict[str, Any]:
    return {"id": id_, "kind": kind, "published_on": on, **more}


CASES = [
    ("disclosure-before-start", project(told("d", on="2026-02-01")), ("disclosures/p/d", "projects/p")),
    (
        "disclosure-before-start",
        project(told("d", "fundraising-progress", "2026-03-10"), fundraising="public", fundraising_from="2026-04-01"),
        ("disclosures/p/d", "projects/p"),
    ),
    ("final-before-end", project(told("d", "project-final", "2026-06-01"), **ENDED), ("disclosures/p/d", "projects/p")),
    ("project-before-organization", project(starts_on="2015-01-01"), ("projects/p", "organizations/q")),
    ("status-without-date", project(status="suspended"), ("projects/p",)),
    (
        "campaign-without-qualification",
        project(organization="n", fundraising="public"),
        ("projects/p", "organizations/n"),
    ),
    (
        "report-before-year-end",
        reports(told("r", "annual-report", "2026-05-01", year=2026)),
        ("reports/q/r", "organizations/q"),
    ),
    (
        "amount-falls",
        project(
            told("a", on="2026-06-01", basis="cumulative", income=500, spending=300, period_to="2026-05-31"),
            told("b", on="2026-09-01", basis="cumulative", income=500, spending=200, period_to="2026-08-31"),
        ),
        ("disclosures/p/b", "disclosures/p/a"),
    ),
    (
        "spending-above-receipts",
        project(
            told("a", on="2026-06-01", basis="interval", income=100),
            told("b", on="2026-09-01", basis="interval", spending=150),
        ),
        ("disclosures/p/b", "disclosures/p/a"),
    ),
    (
        "correction-of-nothing",
        project(told("b", correction_of="x", correction_note="改")),
        ("disclosures/p/b", "projects/p"),
    ),
    (
        "correction-of-other-kind",
        project(told("a"), told("b", "other", "2026-06-02", correction_of="a", correction_note="改")),
        ("disclosures/p/b", "disclosures/p/a"),
    ),
    (
        "correction-before-original",
        project(told("a"), told("b", on="2026-05-01", correction_of="a", correction_note="改")),
        ("disclosures/p/b", "disclosures/p/a"),
    ),
    (
        "correction-without-note",
        project(told("a"), told("b", on="2026-06-02", correction_of="a")),
        ("disclosures/p/b", "projects/p"),
    ),
]


@pytest.mark.parametrize(("rule", "rows", "named"), CASES, ids=[f"{rule}-{at}" for at, (rule, *_) in enumerate(CASES)])
def test_a_contradiction_names_both_records(rule: str, rows: Any, named: tuple[str, ...]) -> None:
    (problem,) = find_contradiction_problems(catalogue(rows), locate)
    assert problem.rule.code == rule
    assert all(name in problem.message for name in named)
    assert problem.hint


def test_a_correction_mends_a_cumulative_figure_that_was_wrong() -> None:
    wrong = told("a", basis="cumulative", income=900, spending=900, period_to="2026-05-31")
    right = {
        **wrong,
        "id": "b",
        "published_on": "2026-06-09",
        "spending": 300,
        "correction_of": "a",
        "correction_note": "多写",
    }
    later = told("c", on="2026-09-01", basis="cumulative", income=900, spending=400, period_to="2026-08-31")
    assert find_contradiction_problems(catalogue(project(wrong, right, later)), locate) == ()
