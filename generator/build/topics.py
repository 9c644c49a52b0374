"""The visible table of what the field computes pages for; a new room of the house is one entry here."""

from __future__ import annotations

from generator.build.rules import RULES
from generator.features.calendar.pages import CALENDAR
from generator.features.duties.pages import DUTIES
from generator.features.duties.published_pages import PUBLISHINGS
from generator.features.editions.pages import CATALOGUE_BOARD
from generator.features.feedback.pages import FEEDBACK
from generator.features.finder.pages import FIND
from generator.features.gaps.pages import GAP_BOARD
from generator.features.help.pages import ADMIN
from generator.features.help.problem_pages import problem_pages
from generator.features.honours.pages import HONOURS
from generator.features.packs.pages import WINDOW_PACKS
from generator.features.statistics.pages import STATISTICS
from generator.model.catalogue import Catalogue
from generator.model.project import Settings
from generator.plan.topic import Topic

TOPICS: tuple[Topic, ...] = (
    FIND,
    DUTIES,
    PUBLISHINGS,
    CATALOGUE_BOARD,
    GAP_BOARD,
    STATISTICS,
    WINDOW_PACKS,
    CALENDAR,
    HONOURS,
    FEEDBACK,
    ADMIN,
    problem_pages(RULES.values()),
)
"""Every topic, in the order of the menu."""


def topics_of(catalogue: Catalogue, settings: Settings) -> tuple[Topic, ...]:
    """The topics that the settings want and whose datasets the instance declares."""
    wanted = (topic for topic in TOPICS if topic.wanted(settings))
    known = {*catalogue.roles, *catalogue.datasets}
    return tuple(topic for topic in wanted if known.issuperset(topic.needs))
