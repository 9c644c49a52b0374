"""Evaluations and bulletins to the page of how projects were judged and what people said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.page import Page, TopicSubject
from generator.model.project import Settings
from generator.model.role import Roles
from generator.plan.listings import LISTINGS_HOME

_NEEDS = Roles(("evaluation", "bulletin", "project", "category"))


def _plan(_catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    yield Page(
        address="feedback/",
        title=FEEDBACK.title,
        template="feedback/feedback",
        frame=FEEDBACK.name,
        subject=TopicSubject("feedback", "", _NEEDS),
        crumbs=(LISTINGS_HOME,),
    )


FEEDBACK = Topic("feedback", "评估和反馈", "看典型", _NEEDS, _plan)
