"""An organisation, or everybody, to the feed and the calendar that a page offers."""

from __future__ import annotations

from typing import NamedTuple

from generator.domain.addresses import reminder_address
from generator.domain.disclosure.cells import records_in, text_in
from generator.render.source import Source


class FeedView(NamedTuple):
    """One file to subscribe to; `kind` is its media type."""

    label: str
    title: str
    address: str
    kind: str


def reminders_of(source: Source, organization: str = "") -> tuple[FeedView, ...]:
    """The Atom feed and the calendar; of everybody when no organisation is named."""
    name = reminder_name(source, organization)
    return (
        FeedView("日历（到期前十四天提醒）", name, reminder_address("calendar.ics", organization), "text/calendar"),
        FeedView("Atom 订阅", name, reminder_address("feed.xml", organization), "application/atom+xml"),
    )


def reminder_name(source: Source, organization: str) -> str:
    """What the feed and the calendar are called in a reader's list."""
    body = records_in(source.catalogue, "organizations").get(organization)
    return f"{text_in(body, 'name') if body else '全部组织'}公开期限提醒 - {source.settings.site_name}"
