"""Rows become typed records; a row with a fault becomes problems, and the others go on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.model.table import Cell
from tests.check.factory import changed, rows, shaped, with_field


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        ({}, "文字", "文字"),
        ({}, None, None),
        ({}, "00120", "00120"),
        ({"type": "integer"}, "12", 12),
        ({"type": "number"}, "12.50", Decimal("12.50")),
        ({"type": "date"}, "2026-01-31", date(2026, 1, 31)),
        ({"type": "year"}, "2026", 2026),
        ({"type": "boolean", "trueValues": ["是"], "falseValues": ["否"]}, "否", False),
        ({"type": "boolean"}, "true", True),
        ({"type": "list"}, ["a", "b"], ("a", "b")),
        ({"type": "list"}, None, None),
    ],
)
def test_a_cell_is_typed_by_its_field(field: dict[str, str], cell: Cell, value: object) -> None:
    (record,), problems = rows(with_field(**field), {"value": cell})
    assert (record.values["value"], problems) == (value, ())


def test_a_record_is_named_by_its_key_and_knows_where_it_stood() -> None:
    dataset = shaped(changed("path", "{kind}.csv", changed("schema.primaryKey", ["kind", "id"])))
    (record,), _ = rows(dataset, {"kind": "a", "id": "1"})
    assert (record.key, record.origin.file, record.dataset) == ("a/1", "data/notes/n1.yaml", "notes")


def test_the_digest_follows_the_values() -> None:
    records, _ = rows(shaped(), {"id": "n", "name": "一"}, {"id": "n", "name": "二"}, {"id": "n", "name": "一"})
    first, second, third = (record.digest for record in records)
    assert first == third != second


def test_every_faulty_cell_of_a_row_is_told_and_the_other_rows_go_on() -> None:
    records, problems = rows(shaped(), {"day": "昨天", "kind": "c", "name": "示例"}, {"name": "好的"})
    assert [(each.rule.code, each.location.field, each.record) for each in problems] == [
        ("type", "day", "n1"),
        ("enum", "kind", "n1"),
    ]
    assert [record.key for record in records] == ["n2"]


def test_a_table_without_rows_is_nothing() -> None:
    assert rows(shaped()) == ((), ())
