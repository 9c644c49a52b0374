"""What was made public to its pages: this month, and each of the eleven before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.duties.board_sheets import Sheets, plan_sheets
from generator.features.duties.pages import DUTIES_SOURCES, NEEDS
from generator.features.duties.published import month_name, month_of, month_sheets
from generator.model.addresses import PUBLISHED
from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.page import Link, Page
from generator.model.project import Settings
from generator.plan.listings import LISTINGS_HOME


def _plan(catalogue: Catalogue, _settings: Settings, as_of: date) -> Iterator[Page]:
    for month, sheets in month_sheets(catalogue, as_of).items():
        yield from plan_sheets(_sheets(month, as_of), len(sheets))


def _sheets(month: str, as_of: date) -> Sheets:
    """This month's list lives at the address that always shows the current month."""
    is_now = month == month_of(as_of)
    address = PUBLISHED if is_now else f"{PUBLISHED}{month}/"
    title = PUBLISHINGS.title if is_now else f"{month_name(month)}公开"
    crumbs = (LISTINGS_HOME,) if is_now else (LISTINGS_HOME, Link(PUBLISHINGS.title, PUBLISHED))
    return Sheets(
        address, title, "duties/published", PUBLISHINGS.name, "duties-published", month, crumbs, DUTIES_SOURCES
    )


PUBLISHINGS = Topic("published", "本月公开", "看公开", NEEDS, _plan)
