"""The way in for those who report: one page that says how, and the browser forms behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.domain.editing import FORMS, FORMS_APP
from generator.model.catalogue import Catalogue
from generator.model.page import Download, Page, TopicSubject
from generator.model.project import Settings
from generator.plan.listings import HOME
from generator.plan.topic import Topic


def _plan(_catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    yield Page(
        address=FORMS,
        title=ADMIN.title,
        template="admin/index",
        frame=ADMIN.name,
        subject=TopicSubject("admin", "", ()),
        crumbs=(HOME,),
    )


def _downloads(_catalogue: Catalogue) -> Iterator[Download]:
    yield Download(FORMS_APP, "forms-page", ())
    yield Download(f"{FORMS_APP}config.json", "forms-config", ())


ADMIN = Topic("admin", "在线填报", "怎样报送", (), _plan, _downloads)
