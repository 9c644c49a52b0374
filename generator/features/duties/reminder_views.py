"""An organisation, or everybody, to the feed and the calendar that a page offers."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.addresses import reminder_address
from generator.model.cells import text_in
from generator.model.source import Source
from generator.render.feed_and_calendar_names import reminder_name


class FeedView(NamedTuple):
    """One file to subscribe to; `kind` is its media type."""

    label: str
    title: str
    address: str
    kind: str


def reminders_of(source: Source, organization: str = "") -> tuple[FeedView, ...]:
    """The Atom feed and the calendar; of everybody when no organisation is named."""
    name = feed_name(source, organization)
    return (
        FeedView("日历（到期前十四天提醒）", name, reminder_address("calendar.ics", organization), "text/calendar"),
        FeedView("Atom 订阅", name, reminder_address("feed.xml", organization), "application/atom+xml"),
    )


def feed_name(source: Source, organization: str) -> str:
    """What the feed and the calendar are called in a reader's list."""
    body = source.catalogue.with_role("organization").get(organization)
    return reminder_name(source.settings, text_in(body, "name") if body else "")
