"""Places to what pages say of following them: their feeds, and the card with the lines that put it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from generator.features.following.addresses import feed_address, place_card_address
from generator.features.following.news import WARNED_BEFORE
from generator.features.following.pages import followed_places, is_offered
from generator.features.following.reach import followed_for, reach_of_place
from generator.model.addresses import record_address
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
        _FRAME.format(address=escape(f"{site_url}{card}"), title=escape(title)) if site_url else "",
    )
