"""News to an Atom feed that people subscribe to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

from generator.model.addresses import root_prefix, url_path
from generator.model.project import Settings
from generator.render.feed_and_calendar_names import site_host

if TYPE_CHECKING:
    from feedgen.feed import FeedGenerator

MOST = 200
"""Entries in one feed; feed readers keep what they have seen."""
SHANGHAI = timezone(timedelta(hours=8))
_BEFORE_ALL = date(2026, 1, 1)
"""When a feed without news was changed last: not today, or it would be another file every day."""


class Feed(NamedTuple):
    """What a feed is called; `address` is its own on the site, `home` that of the page it tells about."""

    name: str
    subtitle: str
    address: str
    home: str


class FeedEntry(NamedTuple):
    """One piece of news; `uid` names it for ever, `link` leads to it from the site's root."""

    uid: str
    title: str
    text: str
    changed: date
    link: str


def write_feed(settings: Settings, given: Feed, entries: Sequence[FeedEntry]) -> str:
    """The text of any feed; entries come the newest first."""
    from feedgen.feed import FeedGenerator  # only when a feed is written: it is slow to come

    feed = FeedGenerator()
    feed.id(_tag(settings, given.address))
    feed.title(given.name)
    feed.subtitle(given.subtitle)
    feed.author({"name": settings.authority or settings.site_name})
    feed.updated(_moment(entries[0].changed if entries else _BEFORE_ALL))
    feed.generator("mingshan")
    feed.link(href=_href(settings, given.address, url_path(given.address)), rel="self", type="application/atom+xml")
    feed.link(href=_href(settings, given.address, given.home), rel="alternate", type="text/html")
    for each in entries[:MOST]:
        _add_entry(feed, settings, given.address, each)
    text: bytes = feed.atom_str(pretty=True)
    return text.decode() + "\n"


def _add_entry(feed: FeedGenerator, settings: Settings, address: str, given: FeedEntry) -> None:
    entry = feed.add_entry(order="append")
    entry.id(_tag(settings, given.uid))
    entry.title(given.title)
    entry.summary(given.text)
    entry.updated(_moment(given.changed))
    entry.link(href=_href(settings, address, given.link))


def _href(settings: Settings, own: str, address: str) -> str:
    """Whole where the site knows its own address, else the way from the feed."""
    return (settings.site_url or root_prefix(own) or "./") + address


def _tag(settings: Settings, name: str) -> str:
    """A tag URI (RFC 4151): an identifier that is nobody's address and never changes."""
    return f"tag:{site_host(settings)},2026:{url_path(name)}"


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=SHANGHAI)
