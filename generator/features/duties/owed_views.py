"""What a project or an organisation owes to what its own page shows: its duties in four groups, with reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.features.duties.board import order_by_day
from generator.features.duties.obligation_views import DutyView, duty_views
from generator.features.duties.obligations import STILL_OPEN, Obligation, Status
from generator.features.duties.profile_views import ProfileView, RatioView, profile_view, ratio_views
from generator.features.duties.reminder_views import FeedView, reminders_of
from generator.features.duties.survey import asked_of, find_record_obligations
from generator.model.addresses import board_address
from generator.model.cells import text_in
from generator.model.record import Record
from generator.model.source import Source

_SHOWN_AT_MOST = 24
"""Of what an organisation's projects still owe; the board has the rest."""

_OPEN = (*STILL_OPEN, Status.DUE)
_SETTLED = (Status.MET, Status.MET_LATE)


class DutyGroups(NamedTuple):
    """`open`: what falls due soonest first, then what is open past its day, `open_total` in all;
    the other groups the newest first.

    `board` is the address of the list of all of them; empty where there is none.
    """

    open: tuple[DutyView, ...]
    settled: tuple[DutyView, ...]
    unverified: tuple[DutyView, ...]
    inapplicable: tuple[DutyView, ...]
    open_total: int
    board: str

    @property
    def is_empty(self) -> bool:
        """Whether the site has no rule for such a record."""
        return not (self.open or self.settled or self.unverified or self.inapplicable)


@dataclass(frozen=True, slots=True)
class ProjectDutiesContext:
    """What a project's page may name of what it owes."""

    duties: DutyGroups
    feeds: tuple[FeedView, ...]
    """Of the organisation that answers for the project."""


def project_duties(source: Source, record: Record) -> ProjectDutiesContext:
    """What a project owes, and where to be reminded of it."""
    feeds = reminders_of(source, text_in(record, "organization"))
    return ProjectDutiesContext(duties=_groups(source, _own(source, record), (), ""), feeds=feeds)


@dataclass(frozen=True, slots=True)
class OrganizationDutiesContext:
    """What an organisation's page may name of what it owes."""

    duties: DutyGroups
    """Its own, and what its projects still owe."""
    feeds: tuple[FeedView, ...]
    profile: ProfileView
    ratios: tuple[RatioView, ...]


def organization_duties(source: Source, record: Record) -> OrganizationDutiesContext:
    """What an organisation and its projects owe, how it has kept to it so far, and where to be reminded."""
    own = _own(source, record)
    projects = source.catalogue.pointing(record, "project.organization")
    since = source.settings.duties_since
    theirs = tuple(found for project in projects for found in asked_of(source.catalogue, project, source.as_of, since))
    address = board_address("organization", record.key)
    return OrganizationDutiesContext(
        duties=_groups(source, own, theirs, address if source.has_page(address) else ""),
        feeds=reminders_of(source, record.key),
        profile=profile_view(source, record, projects, (*own, *theirs)),
        ratios=ratio_views(source, record),
    )


def _own(source: Source, record: Record) -> tuple[Obligation, ...]:
    return find_record_obligations(source.catalogue, record, source.as_of, source.settings.duties_since)


def _groups(source: Source, own: Iterable[Obligation], theirs: Iterable[Obligation], board: str) -> DutyGroups:
    catalogue, own = source.catalogue, tuple(own)
    still = order_by_day(each for each in theirs if each.status in _OPEN)
    mine = [each for each in own if each.status in _OPEN]
    return DutyGroups(
        open=duty_views(catalogue, order_by_day((*mine, *still[:_SHOWN_AT_MOST]))),
        settled=duty_views(catalogue, _newest(own, _SETTLED)),
        unverified=duty_views(catalogue, _newest(own, (Status.UNVERIFIED,))),
        inapplicable=duty_views(catalogue, _newest(own, (Status.NOT_APPLICABLE,))),
        open_total=len(mine) + len(still),
        board=board,
    )


def _newest(obligations: Iterable[Obligation], statuses: Collection[Status]) -> list[Obligation]:
    found = (each for each in obligations if each.status in statuses)
    return sorted(found, key=lambda each: each.due or date.min, reverse=True)
