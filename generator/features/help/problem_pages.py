"""Rules to their pages: one that lists them all, one for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from generator.model.addresses import PROBLEMS, problem_address
from generator.model.catalogue import Catalogue
from generator.model.page import Link, Page, TopicSubject
from generator.model.project import Settings
from generator.model.rule import Rule
from generator.plan.listings import HOME
from generator.plan.topic import Topic

NAME, TITLE = "problems", "检查提示说明"


def problem_pages(rules: Iterable[Rule]) -> Topic:
    """The pages of these rules, as a topic."""
    return Topic(NAME, TITLE, "操作指南", (), partial(_plan, tuple(rules)))


def _plan(rules: tuple[Rule, ...], _catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    yield Page(PROBLEMS, TITLE, "problems/all", NAME, TopicSubject("problems", "", ()), crumbs=(HOME,))
    for rule in rules:
        yield Page(
            address=problem_address(rule.code),
            title=rule.title,
            template="problems/problem",
            frame=NAME,
            subject=TopicSubject("problem", rule.code, ()),
            crumbs=(HOME, Link(TITLE, PROBLEMS)),
        )
