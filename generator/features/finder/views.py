"""The catalogue to what the finder's pages may name: its questions, and its answers by district and need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from generator.features.editions.entry_state import is_open
from generator.features.finder.answers import Answers
from generator.features.finder.districts import records_for
from generator.features.finder.offers import Offer, offers_for
from generator.features.finder.reader_reports import fault_links, fault_patterns
from generator.features.words.need_kinds import all_kinds
from generator.features.words.traits import is_quiet
from generator.model.addresses import clerk_address, finder_address
from generator.model.catalogue import Catalogue
from generator.model.cells import is_set, text_in
from generator.model.facets import record_title
from generator.model.matching import Door, Number, Words
from generator.model.page import Link
from generator.model.places import districts_of, places_below, top_place
from generator.model.record import Record
from generator.model.source import Source
from generator.national.doors import DOORS
from generator.national.matching import MATCHING
from generator.render.cards import Card, record_card


class Choice(NamedTuple):
    """One answer to a question: what stands in the address, what is shown, and what it means.

    `inside` says what it belongs to: of a kind of need its category, of a group which of the two questions.
    """

    value: str
    title: str
    meaning: str
    address: str = ""
    total: int | None = None
    inside: str = ""


class OfferGroup(NamedTuple):
    """Offers of one place; they come in the order in which groups are shown."""

    title: str
    offers: tuple[Offer, ...]


class DoorNumber(NamedTuple):
    """A number to call, and when."""

    phone: str
    words: str


class DoorView(NamedTuple):
    """A way in of its own, with what may be had everywhere of the kinds that help there; `numbers` can be called."""

    door: Door
    numbers: tuple[DoorNumber, ...]
    offers: tuple[Offer, ...]


OFFERS_A_DOOR = 4


@dataclass(frozen=True, slots=True)
class FinderStartContext:
    """What the page of questions may name."""

    city: Choice
    districts: tuple[Choice, ...]
    """From here on the choices of each question."""
    needs: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    people: tuple[Choice, ...]
    doors: tuple[DoorView, ...]
    faults: tuple[Link, ...]
    """Where to say what is wrong with an offer."""
    sentences: bool
    """Whether the site understands sentences."""


def start_context(source: Source, _key: str) -> FinderStartContext:
    """The choices of each question, and the doors beside them."""
    catalogue = source.catalogue
    city = top_place(catalogue)
    return FinderStartContext(
        city=Choice(city.key, record_title(catalogue, city), "", finder_address(city.key)),
        districts=tuple(_place(catalogue, each) for each in districts_of(catalogue)),
        needs=_choices(catalogue, "category", "description"),
        kinds=tuple(Choice(each.id, each.name, "", inside=each.category) for each in all_kinds(catalogue)),
        people=_worded(MATCHING.people_words, city),
        doors=tuple(_door(source, city, door) for door in DOORS),
        faults=fault_patterns(source.settings),
        sentences=bool(catalogue.with_role("saying")),
    )


@dataclass(frozen=True, slots=True)
class FinderPolicyContext:
    """What the page that says which offers are listed may name."""

    check_months: int
    """How long a check of a number counts as fresh."""


def policy_context(_source: Source, _key: str) -> FinderPolicyContext:
    """What the rules of listing hold."""
    return FinderPolicyContext(check_months=MATCHING.fresh_months)


@dataclass(frozen=True, slots=True)
class FinderDistrictContext:
    """What the finder's page of a district may name."""

    place: Card
    needs: tuple[Choice, ...]
    """With how many entries answer each."""
    windows: tuple[Card, ...]
    townships: tuple[Card, ...]
    clerk: str
    """The finder in one file, for a window that is on no network."""


def district_context(source: Source, key: str) -> FinderDistrictContext:
    """What a district's people can look for."""
    catalogue = source.catalogue
    place = catalogue.with_role("place")[key]
    open_now = [each for each in records_for(catalogue, key) if is_open(each, source.as_of)]
    counted = [text_in(each, "category") for each in open_now]
    return FinderDistrictContext(
        place=record_card(catalogue, place),
        needs=tuple(
            choice._replace(address=finder_address(key, choice.value), total=counted.count(choice.value))
            for choice in _choices(catalogue, "category", "description")
        ),
        windows=_windows(catalogue, place),
        townships=tuple(record_card(catalogue, each) for each in _inside(catalogue, place)),
        clerk=clerk_address(key),
    )


