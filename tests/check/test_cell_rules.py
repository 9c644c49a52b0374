"""Values that Frictionless accepts and a reader would not: formats, order, keys that stand in addresses."""

from __future__ import annotations

import pytest

from tests.check.factory import fault_in, rows, shaped, with_field

FILTERED = with_field(filters=["kind"])


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "nan"])
def test_what_is_a_number_only_to_a_machine_is_not_one(value: str) -> None:
    assert fault_in(with_field(type="number"), value).rule.code == "type"
    assert fault_in(with_field(type="number", formats={"value": "yuan"}), value).rule.code == "type"


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ({"type": "number", "formats": {"value": "yuan"}}, "-0.01", "yuan"),
        ({"type": "integer", "formats": {"value": "people"}}, "-1", "people"),
        ({"type": "integer", "formats": {"value": "households"}}, "-1", "households"),
        ({"formats": {"value": "telephone"}}, "0123", "telephone"),
        ({"formats": {"value": "credit_code"}}, "53120000000001012U", "credit-code"),
        ({"formats": {"value": "period"}}, "2026H3", "period"),
        ({"format": "uri"}, "javascript:alert(1)", "url"),
        ({"format": "uri"}, "ftp://example.org/", "url"),
        ({"format": "email"}, "邮箱", "email"),
    ],
)
def test_a_value_that_does_not_fit_its_format_is_told_with_an_example(
    field: dict[str, object], value: str, rule: str
) -> None:
    problem = fault_in(with_field(**field), value)
    assert problem.rule.code == rule
    assert "应当是" in problem.hint
    assert "例如" in problem.hint


def test_each_of_several_values_must_be_allowed() -> None:
    problem = fault_in(with_field(type="list", categories=["red", "green"]), ["red", "grene"])
    assert (problem.rule.code, problem.hint) == ("enum", "是不是 green（green）？可以写：red、green。")


def test_what_comes_first_must_not_come_after() -> None:
    dataset = with_field(type="date", order=[["day", "value"]])
    _, (problem,) = rows(dataset, {"day": "2026-02-01", "value": "2026-01-31"})
    assert (problem.rule.code, problem.location.field) == ("date-order", "value")
    assert rows(dataset, {"day": "2026-02-01", "value": "2026-02-01"}, {"day": "2026-02-01"})[1] == ()


def test_a_wrong_date_is_not_told_again_for_its_order() -> None:
    dataset = with_field(type="date", order=[["day", "value"]])
    _, (problem,) = rows(dataset, {"day": "2026-02-30", "value": "2026-01-31"})
    assert problem.rule.code == "type"


@pytest.mark.parametrize("key", ["../up", "a/b", "<script>", ".hidden", "a b", "x" * 81, "page", "INDEX", "kind"])
def test_a_key_that_cannot_stand_in_an_address_is_a_problem(key: str) -> None:
    _, (problem,) = rows(FILTERED, {"id": key})
    assert problem.rule.code == "unsafe-key"


@pytest.mark.parametrize("key", ["p2026-001", "120103_007", "友谊路", "a.b", "Page1"])
def test_a_key_of_letters_digits_and_chinese_is_not(key: str) -> None:
    assert rows(FILTERED, {"id": key})[1] == ()


def test_a_key_must_be_there() -> None:
    _, (problem,) = rows(shaped(), {"id": None, "name": "示例"})
    assert (problem.rule.code, problem.record) == ("required", None)


def test_what_narrows_a_list_stands_in_addresses_too() -> None:
    dataset = with_field(filters=["value", {"field": "tags"}])
    assert fault_in(dataset, "a/../b").rule.code == "unsafe-key"
    _, (problem,) = rows(dataset, {"tags": ["好", "不/好"]})
    assert problem.location.field == "tags"
    assert rows(dataset, {"value": "2026年", "tags": ["一"]})[1] == ()


@pytest.mark.parametrize("kind", ["number", "integer"])
@pytest.mark.parametrize("number", ["1" + "0" * 15, "9" * 26, "-" + "9" * 26])
def test_numbers_that_no_spreadsheet_holds_are_told(kind: str, number: str) -> None:
    assert fault_in(with_field(type=kind), number).rule.code == "beyond-measure"


@pytest.mark.parametrize("number", ["1e400", "-1e400", "1e-400", "0." + "123" * 20])
def test_numbers_that_no_page_shows_are_told(number: str) -> None:
    assert fault_in(with_field(type="number"), number).rule.code == "beyond-measure"
