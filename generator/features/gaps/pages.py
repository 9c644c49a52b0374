"""Ledgers and catalogues to the board of gaps: all districts, one kind of help, one place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.gaps.ledgers import LEDGER, ledger_period
from generator.model.addresses import GAPS, gaps_address
from generator.model.catalogue import Catalogue
from generator.model.facets import record_title
from generator.model.feature import Topic
from generator.model.page import Download, Link, Page, TopicSubject
from generator.model.places import districts_of
from generator.model.project import Settings
from generator.model.role import Roles
from generator.plan.listings import LISTINGS_HOME

_NEEDS = Roles(("place", "category", "group", "offer", LEDGER))


def _plan(catalogue: Catalogue, _settings: Settings, as_of: date) -> Iterator[Page]:
    if ledger_period(catalogue, as_of) is None:
        return
    yield _page(GAPS, GAP_BOARD.title, "gaps/board", TopicSubject("gaps-board", "", _NEEDS), (LISTINGS_HOME,))
    crumbs = (LISTINGS_HOME, Link(GAP_BOARD.title, GAPS))
    for key, each in catalogue.with_role("category").items():
        title = f"{record_title(catalogue, each)}：需求和资源"
        subject = TopicSubject("gaps-category", f"category/{key}", _NEEDS)
        yield _page(gaps_address("category", key), title, "gaps/board_of_category", subject, crumbs)
    for place in districts_of(catalogue):
        title = f"{record_title(catalogue, place)}：需求和资源"
        subject = TopicSubject("gaps-place", f"division/{place.key}", _NEEDS)
        yield _page(gaps_address("division", place.key), title, "gaps/board_of_place", subject, crumbs)


def _page(address: str, title: str, template: str, subject: TopicSubject, crumbs: tuple[Link, ...]) -> Page:
    return Page(address, title, template, GAP_BOARD.name, subject, crumbs)


def _downloads(catalogue: Catalogue) -> Iterator[Download]:
    if not catalogue.with_role(LEDGER):
        return
    yield Download(f"{GAPS}gaps.csv", "gaps", _NEEDS)
    for key in catalogue.with_role("category"):
        yield Download(f"{gaps_address('category', key)}gaps.csv", "gaps", _NEEDS, f"category/{key}")
    for place in districts_of(catalogue):
        yield Download(f"{gaps_address('division', place.key)}gaps.csv", "gaps", _NEEDS, f"division/{place.key}")
        yield Download(f"{gaps_address('division', place.key)}needs.csv", "gap-needs", _NEEDS, place.key)


GAP_BOARD = Topic(
    "gaps", "需求和资源对照", "看公开", _NEEDS, _plan, _downloads, wanted=lambda settings: settings.needs_ledger
)
