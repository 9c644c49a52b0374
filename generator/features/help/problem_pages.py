"""Rules to their pages: one that lists them all, one for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.model.addresses import ADDRESSES_PROBLEMS, problem_address
from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.page import Link, Page, TopicSubject
from generator.model.project import Settings
from generator.model.rule import Rule
from generator.plan.listings import LISTINGS_HOME


def plan_rules(rules: Iterable[Rule]) -> Iterator[Page]:
    """A page for each of these rules, on any instance."""
    name, title = PROBLEM_PAGES.name, PROBLEM_PAGES.title
    yield Page(
        ADDRESSES_PROBLEMS, title, "help/problems", name, TopicSubject("problems", "", ()), crumbs=(LISTINGS_HOME,)
    )
    for rule in rules:
        yield Page(
            address=problem_address(rule.code),
            title=rule.title,
            template="help/problem",
            frame=name,
            subject=TopicSubject("problem", rule.code, ()),
            crumbs=(LISTINGS_HOME, Link(title, ADDRESSES_PROBLEMS)),
        )


def _none(_catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    """No records and no day make these pages: they follow from the rules."""
    yield from ()


PROBLEM_PAGES = Topic("problems", "检查提示说明", "操作指南", (), _none)
