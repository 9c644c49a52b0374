"""Disclosure duties to their pages: the public board and its narrowed lists, the method, feeds and calendars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

from generator.features.duties.authority_views import AUTHORITY_ROLE
from generator.features.duties.board_sheets import Sheets, plan_sheets
from generator.features.duties.board_volumes import BOARD_LINES, board_volumes, volume_of_board
from generator.features.duties.narrowing import NARROWINGS, find_board
from generator.features.duties.organization_charts import MAKERS as YEAR_CHARTS
from generator.features.duties.organization_charts import year_address
from generator.features.duties.project_charts import money_address
from generator.features.duties.second_looks import LOOK_ROLE
from generator.model.addresses import (
    BOARD,
    DUTY_AUTHORITIES,
    DUTY_METHOD,
    board_address,
    reminder_address,
)
from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.page import Download, Link, Page, TopicSubject
from generator.model.project import Settings
from generator.model.role import Roles
from generator.plan.listings import LISTINGS_HOME

NEEDS = ("rule", "project", "organization")
OF_CAMPAIGNS = ("fundraising", "fundraising_change", "fundraising_partner")
DUTIES_SOURCES = Roles((*NEEDS, *OF_CAMPAIGNS, "disclosure", "report", "place", "offer", LOOK_ROLE))
"""Every dataset a duty can depend on."""
METHOD_TITLE = "公开义务怎样计算"
_OF_AUTHORITIES = Roles(("rule", "place", "offer", LOOK_ROLE, AUTHORITY_ROLE))
AUTHORITIES_TITLE = "民政部门应当公开的"
REMINDERS = {"duties-atom": "feed.xml", "duties-ics": "calendar.ics"}
"""What a charity can subscribe to: format and name of the file."""


def _plan(catalogue: Catalogue, settings: Settings, as_of: date) -> Iterator[Page]:
    yield from _board(catalogue, settings, as_of)
    yield _authorities()
    yield Page(
        address=DUTY_METHOD,
        title=METHOD_TITLE,
        template="duties/method",
        frame=DUTIES.name,
        subject=TopicSubject("duties-method", "", Roles(("rule",))),
        crumbs=(LISTINGS_HOME, Link(DUTIES.title, BOARD)),
    )


def _authorities() -> Page:
    return Page(
        address=DUTY_AUTHORITIES,
        title=AUTHORITIES_TITLE,
        template="duties/authorities",
        frame=DUTIES.name,
        subject=TopicSubject("duties-authorities", "", _OF_AUTHORITIES),
        crumbs=(LISTINGS_HOME, Link(DUTIES.title, BOARD)),
    )


def _board(catalogue: Catalogue, settings: Settings, as_of: date) -> Iterator[Page]:
    board = find_board(catalogue, as_of, settings.duties_since)
    whole = Sheets(
        BOARD, DUTIES.title, "duties/board", DUTIES.name, "duties-board", "/", (LISTINGS_HOME,), DUTIES_SOURCES
    )
    yield from plan_sheets(whole, len(board.sheets["", ""]))
    crumbs = (LISTINGS_HOME, Link(DUTIES.title, BOARD))
    for name in NARROWINGS:
        for value in board.facets[name]:
            title, key = f"公开义务：{value.label}", f"{name}/{value.value}"
            address = board_address(name, value.value)
            sheets = Sheets(address, title, "duties/board", DUTIES.name, "duties-board", key, crumbs, DUTIES_SOURCES)
            yield from plan_sheets(sheets, len(board.sheets[name, value.value]))


def _downloads(catalogue: Catalogue) -> Iterator[Download]:
    volumes = [each.name for each in board_volumes(catalogue)]
    for volume in volumes or [""]:
        yield Download(volume_of_board(volume, "csv"), "duties-csv", DUTIES_SOURCES, volume)
        yield Download(volume_of_board(volume, "json"), "duties-json", DUTIES_SOURCES, volume)
    if not volumes:
        yield Download(BOARD_LINES, "duties-board", DUTIES_SOURCES)
    for project in catalogue.with_role("project").values():
        yield Download(money_address(project), "project-money", ("project", "disclosure"), project.key)
    for body, chart in product(catalogue.with_role("organization").values(), YEAR_CHARTS):
        yield Download(year_address(body, chart), "organization-years", DUTIES_SOURCES, f"{body.key}|{chart}")
    for organization in ("", *catalogue.with_role("organization")):
        for format_, name in REMINDERS.items():
            yield Download(reminder_address(name, organization), format_, DUTIES_SOURCES, organization)


DUTIES = Topic("duties", "公开义务落实情况", "看公开", NEEDS, _plan, _downloads, is_far_read=True)
