"""What became of an entry from one half-year to the next."""

from __future__ import annotations

from generator.features.editions.carry_over import Turn, carried_entry, carry_over, newest_of
from generator.features.editions.place_editions import Edition, editions_of
from generator.model.catalogue import Catalogue
from generator.model.record import Record, Value
from tests.builders import dataset, field, linked, record

DIVISIONS = dataset("divisions", field("name"))
SUPPLY = dataset(
    "supply", field("period"), field("division", target="divisions"), field("standard"), field("quota", "integer")
)


def entry(period: str, number: str, **values: Value) -> Record:
    """An entry of 河西区 whose key is its half-year and number."""
    made = record(SUPPLY, f"{period}/{number}", period=period, division="120103", **values)
    return Record(made.dataset, made.key, {**made.values, "id": number}, made.origin, made.digest)


def editions(*entries: Record) -> tuple[tuple[Edition, ...], Catalogue]:
    """The catalogues of 河西区 that these entries make."""
    catalogue, _ = linked((DIVISIONS, SUPPLY), record(DIVISIONS, "120103"), *entries)
    return editions_of(catalogue, catalogue.records["divisions"]["120103"]), catalogue


OLD = (entry("2026H1", "a", standard="300 元", quota=10), entry("2026H1", "b"), entry("2026H1", "c"))
NEW = (entry("2026H2", "a", standard="500 元", quota=20), entry("2026H2", "b", quota=5), entry("2026H2", "d"))


def test_entries_are_new_changed_kept_or_ended() -> None:
    found, _ = editions(*OLD, *NEW)
    turns = {str(each.entry.values["id"]): each.turn for each in carry_over(found, "2026H2")}
    assert turns == {"a": Turn.CHANGED, "b": Turn.KEPT, "c": Turn.ENDED, "d": Turn.NEW}


def test_only_the_fields_of_the_offer_count_as_changed() -> None:
    found, _ = editions(*OLD, *NEW)
    carried = carried_entry(found, NEW[0])
    assert carried is not None
    assert carried.fields == ("standard",)
    assert carried.before == OLD[0]


def test_a_first_catalogue_has_nothing_to_be_compared_with() -> None:
    found, _ = editions(*OLD)
    assert carry_over(found, "2026H1") == ()
    assert carried_entry(found, OLD[0]) is None


def test_a_half_year_left_out_is_bridged() -> None:
    found, _ = editions(*OLD, entry("2027H2", "c"))
    assert [each.turn for each in carry_over(found, "2027H2")] == [Turn.KEPT, Turn.ENDED, Turn.ENDED]


def test_an_old_entry_leads_to_its_newest() -> None:
    found, _ = editions(*OLD, *NEW)
    assert newest_of(found, OLD[0]) == NEW[0]
    assert newest_of(found, OLD[2]) == OLD[2]