@dataclass(frozen=True, slots=True)
class FinderNeedContext:
    """What the finder's page of a need in a district may name."""

    place: Card
    need: Card
    groups: tuple[OfferGroup, ...]
    """The offers, from the nearest."""
    faults: Mapping[str, tuple[Link, ...]]
    """By offer, where to say what is wrong with it."""
    others: tuple[Choice, ...]
    """The other needs."""
    windows: tuple[Card, ...]


def need_context(source: Source, key: str) -> FinderNeedContext:
    """What answers one need in a district."""
    catalogue = source.catalogue
    district, _, category = key.partition("/")
    place = catalogue.with_role("place")[district]
    answers = Answers(place=district, needs=(category,), today=source.as_of)
    offers = offers_for(catalogue, records_for(catalogue, district), answers, MATCHING)
    return FinderNeedContext(
        place=record_card(catalogue, place),
        need=record_card(catalogue, catalogue.with_role("category")[category]),
        groups=tuple(_grouped(offers)),
        faults={each.key: fault_links(source.settings, each.address, each.title) for each in offers},
        others=tuple(
            choice._replace(address=finder_address(district, choice.value))
            for choice in _choices(catalogue, "category", "description")
            if choice.value != category
        ),
        windows=_windows(catalogue, place),
    )


def _door(source: Source, city: Record, door: Door) -> DoorView:
    """Without a script only what the whole city may have can be shown: nobody has said yet where they live."""
    catalogue = source.catalogue
    answers = Answers(kinds=door.kinds, today=source.as_of)
    records = (each for each in records_for(catalogue, city.key) if is_quiet(each) or not door.quiet)
    offers = offers_for(catalogue, records, answers, MATCHING)
    shown = tuple(each for each in offers if each.need == 0 and not each.lacking)[:OFFERS_A_DOOR]
    return DoorView(door, tuple(_numbers(source, door.numbers)), shown)


def _numbers(source: Source, named: Iterable[Number]) -> Iterator[DoorNumber]:
    """The help lines that may always be printed."""
    lines = source.catalogue.with_role("help_line")
    for each in named:
        if each.line in lines and is_set(lines[each.line], "always"):
            yield DoorNumber(each.line, f"{each.words}，打 {each.line}")


def _grouped(offers: Iterable[Offer]) -> Iterator[OfferGroup]:
    """The district's own, the city's, then township by township: of a district's residents each is served by one."""

    def rank(offer: Offer) -> tuple[int, str]:
        return {"district": 0, "city": 1}.get(offer.level, 2), offer.place

    for (_, place), found in groupby(sorted(offers, key=rank), rank):
        yield OfferGroup(place, tuple(found))


def _place(catalogue: Catalogue, place: Record) -> Choice:
    return Choice(place.key, record_title(catalogue, place), "", finder_address(place.key))


def _choices(catalogue: Catalogue, role: str, meaning: str) -> tuple[Choice, ...]:
    records = catalogue.with_role(role).items()
    return tuple(
        Choice(key, text_in(each, "short_name") or record_title(catalogue, each), text_in(each, meaning))
        for key, each in records
    )


def _worded(words: Words, city: Record) -> tuple[Choice, ...]:
    name = text_in(city, "name")
    return tuple(Choice(value, text.format(city=name), "") for value, text in words.items())


def _windows(catalogue: Catalogue, place: Record) -> tuple[Card, ...]:
    return tuple(record_card(catalogue, each) for each in catalogue.pointing(place, "window.division"))


def _inside(catalogue: Catalogue, place: Record) -> tuple[Record, ...]:
    """The townships of a district; the city page leads to districts in another way."""
    return places_below(catalogue, place) if text_in(place, "parent") else ()
