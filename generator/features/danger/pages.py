"""The plan of the page 紧急求助 and of the words that bring a card on search, home and finder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.addresses import DANGERS, DANGERS_JOINED, DANGERS_POINTS, EMERGENCY
from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.page import Download, Page, TopicSubject
from generator.model.project import Settings
from generator.model.role import Roles
from generator.plan.listings import LISTINGS_HOME

_NEEDS = Roles(("danger", "help_line", "saying", "word_group"))


def _plan(_catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    yield Page(
        address=EMERGENCY,
        title=EMERGENCIES.title,
        template="danger/emergency",
        frame=EMERGENCIES.name,
        subject=TopicSubject("emergency", "", _NEEDS),
        crumbs=(LISTINGS_HOME,),
    )


def _files(_catalogue: Catalogue) -> Iterator[Download]:
    yield Download(DANGERS, "danger-words", _NEEDS)
    yield Download(DANGERS_JOINED, "danger-joined", _NEEDS)
    yield Download(DANGERS_POINTS, "danger-points", _NEEDS)


EMERGENCIES = Topic("emergency", "紧急求助", None, _NEEDS, _plan, _files)
