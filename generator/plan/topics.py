"""The visible table of what the field computes pages for; a new room of the house is one entry here."""

from __future__ import annotations

from generator.model.catalogue import Catalogue
from generator.plan.admin import ADMIN
from generator.plan.catalogues import CATALOGUE_BOARD
from generator.plan.duties import DUTIES
from generator.plan.find import FIND
from generator.plan.topic import Topic

TOPICS: tuple[Topic, ...] = (FIND, DUTIES, CATALOGUE_BOARD, ADMIN)
"""Every topic, in the order of the menu."""


def topics_of(catalogue: Catalogue) -> tuple[Topic, ...]:
    """The topics whose datasets the instance declares."""
    return tuple(topic for topic in TOPICS if all(name in catalogue.datasets for name in topic.needs))
