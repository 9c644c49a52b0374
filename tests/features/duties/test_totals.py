"""What has been published altogether: each yuan once."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.features.duties.amount_findings import find_falling_amounts, find_spending_above_receipts
from generator.features.duties.totals import project_course, project_totals, published_spending
from generator.model.catalogue import Catalogue
from generator.model.record import Record
from tests.demonstration import demonstration_source
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


def _project(*disclosures: dict[str, Any]) -> tuple[Catalogue, Record]:
    rows = ({"project": "p", "id": f"d{at}", **each} for at, each in enumerate(disclosures))
    made = catalogue({"projects": [{"id": "p", "organization": "o"}], "disclosures": rows})
    return made, made.records["projects"]["p"]


def _raised(kind: str, day: str, income: int, basis: str = "cumulative") -> dict[str, Any]:
    return {"kind": kind, "period_to": date.fromisoformat(day), "income": income, "basis": basis}


def test_what_was_raised_is_told_twice_and_counts_once() -> None:
    both = _raised("fundraising-final", "2026-05-01", 900), _raised("project-final", "2026-06-01", 880)
    (total,) = project_totals(*_project(*both))
    assert (total.measure, total.amount, total.day, total.is_summed) == ("income", 900, date(2026, 6, 1), False)


def test_a_total_of_parts_says_so() -> None:
    parts = (_raised("fundraising-progress", day, 100, "interval") for day in ("2026-01-31", "2026-04-30"))
    (total,) = project_totals(*_project(*parts))
    assert (total.amount, total.is_summed) == (200, True)


def test_the_course_tells_of_each_day_only_what_its_report_tells() -> None:
    raised = _raised("fundraising-progress", "2026-01-31", 500)
    spent = {"kind": "project-progress", "period_to": date(2026, 3, 31), "basis": "interval", "spending": 200}
    course = project_course(*_project(raised, spent), ("income", "spending"))
    assert [(each.day, dict(each.amounts)) for each in course] == [
        (date(2026, 1, 31), {"income": 500}),
        (date(2026, 3, 31), {"spending": 200}),
    ]


def test_every_demonstration_project_that_the_home_page_counts_shows_the_same_on_its_own_page() -> None:
    source = demonstration_source()
    projects = source.catalogue.records["projects"].values()
    own = [
        each.amount for one in projects for each in project_totals(source.catalogue, one) if each.measure == "spending"
    ]
    assert sum(own) == published_spending(source.catalogue)
    assert all(own)


def test_running_totals_of_two_fundraisings_are_added_and_neither_falls() -> None:
    spring = _raised("fundraising-final", "2026-05-01", 900) | {"fundraising": "f01"}
    autumn = _raised("fundraising-progress", "2026-10-01", 300) | {"fundraising": "f02"}
    spent = {"kind": "project-progress", "period_to": date(2026, 10, 2), "spending": 1100, "basis": "cumulative"}
    made, project = _project(spring, autumn, spent)
    assert {each.measure: each.amount for each in project_totals(made, project)} == {"income": 1200, "spending": 1100}
    assert list(find_falling_amounts(made, project)) == []
    assert list(find_spending_above_receipts(made, project)) == []
