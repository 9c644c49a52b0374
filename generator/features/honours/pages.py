"""Awards, incentives and grants to the page of who was honoured and supported, and to that of brand projects."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.page import Link, Page, TopicSubject
from generator.model.project import Settings
from generator.model.role import Roles
from generator.plan.listings import LISTINGS_HOME

_NEEDS = Roles(("award", "incentive", "grant", "project", "organization"))


def _plan(_catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    yield Page(
        address="honours/",
        title=HONOURS.title,
        template="honours/honours",
        frame=HONOURS.name,
        subject=TopicSubject("honours", "", _NEEDS),
        crumbs=(LISTINGS_HOME,),
    )
    yield Page(
        address="honours/brands/",
        title="品牌项目",
        template="honours/brands",
        frame=HONOURS.name,
        subject=TopicSubject("brands", "", Roles(("project", "award", "organization"))),
        crumbs=(LISTINGS_HOME, Link(HONOURS.title, "honours/")),
    )


HONOURS = Topic("honours", "荣誉和激励", "看典型", _NEEDS, _plan)
