"""Supply catalogues to what pages show of them: how fresh each is, and what became of every entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.features.duties.reminder_views import FeedView
from generator.features.editions.carry_over import Carried, Turn, carried_entry, carry_over, newest_of
from generator.features.editions.entry_state import has_lapsed
from generator.features.editions.freshness import Freshness, FreshnessStatus
from generator.features.editions.freshness_sentences import BASIS, HOUSE_POLICY, TERMS, explain, verdict
from generator.features.editions.place_editions import Edition, periods_of
from generator.features.editions.survey import editions_by_place, judge_place, place_editions
from generator.features.editions.unchecked_phones import checks_of, explain_checks
from generator.model.addresses import FRESHNESS_FEED, catalogue_address, record_address
from generator.model.calendar import period_name
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.facets import record_title
from generator.model.page import Link
from generator.model.places import districts_of, places_below, top_place
from generator.model.record import Record
from generator.model.source import Source
from generator.render.facts import record_fact

_TONES = {
    FreshnessStatus.CURRENT: "good",
    FreshnessStatus.AWAITED: "plain",
    FreshnessStatus.NO_RECORD: "silent",
    FreshnessStatus.LATE: "wait",
    FreshnessStatus.OVERDUE: "stop",
    FreshnessStatus.DELINQUENT: "stop",
    FreshnessStatus.NONE: "over",
}
TURNS = {Turn.NEW: "新增", Turn.CHANGED: "有变化", Turn.KEPT: "照旧", Turn.ENDED: "不再提供"}


class FreshnessView(NamedTuple):
    """How fresh one place's catalogue is; `bound`: the policy asks for it; `checks`: how its numbers stand."""

    place: Link
    verdict: str
    tone: str
    sentence: str
    bound: bool
    entries: int
    confirmed_on: date | None
    checks: str
    inside: tuple[FreshnessView, ...] = ()


class EditView(NamedTuple):
    """One field before and now."""

    label: str
    before: str
    after: str


_TURN_TONES = {Turn.NEW: "good", Turn.CHANGED: "wait", Turn.ENDED: "over"}
"""Of the badges, by what became of an entry."""


class CarriedView(NamedTuple):
    """What became of one entry; `before` leads to the record of the half-year before."""

    turn: str
    tone: str
    entry: Link
    before: Link | None
    edits: tuple[EditView, ...]


class PlaceTurns(NamedTuple):
    """What became of one place's entries; those that stayed as they were are only counted."""

    place: Link
    entries: int
    kept: int
    turned: tuple[CarriedView, ...]
    is_first: bool


@dataclass(frozen=True, slots=True)
class EditionBoardContext:
    """What the board of catalogues may name."""

    city: FreshnessView
    districts: tuple[FreshnessView, ...]
    """Their townships inside."""
    counts: tuple[tuple[tuple[str, str], int], ...]
    """How many districts stand how: the verdict in short with its tone, and a number."""
    covered: int
    """How many of all `townships` have a catalogue of their own."""
    townships: int
    periods: tuple[Link, ...]
    rules: tuple[str, ...]
    feeds: tuple[FeedView, ...]


def board_context(source: Source, _key: str) -> EditionBoardContext:
    """How fresh every place's catalogue is."""
    catalogue = source.catalogue
    districts = tuple(_district(source, each) for each in districts_of(catalogue))
    editions = editions_by_place(catalogue).values()
    return EditionBoardContext(
        city=freshness_view(source, top_place(catalogue)),
        districts=districts,
        counts=tuple(Counter((each.verdict.partition(" ")[0], each.tone) for each in districts).items()),
        covered=sum(town.entries > 0 for each in districts for town in each.inside),
        townships=sum(len(each.inside) for each in districts),
        periods=tuple(
            Link(period_name(period), catalogue_address(period))
            for period in periods_of(each for found in editions for each in found)
        ),
        rules=(BASIS, TERMS, HOUSE_POLICY),
        feeds=(FeedView("Atom 订阅", "帮扶目录更新提醒", FRESHNESS_FEED, "application/atom+xml"),),
    )


def freshness_view(source: Source, place: Record) -> FreshnessView:
    """How fresh a place's catalogue is on the day the site is built for."""
    found: Freshness = judge_place(source.catalogue, place.key, source.as_of)
    return FreshnessView(
        place=_place(source.catalogue, place.key),
        verdict=verdict(found),
        tone=_TONES[found.status],
        sentence=explain(found),
        bound=found.bound,
        entries=found.entries,
        confirmed_on=found.confirmed_on,
        checks=explain_checks(checks_of(source.catalogue, place.key, source.as_of)),
    )


