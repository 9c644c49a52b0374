"""Relations: what points at a record, what is still on offer before what is past."""

from __future__ import annotations

from generator.render.related_records import Relation, record_relations
from tests.builders import dataset, field, linked, record

PLACE = dataset("places", field("name"), label="name")
OFFER = dataset(
    "offers",
    field("place", target="places"),
    field("status", categories={"open": "可申请", "closed": "已停办"}),
    ended=("status", ("closed",)),
)


def _relation(*statuses: str) -> Relation:
    offers = (record(OFFER, f"o{at}", place="p", status=status) for at, status in enumerate(statuses))
    catalogue, _ = linked((PLACE, OFFER), record(PLACE, "p", name="甲"), *offers)
    return record_relations(catalogue, catalogue.records["places"]["p"])["offers.place"]


def test_what_is_past_comes_last_and_is_not_counted_as_current() -> None:
    relation = _relation("closed", "open", "closed", "open")
    assert [card.key for card in relation.cards] == ["o1", "o3", "o0", "o2"]
    assert (relation.current, relation.total) == (2, 4)


def test_without_such_a_declaration_nothing_is_past() -> None:
    plain = dataset("offers", field("place", target="places"))
    catalogue, _ = linked((PLACE, plain), record(PLACE, "p", name="甲"), record(plain, "o", place="p"))
    relation = record_relations(catalogue, catalogue.records["places"]["p"])["offers.place"]
    assert (relation.current, relation.total) == (1, 1)
