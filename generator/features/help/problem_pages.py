"""Rules to their pages: one that lists them all, one for each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.help.explanations import EXPLANATIONS
from generator.model.addresses import PROBLEMS, problem_address
from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.page import Link, Page, TopicSubject
from generator.model.project import Settings
from generator.plan.listings import HOME


def _plan(_catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    name, title = PROBLEM_PAGES.name, PROBLEM_PAGES.title
    yield Page(PROBLEMS, title, "problems/all", name, TopicSubject("problems", "", ()), crumbs=(HOME,))
    for rule, explanation in EXPLANATIONS.items():
        yield Page(
            address=problem_address(rule),
            title=explanation.title,
            template="problems/problem",
            frame=name,
            subject=TopicSubject("problem", rule, ()),
            crumbs=(HOME, Link(title, PROBLEMS)),
        )


PROBLEM_PAGES = Topic("problems", "检查提示说明", "操作指南", (), _plan)
