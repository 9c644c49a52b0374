"""Disclosure duties to their pages: the public board."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.page import Page, TopicSubject
from generator.plan.listings import HOME
from generator.plan.topic import Topic

NEEDS = ("disclosure", "projects", "organizations")


def _plan(_catalogue: Catalogue, _as_of: date) -> Iterator[Page]:
    yield Page(
        address="duties/",
        title=DUTIES.title,
        template="duties/board",
        frame=DUTIES.name,
        subject=TopicSubject("duties-board", "", NEEDS),
        crumbs=(HOME,),
    )


DUTIES = Topic("duties", "公开义务落实情况", "看公开", NEEDS, _plan)
