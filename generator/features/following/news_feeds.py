"""The news of one kind of help in one place to an Atom feed."""

from __future__ import annotations

from generator.features.editions.survey import place_editions
from generator.features.following.news import WARNED_BEFORE, News, NewsKind, news_of
from generator.features.following.reach import reach_of_place
from generator.model.addresses import record_address, url_path
from generator.model.calendar import chinese_date
from generator.model.cells import day_in, text_in
from generator.model.facets import record_title
from generator.model.page import Download
from generator.model.record import Record
from generator.model.source import Source
from generator.render.cards import record_summary
from generator.render.feeds import Feed, FeedEntry, write_feed

NEWS_WORDS = {
    NewsKind.NEW: "新增",
    NewsKind.REOPENED: "再次开放",
    NewsKind.ENDING: "快要结束",
    NewsKind.CLOSED: "已停办",
}


def news_feed(source: Source, download: Download) -> str:
    """The newest first; an entry of the whole city or district says so."""
    catalogue = source.catalogue
    key, _, category = download.key.partition("/")
    place, kind = catalogue.with_role("place")[key], catalogue.with_role("category")[category]
    name, help_ = record_title(catalogue, place), record_title(catalogue, kind)
    feed = Feed(
        f"{name}的{help_}：帮扶变化 - {source.settings.site_name}",
        f"{name}新增、再次开放、快要结束（提前 {WARNED_BEFORE} 天）和停办的{help_}资源。{about_above(source, place)}"
        "只到半年最后一天的，下一期会再确认，不算结束。",
        download.address,
        url_path(record_address(place.dataset, place.key)),
    )
    found = (
        news
        for entry in reach_of_place(catalogue, key).get(category, ())
        for news in news_of(place_editions(catalogue, text_in(entry, "division")), entry, source.as_of)
    )
    ordered = sorted(found, key=lambda each: (-each.day.toordinal(), each.uid))
    return write_feed(source.settings, feed, [_entry(source, place, each) for each in ordered])


def about_above(source: Source, place: Record) -> str:
    """That a feed holds more than the place's own; empty for the city."""
    above = [record_title(source.catalogue, each) for each in source.catalogue.ancestors(place)]
    name = record_title(source.catalogue, place)
    return f"{'、'.join(above)}办的、{name}的人也能申请的，都在里面，标题里写着由哪里发布。" if above else ""


def _entry(source: Source, place: Record, news: News) -> FeedEntry:
    catalogue, entry = source.catalogue, news.entry
    title = f"{NEWS_WORDS[news.kind]}：{record_title(catalogue, entry)}"
    division = text_in(entry, "division")
    if division != place.key:
        home = catalogue.with_role("place").get(division)
        title += f"（{record_title(catalogue, home) if home else division}）"
    link = url_path(record_address(entry.dataset, entry.key))
    return FeedEntry(news.uid, title, _text(source, news), news.day, link)


def _text(source: Source, news: News) -> str:
    """No telephone: it could be another one by the time somebody reads this."""
    summary, last = record_summary(source.catalogue, news.entry), day_in(news.entry, "valid_to")
    until = f"到 {chinese_date(last)} 为止。" if last and news.kind is not NewsKind.CLOSED else ""
    return f"{summary}{until}"
