"""The board of duties to files: tables to take away, feeds and calendars to subscribe to."""

from __future__ import annotations

from collections.abc import Sequence

from generator.features.duties.board_views import all_lines, lines_in, lines_of_organization
from generator.features.duties.download_tables import duties_csv, duties_json
from generator.features.duties.obligations import Obligation
from generator.features.duties.reminder_views import feed_name
from generator.features.duties.subscriptions import render_calendar, render_feed
from generator.model.page import Download
from generator.model.source import Source


def board_csv(source: Source, download: Download) -> str:
    """Everything on the board, or one volume of it, as a table."""
    return duties_csv(lines_in(source, download.key))


def board_json(source: Source, download: Download) -> str:
    """The same for programs."""
    return duties_json(lines_in(source, download.key))


def duties_calendar(source: Source, download: Download) -> str:
    """What an organisation and its projects, or all, still have to publish, by the last day."""
    found = _answered_for(source, download.key)
    return render_calendar(source.settings, feed_name(source, download.key), found, source.as_of)


def duties_feed(source: Source, download: Download) -> str:
    """What changed for an organisation and its projects, or for all."""
    found = _answered_for(source, download.key)
    return render_feed(source.settings, feed_name(source, download.key), download.address, found)


def _answered_for(source: Source, organization: str) -> Sequence[Obligation]:
    return lines_of_organization(source, organization) if organization else all_lines(source)
