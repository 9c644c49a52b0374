"""Facts: every kind of value is shown in its own way, and a missing one says so."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.model.dataset import Field
from generator.model.record import Value
from generator.render.facts import Fact, record_fact
from tests.builders import dataset, field, linked, record

TEAM = dataset("teams", field("name"), label="name")


def _fact(given: Field, value: Value) -> Fact:
    kind = dataset("things", given)
    catalogue, _ = linked((TEAM, kind), record(TEAM, "t1", name="示例队"), record(kind, "a", **{given.name: value}))
    return record_fact(catalogue, catalogue.records["things"]["a"], given)


@pytest.mark.parametrize(
    ("given", "value", "kind", "text"),
    [
        (field("f"), None, "missing", ""),
        (field("f", "list"), (), "missing", ""),
        (field("f"), "文字", "text", "文字"),
        (field("f", "integer"), 0, "integer", "0"),
        (field("f", "integer"), 12345, "integer", "12,345"),
        (field("f", "number", format="yuan"), Decimal("120000.00"), "yuan", "120,000 元"),
        (field("f", "number", format="yuan"), Decimal("0.50"), "yuan", "0.50 元"),
        (field("f", "integer", format="people"), 86, "people", "86 人"),
        (field("f", "date"), date(2026, 1, 31), "date", "2026年1月31日"),
        (field("f", "boolean"), False, "boolean", "否"),
        (field("f", format="period"), "2026H2", "period", "2026年下半年"),
        (field("f", categories={"on": "进行中"}), "on", "category", "进行中"),
        (field("f", "list", categories={"a": "甲", "b": "乙"}), ("a", "b"), "categories", "甲、乙"),
        (field("f", "list"), ("x", "y"), "list", "x、y"),
        (field("f", target="teams"), "t1", "reference", "示例队"),
        (field("f", "list", target="teams"), ("t1",), "references", "示例队"),
    ],
)
def test_a_value_is_shown_by_its_kind(given: Field, value: Value, kind: str, text: str) -> None:
    fact = _fact(given, value)
    assert (fact.kind, fact.text) == (kind, text)


def test_a_reference_leads_to_the_page_of_its_record() -> None:
    (item,) = _fact(field("f", target="teams"), "t1").items
    assert (item.title, item.address) == ("示例队", "teams/t1/")


def test_paragraphs_are_separated_by_blank_lines() -> None:
    fact = _fact(field("f", format="paragraphs"), "一\n续\n\n二")
    assert [item.title for item in fact.items] == ["一\n续", "二"]
