"""All districts and a day to where help is lacking: what the board of gaps, its files and the places' pages show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from generator.base.memoising import once_a_subject
from generator.features.editions.entry_state import is_open
from generator.features.editions.survey import place_editions
from generator.features.gaps.ledgers import asked_for, groups_asking, township_asking
from generator.features.gaps.shortfalls import Gap, Offered
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, number_in, text_in, words_in
from generator.model.figure import FigureState, Shown
from generator.model.places import districts_of, places_below
from generator.model.record import Record

Gaps = Mapping[str, tuple[Gap, ...]]
"""By the code of the place, one gap a category, in the order of the categories."""


@once_a_subject
def survey_gaps(catalogue: Catalogue, period: str, day: date) -> Gaps:
    """Every district's gaps of one half-year's ledgers, against what can be applied for on a day."""
    return {each.key: place_gaps(catalogue, each, period, day) for each in districts_of(catalogue)}


def place_gaps(catalogue: Catalogue, district: Record, period: str, day: date) -> tuple[Gap, ...]:
    """The gaps of one district."""
    needs = {
        category: asked_for(catalogue, period, district.key, category) for category in catalogue.with_role("category")
    }
    return _against(catalogue, district, needs, day)


def township_gaps(catalogue: Catalogue, township: Record, period: str, day: date) -> tuple[Gap, ...]:
    """What is asked for in a township, about, beside what is offered there; none without a ledger."""
    return _against(catalogue, township, township_asking(catalogue, period, township.key), day)


def _against(catalogue: Catalogue, place: Record, needs: Mapping[str, Shown], day: date) -> tuple[Gap, ...]:
    own, wider = open_entries(catalogue, place, day)
    return tuple(
        Gap(place.key, category, need, _offered(_of(own, category), _of(wider, category)))
        for category, need in needs.items()
    )


def open_entries(catalogue: Catalogue, place: Record, day: date) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """What can be applied for on a day: entries of the place and those inside it, and those of the levels above."""
    inside = (place, *places_below(catalogue, place))
    above = catalogue.ancestors(place)
    reached = {each.key for each in (*inside, *above)}
    own = (each for member in inside for each in _newest(catalogue, member))
    wider = (each for member in above for each in _newest(catalogue, member))
    return (
        tuple(each for each in own if _can_be_applied_for(each, day)),
        tuple(each for each in wider if _can_be_applied_for(each, day) and _reaches(each, reached)),
    )


def unanswered_groups(catalogue: Catalogue, gap: Gap, period: str, day: date) -> tuple[str, ...]:
    """Groups that are known to have asked, for whatever help, and that no entry of the gap's kind there, or above,
    names."""
    own, wider = open_entries(catalogue, catalogue.with_role("place")[gap.place], day)
    named = {group for each in _of((*own, *wider), gap.category) for group in words_in(each, "groups")}
    asking = groups_asking(catalogue, period, gap.place)
    return tuple(group for group, shown in asking.items() if shown.value and group not in named)


def largest_groups(catalogue: Catalogue, district: str, period: str, most: int) -> tuple[tuple[str, int], ...]:
    """Of the groups whose figures are published, those that asked most often."""
    asking = groups_asking(catalogue, period, district)
    given = [
        (group, int(shown.value)) for group, shown in asking.items() if shown.state is FigureState.GIVEN and shown.value
    ]
    return tuple(sorted(given, key=lambda each: -each[1])[:most])


def _newest(catalogue: Catalogue, place: Record) -> tuple[Record, ...]:
    """The entries of a place's newest catalogue."""
    editions = place_editions(catalogue, place.key)
    return editions[-1].entries if editions else ()


def _of(entries: Iterable[Record], category: str) -> tuple[Record, ...]:
    return tuple(each for each in entries if text_in(each, "category") == category)


def _offered(own: tuple[Record, ...], wider: tuple[Record, ...]) -> Offered:
    places = [number_in(each, "quota") for each in own]
    known = [int(each) for each in places if each is not None]
    return Offered(len(own), sum(known), len(places) - len(known), len(wider))


def _can_be_applied_for(entry: Record, day: date) -> bool:
    first = day_in(entry, "valid_from")
    return text_in(entry, "status") == "open" and is_open(entry, day) and (first is None or first <= day)


def _reaches(entry: Record, places: set[str]) -> bool:
    areas = words_in(entry, "service_area")
    return not areas or not places.isdisjoint(areas)
