"""Districts' catalogues to an Atom feed of those that fell late, overdue or delinquent."""

from __future__ import annotations

from generator.features.editions.freshness_sentences import BASIS, TERMS, explain, verdict
from generator.features.editions.lapses import District, Lapse, find_lapses
from generator.features.editions.survey import editions_by_place, first_day, question_days
from generator.model.addresses import CATALOGUES, record_address, url_path
from generator.model.calendar import period_name
from generator.model.facets import record_title
from generator.model.page import Download
from generator.model.places import districts_of
from generator.model.record import Record
from generator.model.source import Source
from generator.render.feeds import Feed, FeedEntry, write_feed


def freshness_feed(source: Source, download: Download) -> str:
    """The news of all districts, the newest first."""
    name = f"帮扶目录更新提醒 - {source.settings.site_name}"
    feed = Feed(name, f"{BASIS}。{TERMS}。", download.address, CATALOGUES)
    return write_feed(source.settings, feed, _entries(source))


def _entries(source: Source) -> tuple[FeedEntry, ...]:
    since = first_day(source.catalogue) or source.as_of
    found = (
        _entry(source, place, lapse)
        for place in districts_of(source.catalogue)
        for lapse in find_lapses(_district(source, place.key), source.as_of, since)
    )
    return tuple(sorted(found, key=lambda each: (-each.changed.toordinal(), each.uid)))


def _district(source: Source, code: str) -> District:
    catalogue = source.catalogue
    return District(code, editions_by_place(catalogue)[code], lambda period: question_days(catalogue, code, period))


def _entry(source: Source, place: Record, lapse: Lapse) -> FeedEntry:
    name = record_title(source.catalogue, place)
    title = f"{name}：{period_name(lapse.freshness.owed.label)}供给信息目录{verdict(lapse.freshness)}"
    link = f"{url_path(record_address(place.dataset, place.key))}#offer"
    return FeedEntry(lapse.uid, title, explain(lapse.freshness), lapse.day, link)