@dataclass(frozen=True, slots=True)
class EditionContext:
    """What the page of one half-year may name."""

    previous: Link | None
    """None for the first."""
    places: tuple[PlaceTurns, ...]
    """Those whose catalogue is there."""
    totals: tuple[tuple[str, int], ...]
    """By what became of the entries."""


def period_context(source: Source, key: str) -> EditionContext:
    """What became of every place's entries in a half-year."""
    catalogue = source.catalogue
    editions = editions_by_place(catalogue)
    periods = periods_of(each for found in editions.values() for each in found)
    older = [each for each in periods if each < key]
    places = tuple(_turns(catalogue, editions[code], code, key) for code in editions if _has(editions[code], key))
    turned = Counter(each.turn for place in places for each in place.turned)
    kept = sum(place.kept for place in places)
    return EditionContext(
        previous=Link(period_name(older[0]), catalogue_address(older[0])) if older else None,
        places=places,
        totals=tuple((name, kept if turn is Turn.KEPT else turned[name]) for turn, name in TURNS.items()),
    )


@dataclass(frozen=True, slots=True)
class CarriedContext:
    """What the page of an offer may name of the editions it stands in."""

    carried: CarriedView | None
    """What became of the entry since the half-year before; None: nothing to compare with."""
    later: Link | None
    """The newest record of the same entry, where that is another."""
    freshness: FreshnessView
    """Of the catalogue it stands in."""
    has_lapsed: bool
    """Whether its last day has passed."""


def carried_context(source: Source, record: Record) -> CarriedContext:
    """An entry among those of other half-years."""
    catalogue = source.catalogue
    place = catalogue.with_role("place")[text_in(record, "division")]
    editions = place_editions(catalogue, place.key)
    carried, newest = carried_entry(editions, record), newest_of(editions, record)
    return CarriedContext(
        carried=_view(catalogue, carried) if carried else None,
        later=None if newest is record else Link(period_name(text_in(newest, "period")), _address(newest)),
        freshness=freshness_view(source, place),
        has_lapsed=has_lapsed(record, source.as_of),
    )


@dataclass(frozen=True, slots=True)
class FreshnessContext:
    """What the page of a place may name of its own catalogue."""

    freshness: FreshnessView


def freshness_context(source: Source, record: Record) -> FreshnessContext:
    """How fresh a place's own catalogue is."""
    return FreshnessContext(freshness=freshness_view(source, record))


def _district(source: Source, district: Record) -> FreshnessView:
    inside = tuple(freshness_view(source, each) for each in places_below(source.catalogue, district))
    return freshness_view(source, district)._replace(inside=inside)


def _has(editions: Iterable[Edition], period: str) -> bool:
    return any(each.period == period for each in editions)


def _turns(catalogue: Catalogue, editions: tuple[Edition, ...], code: str, period: str) -> PlaceTurns:
    found = carry_over(editions, period)
    entries = next(len(each.entries) for each in editions if each.period == period)
    return PlaceTurns(
        place=_place(catalogue, code),
        entries=entries,
        kept=sum(each.turn is Turn.KEPT for each in found),
        turned=tuple(_view(catalogue, each) for each in found if each.turn is not Turn.KEPT),
        is_first=not found,
    )


def _view(catalogue: Catalogue, carried: Carried) -> CarriedView:
    entry, before = carried.entry, carried.before
    columns = catalogue.datasets[entry.dataset].columns
    return CarriedView(
        turn=TURNS[carried.turn],
        tone=_TURN_TONES.get(carried.turn, "plain"),
        entry=Link(record_title(catalogue, entry), _address(entry)),
        before=Link(period_name(text_in(before, "period")), _address(before)) if before else None,
        edits=tuple(
            EditView(
                columns[name].title,
                record_fact(catalogue, before, columns[name]).text if before else "",
                record_fact(catalogue, entry, columns[name]).text,
            )
            for name in carried.fields
            if not columns[name].personal
        ),
    )


def _place(catalogue: Catalogue, code: str) -> Link:
    return Link(
        record_title(catalogue, catalogue.with_role("place")[code]), record_address(catalogue.named("place"), code)
    )


def _address(record: Record) -> str:
    return record_address(record.dataset, record.key)
