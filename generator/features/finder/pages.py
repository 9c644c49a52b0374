"""The finder to its pages and files: four questions, and the same answers by district and need without a script."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.finder.clerk_file import clerk_parts
from generator.features.finder.compact_json import DETAILS_A_FILE
from generator.features.finder.districts import records_for
from generator.model.addresses import FINDER, LISTING_POLICY, clerk_address, finder_address, finder_file
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.feature import Topic
from generator.model.page import Download, Link, Page, TopicSubject
from generator.model.places import districts_of, find_top, top_place
from generator.model.project import Settings
from generator.model.record import Record
from generator.plan.listings import LISTINGS_HOME

_NEEDS = ("place", "category", "group", "household_type", "offer", "window")
USES = (*_NEEDS, "need_kind", "help_line")
"""Whose records its pages and files are drawn from; without kinds of need it works as well, less finely."""


def _plan(catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    if find_top(catalogue) is None:
        return
    reads = catalogue.named_all(USES)
    yield _page(FINDER, FIND.title, "finder/start", TopicSubject("find-start", "", reads), (LISTINGS_HOME,))
    top = Link(FIND.title, FINDER)
    yield _page(LISTING_POLICY, "收录规则", "finder/policy", TopicSubject("find-policy", "", ()), (LISTINGS_HOME, top))
    for place in _places(catalogue):
        name = text_in(place, "name")
        own = finder_address(place.key)
        yield _page(
            own,
            f"{name}：找帮扶",
            "finder/district",
            TopicSubject("find-district", place.key, reads),
            (LISTINGS_HOME, top),
        )
        for category in catalogue.with_role("category").values():
            subject = TopicSubject("find-need", f"{place.key}/{category.key}", reads)
            title = f"{name}：{text_in(category, 'name')}"
            address = finder_address(place.key, category.key)
            yield _page(address, title, "finder/need", subject, (LISTINGS_HOME, top, Link(name, own)))


def _page(address: str, title: str, template: str, subject: TopicSubject, crumbs: tuple[Link, ...]) -> Page:
    return Page(address, title, template, FIND.name, subject, crumbs)


def _files(catalogue: Catalogue) -> Iterator[Download]:
    """What the finder loads: the rules once, a file a place to match with (the city too), what is shown in parts."""
    if find_top(catalogue) is None:
        return
    reads = catalogue.named_all(USES)
    yield Download(finder_file("rules"), "find-rules", reads)
    for place in _places(catalogue):
        yield Download(finder_file(place.key), "find-district", reads, place.key)
        for part in range(-(-len(records_for(catalogue, place.key)) // DETAILS_A_FILE)):
            yield Download(finder_file(place.key, part), "find-details", reads, f"{place.key}/{part}")
        yield Download(clerk_address(place.key), "find-clerk", reads, f"{place.key}/{clerk_parts()}")


def _places(catalogue: Catalogue) -> tuple[Record, ...]:
    return (top_place(catalogue), *districts_of(catalogue))


FIND = Topic("find", "我要找帮扶", "找帮扶", _NEEDS, _plan, _files)
