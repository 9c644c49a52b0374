"""Places to what pages say of following them: their feeds, and the card with the lines that put it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from generator.features.following.addresses import feed_address, offer_card_address, place_card_address
from generator.features.following.entry_cards import newest_record
from generator.features.following.news import WARNED_BEFORE
from generator.features.following.pages import followed_places, is_offered
from generator.features.following.reach import followed_for, reach_of_place
from generator.model.addresses import record_address
from generator.model.cells import text_in
from generator.model.facets import record_title
from generator.model.page import Link
from generator.model.record import Record
from generator.model.source import Source

_FRAME = '<iframe src="{address}" title="{title}" width="320" height="260" loading="lazy"></iframe>'


class FollowedView(NamedTuple):
    """A place that can be followed. Without the site's address there are neither `feeds` nor a `snippet`."""

    place: Link
    feeds: tuple[Link, ...]
    above: str
    """The place above whose help is told of, too; empty for the city."""
    card: str
    snippet: str


class PlaceFeed(NamedTuple):
    """A feed as the head of a page tells programs of it."""

    title: str
    address: str
    kind: str = "application/atom+xml"


@dataclass(frozen=True, slots=True)
class FollowingContext:
    """What the page of all places that can be followed may name."""

    places: tuple[FollowedView, ...]
    warned_before: int
    """Days before its last day that an entry is said to end."""


@dataclass(frozen=True, slots=True)
class PlaceFollowingContext:
    """What a place's page may say: None where nothing can be followed; a township without feeds shows those above."""

    following: FollowedView | None
    is_own: bool
    feeds: tuple[PlaceFeed, ...] = ()


@dataclass(frozen=True, slots=True)
class OfferFollowingContext:
    """The line that shows one entry elsewhere; empty for what an older half-year said of it."""

    snippet: str
    card: str


def offer_following_context(source: Source, offer: Record) -> OfferFollowingContext:
    """The card is called by the entry's number, which is the same in every half-year: its newest page gives it."""
    catalogue, number = source.catalogue, text_in(offer, "id")
    newest = newest_record(catalogue, text_in(offer, "division"), number)
    if not is_offered(catalogue) or newest is None or newest.key != offer.key:
        return OfferFollowingContext("", "")
    card = offer_card_address(number)
    return OfferFollowingContext(_snippet(source, card, record_title(catalogue, offer)), card)


def following_context(source: Source, _key: str) -> FollowingContext:
    """Every place, in the order of places."""
    places = tuple(_followed(source, each) for each in followed_places(source.catalogue))
    return FollowingContext(places, WARNED_BEFORE)


def place_following_context(source: Source, place: Record) -> PlaceFollowingContext:
    """Of the place itself, or of the nearest one above it that has feeds."""
    if not is_offered(source.catalogue):
        return PlaceFollowingContext(None, is_own=False)
    found = followed_for(source.catalogue, place)
    view = _followed(source, found)
    feeds = tuple(PlaceFeed(f"{view.place.title}：{each.title}", each.address) for each in view.feeds)
    return PlaceFollowingContext(view, is_own=found is place, feeds=feeds)


def _followed(source: Source, place: Record) -> FollowedView:
    catalogue, site_url = source.catalogue, source.settings.site_url
    categories, name = catalogue.with_role("category"), record_title(catalogue, place)
    above = catalogue.ancestors(place)
    card = place_card_address(place.key)
    feeds = (
        Link(record_title(catalogue, categories[each]), feed_address(place.key, each))
        for each in (reach_of_place(catalogue, place.key) if site_url else ())
    )
    title = f"{name}现在能申请的帮扶"
    return FollowedView(
        Link(name, record_address(place.dataset, place.key)),
        tuple(feeds),
        "、".join(record_title(catalogue, each) for each in above),
        card,
        _snippet(source, card, title),
    )


def _snippet(source: Source, card: str, title: str) -> str:
    """Nothing where the site does not know its address."""
    site_url = source.settings.site_url
    return _FRAME.format(address=escape(f"{site_url}{card}"), title=escape(title)) if site_url else ""
