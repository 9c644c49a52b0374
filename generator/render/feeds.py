"""Obligations to an Atom feed that a charity subscribes to: what is newly owed, comes soon, was missed or settled."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, timezone

from feedgen.feed import FeedGenerator

from generator.domain.addresses import record_address, root_prefix, url_path
from generator.domain.disclosure.obligations import Obligation
from generator.domain.disclosure.reminders import Reminder, find_news
from generator.model.project import Settings
from generator.render.identity import site_host

MOST = 200
"""Entries in one feed; feed readers keep what they have seen."""
SHANGHAI = timezone(timedelta(hours=8))


def render_feed(settings: Settings, name: str, address: str, obligations: Iterable[Obligation], as_of: date) -> str:
    """The feed's text for its place on the site; same obligations and day, same bytes."""
    news = find_news(obligations)[:MOST]
    feed = FeedGenerator()
    feed.id(_tag(settings, address))
    feed.title(name)
    feed.subtitle("法定公开平台是“慈善中国”，本站只作提示，不代替。")
    feed.author({"name": settings.authority or settings.site_name})
    feed.updated(_moment(news[0].changed if news else as_of))
    feed.generator("mingshan")
    feed.link(href=_href(settings, address, address), rel="self", type="application/atom+xml")
    feed.link(href=_href(settings, address, "duties/"), rel="alternate", type="text/html")
    for reminder in news:
        _add_entry(feed, settings, address, reminder)
    text: bytes = feed.atom_str(pretty=True)
    return text.decode() + "\n"


def _add_entry(feed: FeedGenerator, settings: Settings, address: str, reminder: Reminder) -> None:
    entry = feed.add_entry(order="append")
    entry.id(_tag(settings, reminder.uid))
    entry.title(reminder.title)
    entry.summary(reminder.text)
    entry.updated(_moment(reminder.changed))
    entry.link(href=_href(settings, address, record_address(reminder.dataset, reminder.record)))


def _href(settings: Settings, own: str, address: str) -> str:
    """Whole where the site knows its own address, else the way from the feed."""
    return (settings.site_url or root_prefix(own) or "./") + url_path(address)


def _tag(settings: Settings, name: str) -> str:
    """A tag URI (RFC 4151): an identifier that is nobody's address and never changes."""
    return f"tag:{site_host(settings)},2026:{url_path(name)}"


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)
