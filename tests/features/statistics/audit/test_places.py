"""What the audit tells of a table: every weakness at its row, of very many only how many are left."""

from __future__ import annotations

from generator.features.statistics.audit.places import find_audit_problems
from generator.features.statistics.audit.weaknesses import Weakness, WeaknessKind
from generator.model.problem import Location, Problem
from tests.features.statistics.audit.test_messages import CELL


def told(count: int) -> tuple[Problem, ...]:
    places = {("表", CELL): Location("data/table.csv", 3)}
    found = [Weakness("表", CELL, 1, 3, 5, WeaknessKind.SMALL, ()) for _ in range(count)]
    return tuple(find_audit_problems(found, str, places))


def test_a_weakness_is_told_where_its_cell_stands() -> None:
    assert [(each.rule.code, each.location.line) for each in told(1)] == [("audit-small", 3)]


def test_of_more_than_thirty_only_the_number_of_the_rest_is_told() -> None:
    *first, last = told(34)
    assert {each.rule.code for each in first} == {"audit-small"} and len(first) == 30
    assert (last.rule.code, last.location.file) == ("audit-more", "data/table.csv")
    assert "4 处" in last.message
