"""Feeds: read as a subscriber's program reads them; stable identifiers, the same bytes, any text well-formed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import feedparser
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.features.duties.obligations import Obligation
from generator.features.duties.subscriptions import render_feed
from generator.features.duties.survey import find_all_obligations
from generator.render.feeds import MOST
from tests.demonstration import TODAY, demonstration

PROJECT, CHECKED = demonstration()
HOSTED = replace(PROJECT.settings, site_url="https://example.org/tj/")
ADDRESS = "duties/feed.xml"


def on(day: date) -> tuple[Obligation, ...]:
    return find_all_obligations(CHECKED.catalogue, day, {})


def parsed(text: str) -> Any:
    feed = feedparser.parse(text.encode())
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def test_a_feed_reader_finds_the_news_the_newest_first() -> None:
    feed = parsed(render_feed(HOSTED, "全部", ADDRESS, on(TODAY)))
    assert feed.version == "atom10" and 20 < len(feed.entries) <= MOST
    moments = [entry.updated for entry in feed.entries]
    assert moments == sorted(moments, reverse=True) and feed.feed.updated == moments[0]
    assert all(entry.link.startswith("https://example.org/tj/") and entry.summary for entry in feed.entries)
    assert "慈善中国" in feed.feed.subtitle


def test_identifiers_are_unique_and_stay_the_same() -> None:
    today, later = (
        {entry.id for entry in parsed(render_feed(HOSTED, "全部", ADDRESS, on(day))).entries}
        for day in (TODAY, TODAY + timedelta(days=3))
    )
    assert len(today & later) > len(today) / 2
    assert all(each.startswith("tag:example.org,2026:") for each in today)


def test_without_an_address_links_lead_from_the_feed() -> None:
    feed = parsed(render_feed(PROJECT.settings, "全部", "duties/organization/x/feed.xml", on(TODAY)))
    links = {entry.id.partition(":projects")[2]: entry.link for entry in feed.entries}
    assert links["/p2026-027/project-progress/2"] == "../../../projects/p2026-027/#duty-project-progress-2"


def test_the_same_day_gives_the_same_bytes() -> None:
    assert render_feed(HOSTED, "全部", ADDRESS, on(TODAY)) == render_feed(HOSTED, "全部", ADDRESS, on(TODAY))


@settings(deadline=None, max_examples=50)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40))
def test_any_name_gives_a_well_formed_feed(name: str) -> None:
    feed = parsed(render_feed(HOSTED, f"《{name}》", ADDRESS, ()))
    assert feed.entries == [] and feed.feed.updated.startswith("2026-01-01")
