"""A place, or one entry of a catalogue, to the card that others may show."""

from __future__ import annotations

from generator.features.editions.entry_state import is_open
from generator.features.editions.survey import place_editions
from generator.features.following.card_page import EmbedCard, card_page
from generator.features.following.entry_cards import newest_record, tombstone_address
from generator.features.following.reach import reach_of_place
from generator.model.addresses import record_address, url_path
from generator.model.calendar import chinese_date
from generator.model.cells import day_in, text_in
from generator.model.facets import record_title
from generator.model.page import Download
from generator.model.record import Record
from generator.model.source import Source
from generator.render.cards import record_summary

_OVER = "over"
_GONE = "新一期目录里没有这一项，请不要再按以前的说法去办。"
_CLOSED = {"closed": "这一项已经停办。", "expired": "这一项已经结束。"}
_LAPSED = "这一项的有效期已经过了。"


def place_card_file(source: Source, download: Download) -> str:
    """How many entries of each kind can be applied for today."""
    catalogue = source.catalogue
    place = catalogue.with_role("place")[download.key]
    categories = catalogue.with_role("category")
    counts = {
        record_title(catalogue, categories[category]): sum(is_open(each, source.as_of) for each in entries)
        for category, entries in reach_of_place(catalogue, place.key).items()
    }
    total = sum(counts.values())
    listed = "、".join(f"{name} {count} 项" for name, count in counts.items() if count)
    lines = (listed, "也包括上一级办的。" if catalogue.ancestors(place) and total else "")
    none = ("现在没有可以申请的帮扶登记在这里；没有登记不等于没有帮助，请到窗口问一问。",)
    card = EmbedCard(
        f"{record_title(catalogue, place)}：现在能申请的帮扶 {total} 项",
        lines if total else none,
        chinese_date(source.as_of),
        url_path(record_address(place.dataset, place.key)),
    )
    return card_page(source.settings.site_name, card)


def offer_card_file(source: Source, download: Download) -> str:
    """The entry as its newest record has it; one that is over says nothing but that."""
    place, _, number = download.key.partition("/")
    record = newest_record(source.catalogue, place, number)
    card = _purged(source, number) if record is None else _offer(source, record)
    return card_page(source.settings.site_name, card)


def _offer(source: Source, record: Record) -> EmbedCard:
    catalogue, title = source.catalogue, record_title(source.catalogue, record)
    link = url_path(record_address(record.dataset, record.key))
    day = chinese_date(day_in(record, "confirmed_on") or source.as_of)
    if why := _why_over(source, record):
        return EmbedCard(f"{title}：已撤下", (why,), chinese_date(source.as_of), link, _OVER)
    labels = catalogue.datasets[record.dataset].known_fields["status"].labels
    status = text_in(record, "status")
    place = catalogue.with_role("place").get(text_in(record, "division"))
    lines = (
        labels.get(status, status),
        record_summary(catalogue, record),
        "，".join(filter(None, (record_title(catalogue, place) if place else "", text_in(record, "provider")))),
    )
    return EmbedCard(title, lines, day, link)


def _why_over(source: Source, record: Record) -> str:
    """Empty for what can still be had, or will be again."""
    editions = place_editions(source.catalogue, text_in(record, "division"))
    if editions and editions[-1].period != text_in(record, "period"):
        return _GONE
    if known := _CLOSED.get(text_in(record, "status")):
        return known
    last = day_in(record, "valid_to")
    return _LAPSED if last and last < source.as_of else ""


def _purged(source: Source, number: str) -> EmbedCard:
    link = url_path(tombstone_address(source.catalogue, number))
    return EmbedCard("已撤下", ("这一项的内容已经删除。",), chinese_date(source.as_of), link, _OVER)
