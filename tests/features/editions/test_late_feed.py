"""The feed of late catalogues, read as a subscriber's program reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import feedparser

from generator.features.editions.late_feed import freshness_feed
from generator.model.addresses import FRESHNESS_FEED
from generator.model.page import Download
from tests.demonstration import demonstration_source

SOURCE = demonstration_source()
HOSTED = replace(SOURCE, settings=replace(SOURCE.settings, site_url="https://example.org/tj/"))


def read_on(day: date) -> Any:
    text = freshness_feed(replace(HOSTED, day=day), Download(FRESHNESS_FEED, "freshness-atom", ()))
    feed = feedparser.parse(text.encode())
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def test_a_district_without_a_first_catalogue_is_told_of_the_newest_first() -> None:
    feed = read_on(date(2026, 11, 25))
    assert feed.version == "atom10" and "津民发〔2024〕22号" in feed.feed.subtitle
    assert [entry.updated[:10] for entry in feed.entries] == sorted(
        (entry.updated[:10] for entry in feed.entries), reverse=True
    )
    assert "tag:example.org,2026:catalogues/120117/2026H1/no_record" in {entry.id for entry in feed.entries}
    assert all(entry.link.startswith("https://example.org/tj/divisions/1201") for entry in feed.entries)
    titles = [entry.title for entry in feed.entries]
    assert any("2026年上半年供给信息目录本站无记录 1 天" in title for title in titles)
    assert not any("逾期" in title for title in titles), "nobody was asked in writing in those days"


def test_entries_keep_their_identifiers_from_day_to_day() -> None:
    today, later = ({entry.id for entry in read_on(day).entries} for day in (date(2026, 11, 25), date(2026, 12, 31)))
    assert today and today <= later


def test_before_anything_is_late_the_feed_is_empty_and_well_formed() -> None:
    assert read_on(date(2026, 6, 30)).entries == []
