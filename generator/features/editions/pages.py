"""Supply catalogues to their pages: the board of how fresh each is, and what changed in each half-year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.editions.place_editions import periods_of
from generator.features.editions.survey import editions_by_place
from generator.model.addresses import CATALOGUES, FRESHNESS_FEED, catalogue_address
from generator.model.calendar import period_name
from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.page import Download, Link, Page, TopicSubject
from generator.model.places import find_top
from generator.model.project import Settings
from generator.model.role import Roles
from generator.plan.listings import LISTINGS_HOME

_NEEDS = Roles(("place", "offer"))


def _plan(catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    if find_top(catalogue) is None:
        return
    yield Page(
        address=CATALOGUES,
        title=CATALOGUE_BOARD.title,
        template="editions/board",
        frame=CATALOGUE_BOARD.name,
        subject=TopicSubject("catalogues-board", "", _NEEDS),
        crumbs=(LISTINGS_HOME,),
    )
    for period in periods_of(each for found in editions_by_place(catalogue).values() for each in found):
        yield Page(
            address=catalogue_address(period),
            title=f"{period_name(period)}供给信息目录",
            template="editions/half_year",
            frame=CATALOGUE_BOARD.name,
            subject=TopicSubject("catalogues-period", period, _NEEDS),
            crumbs=(LISTINGS_HOME, Link(CATALOGUE_BOARD.title, CATALOGUES)),
        )


def _downloads(catalogue: Catalogue) -> Iterator[Download]:
    if find_top(catalogue) is not None:
        yield Download(FRESHNESS_FEED, "freshness-atom", _NEEDS)


CATALOGUE_BOARD = Topic("catalogues", "帮扶目录更新情况", "看公开", _NEEDS, _plan, _downloads)
