"""The plan of the pages whose forms are filled on paper or on the screen, and printed from the browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.page import Link, Page, TopicSubject
from generator.model.project import Settings
from generator.plan.listings import LISTINGS_HOME

_PAGES = (("referral", "转介单和同意书"), ("seen", "发现有人需要帮助"))


def _plan(_catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    yield Page(
        address=f"{SLIPS.name}/",
        title=SLIPS.title,
        template="slips/index",
        frame=SLIPS.name,
        subject=TopicSubject("slips-index", "", ()),
        crumbs=(LISTINGS_HOME,),
    )
    for name, title in _PAGES:
        yield Page(
            address=f"{SLIPS.name}/{name}/",
            title=title,
            template=f"slips/{name}",
            frame=SLIPS.name,
            subject=TopicSubject(f"slips-{name}", "", ()),
            crumbs=(LISTINGS_HOME, Link(SLIPS.title, f"{SLIPS.name}/")),
        )


SLIPS = Topic("slips", "转介和报告", "找帮扶", (), _plan)
