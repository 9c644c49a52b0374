"""Numbers that projects disclose of whom they helped: small ones and small steps, counted by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.features.statistics.neighbours.results import audit_results, find_small_results
from generator.model.record import Record, Value
from tests.builders import changed, record
from tests.demonstration import demonstration, opened

DISCLOSURES = demonstration()[1].catalogue.datasets["disclosures"]


def disclosure(key: str, **values: Value) -> Record:
    return record(DISCLOSURES, key, project="p1", **values)


def found(*records: Record, k: int = 5) -> list[tuple[str, str, int]]:
    return [(each.record.key, each.field, each.number) for each in find_small_results(records, k)]


def test_a_handful_of_people_or_households_is_told() -> None:
    small = disclosure("d1", beneficiaries=4, households=1)
    assert found(small) == [("d1", "beneficiaries", 4), ("d1", "households", 1)]
    assert found(disclosure("d1", beneficiaries=5, households=0, services=3)) == []


def test_cumulative_numbers_tell_by_what_they_grew() -> None:
    first = disclosure("d1", basis="cumulative", households=86, period_to="2026-03-31")
    second = disclosure("d2", basis="cumulative", households=89, period_to="2026-06-30")
    third = disclosure("d3", basis="cumulative", households=94, period_to="2026-09-30")
    assert found(third, first, second) == [("d2", "households", 3)]
    assert found(first, disclosure("d2", basis="interval", households=89, period_to="2026-06-30")) == []


def test_what_was_corrected_is_no_step() -> None:
    wrong = disclosure("d1", basis="cumulative", households=86, period_to="2026-03-31")
    right = disclosure("d2", basis="cumulative", households=88, period_to="2026-03-31", correction_of="d1")
    assert found(wrong, right) == []


def test_the_demonstration_tells_of_nobody() -> None:
    assert found(*demonstration()[1].catalogue.with_role("disclosure").values()) == []


def test_checking_tells_it_at_the_field(tmp_path: Path) -> None:
    catalogue = demonstration()[1].catalogue
    key = next(iter(catalogue.with_role("disclosure")))
    project = replace(opened(Path(__file__).parents[4]), root=tmp_path, cache=tmp_path)
    (problem,) = audit_results(project, changed(catalogue, key, of="disclosures", households=3, basis="interval"), ())
    assert (problem.rule.code, problem.location.field) == ("result-tells", "households")
    assert "3" not in problem.message
