"""A place to what its window prints: everything its residents can apply for, as data for the typesetter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.base.memoising import question
from generator.features.editions.survey import place_editions
from generator.features.finder.answers import Answers
from generator.features.finder.districts import records_for
from generator.features.finder.offers import Offer, offers_for
from generator.model.addresses import finder_address, record_address, url_path
from generator.model.calendar import chinese_date, period_name
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.facets import record_title
from generator.model.formats import call_address
from generator.model.page import Download
from generator.model.places import top_place
from generator.model.record import Record
from generator.model.source import Source
from generator.national.matching import MATCHING

CODELISTS = ("place", "category", "group", "household_type")
BESIDE = 3
"""The distance matching gives to what a neighbouring township offers."""
COLUMNS = (
    *("帮扶类别", "资源名称", "能得到什么", "收费", "说明", "谁能申请", "要带的材料", "怎么申请"),
    *("几个工作日答复", "咨询电话", "提供单位", "由哪里提供", "备注"),
)


def handbook_data(source: Source, download: Download) -> str:
    """Everything a place's residents can apply for, by kind of need."""
    place = source.catalogue.with_role("place")[download.key]
    offers = _offers(source, place)
    categories = [
        {
            "name": record_title(source.catalogue, category),
            "meaning": text_in(category, "description"),
            "offers": [_offer(source, each) for each in found],
        }
        for category, found in _by_need(source.catalogue, offers)
    ]
    links = [_url(source, each.address) for each in offers]
    return _dump(_common(source, place) | {"kinds": categories}, links)


def poster_data(source: Source, download: Download) -> str:
    """One page for the wall: whom to call, and what kinds of help there are."""
    place = source.catalogue.with_role("place")[download.key]
    categories = [
        {
            "name": record_title(source.catalogue, category),
            "count": len(found),
            "examples": [each.title for each in found],
        }
        for category, found in _by_need(source.catalogue, _offers(source, place))
    ]
    return _dump(_common(source, place) | {"kinds": categories}, [])


def workbook_data(source: Source, download: Download) -> str:
    """The same as the handbook, as one table."""
    place = source.catalogue.with_role("place")[download.key]
    common = _common(source, place)
    rows = [
        _row(record_title(source.catalogue, category), each)
        for category, found in _by_need(source.catalogue, _offers(source, place))
        for each in found
    ]
    note = f"{common['period']}{common['confirmed']}，来自{common['site']}。" + common["warning"]
    book = {"title": common["title"], "note": note, "columns": COLUMNS, "rows": rows, "date": common["date"]}
    return json.dumps(book, ensure_ascii=False)


def _offers(source: Source, place: Record) -> tuple[Offer, ...]:
    return _offers_of(source, place.key)


@question
def _offers_of(source: Source, key: str) -> tuple[Offer, ...]:
    """Once for all three files of a pack; on another day the same, as long as the same can be applied for."""
    place = source.catalogue.with_role("place")[key]
    district = place if len(source.catalogue.ancestors(place)) == 1 else source.catalogue.ancestors(place)[0]
    answers = Answers(place=place.key, today=source.as_of)
    return offers_for(source.catalogue, records_for(source.catalogue, district.key), answers, MATCHING)


def _by_need(catalogue: Catalogue, offers: tuple[Offer, ...]) -> Iterator[tuple[Record, list[Offer]]]:
    known = catalogue.with_role("offer")
    for key, category in catalogue.with_role("category").items():
        found = [each for each in offers if known[each.key].values["category"] == key]
        if found:
            yield category, sorted(found, key=lambda each: each.distance)


def _common(source: Source, place: Record) -> dict[str, Any]:
    """What all parts of a pack begin with."""
    catalogue, settings = source.catalogue, source.settings
    above = catalogue.ancestors(place)
    name = "".join(record_title(catalogue, each) for each in (*reversed(above[:-1]), place))
    around = (place_editions(catalogue, each.key) for each in (place, *above))
    newest = next((found[-1] for found in around if found), None)
    confirmed = newest.confirmed[-1] if newest and newest.confirmed else None
    windows = next((found for each in (place, *above) if (found := _windows(catalogue, each))), [])
    return {
        "title": f"{name}慈善帮扶窗口手册",
        "place": name,
        "site": settings.site_name,
        "authority": settings.authority,
        "warning": "这是演示资料：组织、项目、金额和电话都是虚构的。" if settings.demonstration else "",
        "period": f"{period_name(newest.period)}目录" if newest else "",
        "confirmed": f"，{chinese_date(confirmed)}核对" if confirmed else "",
        "date": (confirmed or date(2000, 1, 1)).isoformat(),
        "hotline": settings.hotline,
        "desks": windows,
        "page": _url(source, record_address(place.dataset, place.key)),
        "finder": _url(source, finder_address(_district_key(catalogue, place))),
    }


def _district_key(catalogue: Catalogue, place: Record) -> str:
    above = catalogue.ancestors(place)
    return above[0].key if above and above[0] is not top_place(catalogue) else place.key


def _windows(catalogue: Catalogue, place: Record) -> list[dict[str, str]]:
    names = ("name", "phone", "hours", "street_address", "directions", "notes")
    found = catalogue.pointing(place, "window.division")
    return [
        {**{name: text_in(each, name) for name in names}, "call": call_address(text_in(each, "phone"))}
        for each in found
    ]


def _offer(source: Source, offer: Offer) -> dict[str, Any]:
    return {
        **offer.details._asdict(),
        "title": offer.title,
        "who": (*offer.asked, *offer.lacking),
        "simplified": offer.simplified,
        "place": offer.place,
        "beside": offer.distance == BESIDE,
        "link": _url(source, offer.address),
    }


def _row(category: str, offer: Offer) -> list[str | int | None]:
    details = offer.details
    papers = "、".join(details.papers) + ("（低保、特困凭证件就行）" if offer.simplified else "")
    return [
        *(category, offer.title, details.standard, details.fee or "免费", details.summary),
        *("；".join((*offer.asked, *offer.lacking)), papers, details.how, details.days),
        *(details.phone, details.provider, offer.place, details.notes),
    ]


def _url(source: Source, address: str) -> str:
    """The full address; empty while the site does not know its own."""
    return f"{source.settings.site_url}{url_path(address)}" if source.settings.site_url else ""


def _dump(data: dict[str, Any], links: list[str]) -> str:
    """`codes` are the texts for which a QR code is needed."""
    wanted = (*(window["call"] for window in data["desks"]), data["page"], data["finder"], *links)
    return json.dumps({**data, "codes": [text for text in dict.fromkeys(wanted) if text]}, ensure_ascii=False)
