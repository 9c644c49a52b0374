"""What a card may say on a day: words that nobody confirmed are kept back on a live site, the numbers of all never."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from generator.features.danger.cards import danger_cards, shown
from generator.model.catalogue import Catalogue
from generator.model.record import Record, Value
from tests.builders import dataset, field, linked, record

READ = date(2026, 5, 31)
CONFIRMED: Mapping[str, Value] = {
    "basis": "示例办法第一条",
    "confirmed": True,
    "reviewed_by": "示例热线组",
    "read_on": READ,
}


WORDS = ("name", "heading", "sentence", "to_helper", "first", "second", "basis", "reviewed_by")
LINES = dataset(
    "lines",
    *(field(name) for name in ("id", "name", "hours", "outside")),
    *(field(name, "boolean") for name in ("always", "confirmed", "national")),
    role="help_line",
)
DANGERS = dataset(
    "kinds",
    field("id"),
    *(field(name) for name in WORDS),
    *(field(name, "list") for name in ("advice", "more")),
    field("confirmed", "boolean"),
    field("read_on", "date"),
    role="danger",
)


def danger(**changes: Value) -> Record:
    words: dict[str, Value] = {name: f"示例{name}" for name in WORDS}
    numbers: dict[str, Value] = {"first": "119", "second": "96119", "more": ("022-示例号码0000",), "advice": ("示例",)}
    return record(DANGERS, "fire", **{**words, **numbers, **CONFIRMED, **changes})


def catalogue(kind: Record) -> Catalogue:
    lines = (
        record(LINES, "119", name="火警", always=True, confirmed=False, national=True),
        record(LINES, "96119", name="示例热线", always=False, confirmed=False, national=True),
        record(LINES, "022-示例号码0000", name="示例站", always=False, confirmed=False, national=False),
    )
    return linked((LINES, DANGERS), kind, *lines)[0]


def test_a_live_site_links_only_numbers_that_are_sure() -> None:
    (card,) = danger_cards(catalogue(danger()), READ, demonstration=False)
    assert card.whole
    assert [(each.number, each.linked) for each in card.numbers] == [("119", True)]


def test_a_card_without_words_still_has_the_number_of_all() -> None:
    (card,) = danger_cards(catalogue(danger(confirmed=False)), READ, demonstration=False)
    assert (card.whole, card.heading, card.sentence, card.advice) == (False, "现在就打119", "", ())
    assert [each.number for each in card.numbers] == ["119"]


def test_a_demonstration_shows_national_numbers_as_unverified_and_without_a_link() -> None:
    (card,) = danger_cards(catalogue(danger(confirmed=False)), READ, demonstration=True)
    assert card.whole
    told = [(each.number, each.linked, each.unverified) for each in card.numbers]
    assert told == [("119", True, False), ("96119", False, True)]


def test_confirmed_words_are_shown_for_six_months() -> None:
    assert shown(danger(), date(2026, 11, 30), demonstration=False)
    assert not shown(danger(), date(2026, 12, 1), demonstration=False)


@pytest.mark.parametrize("field", CONFIRMED)
def test_words_that_lack_anything_are_shown_in_a_demonstration_only(field: str) -> None:
    lacking = danger(**{field: None})
    assert not shown(lacking, READ, demonstration=False)
    assert shown(lacking, READ, demonstration=True)


def test_what_is_said_to_a_helper_is_kept_back_with_the_other_words() -> None:
    for confirmed, said in ((True, "陪着他"), (False, "")):
        (card,) = danger_cards(catalogue(danger(to_helper="陪着他", confirmed=confirmed)), READ, demonstration=False)
        assert card.to_helper == said
