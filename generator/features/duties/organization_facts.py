"""An organisation's record becomes the facts its duties depend on: its qualifications, what befell it, its reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.duties.facts import Event, Publication, Subject, Trait
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, is_set, text_in
from generator.model.record import Record

ORGANIZATION_TRAITS = frozenset({"charity", "public-fundraising"})
REPORTED_EVENTS = frozenset(
    {"basic-info", "major-event", "related-party", "trust-settlor", "trust-trustee", "liquidation"}
)
ORGANIZATION_EVENTS = REPORTED_EVENTS | {"became-charity"}

Told = tuple[Event | None, Publication | None]
"""What one record tells: that something happened, that something was made public, or both."""

_TOLD_WITH_PROJECTS = frozenset({"major-event", "related-party"})


def organization_subject(catalogue: Catalogue, organization: Record) -> Subject:
    """An organisation with its own reports and those of its projects' disclosures that concern all of it."""
    pairs = [*_reported(catalogue, organization), *_told_with_projects(catalogue, organization)]
    published = [publication for _, publication in pairs if publication]
    return Subject(
        dataset=organization.dataset,
        role="organization",
        key=organization.key,
        name=text_in(organization, "name"),
        noun="本组织",
        owner=organization.key,
        divisions=(text_in(organization, "district"),),
        traits=tuple(standing(organization)),
        events=(
            *_beginnings(organization),
            *sorted((event for event, _ in pairs if event), key=lambda event: event.on),
        ),
        spans=(),
        publications=tuple(sorted(published, key=lambda each: (each.on, each.record))),
        ceased_on=ceased_on(organization),
    )


def standing(organization: Record) -> Iterator[Trait]:
    """The qualifications that decide which duties bind it, from the day each was given."""
    if is_set(organization, "charity"):
        yield Trait("charity", day_in(organization, "charity_since"))
    if is_set(organization, "public_fundraising"):
        yield Trait("public-fundraising", day_in(organization, "public_fundraising_since"))


def ceased_on(organization: Record) -> date | None:
    """The day it was struck off the register; one in liquidation still owes its reports."""
    return day_in(organization, "status_changed_on") if text_in(organization, "status") == "closed" else None


def _beginnings(organization: Record) -> Iterator[Event]:
    since = day_in(organization, "charity_since") or day_in(organization, "registered_on")
    if since and is_set(organization, "charity"):
        yield Event("became-charity", since, "登记或认定为慈善组织")


def _reported(catalogue: Catalogue, organization: Record) -> Iterator[Told]:
    """A report without a date of publication tells of an event that nobody has made public yet."""
    for report in catalogue.pointing(organization, "report.organization"):
        event = _event(report, day_in(report, "occurred_on")) if text_in(report, "kind") in REPORTED_EVENTS else None
        yield event, _publication(report, event)


def _told_with_projects(catalogue: Catalogue, organization: Record) -> Iterator[Told]:
    for project in catalogue.pointing(organization, "project.organization"):
        for disclosure in catalogue.pointing(project, "disclosure.project"):
            if text_in(disclosure, "kind") in _TOLD_WITH_PROJECTS:
                event = _event(disclosure, day_in(disclosure, "period_from"))
                yield event, _publication(disclosure, event)


def _event(record: Record, happened: date | None) -> Event | None:
    """A correction tells of nothing new."""
    if happened is None or text_in(record, "correction_of"):
        return None
    return Event(text_in(record, "kind"), happened, text_in(record, "title"), record.key)


def publication_of(record: Record, period: str | None, about: str | None) -> Publication | None:
    """A report or a disclosure as something made public, of a `period` or `about` an event; None while undated."""
    published = day_in(record, "published_on")
    if published is None:
        return None
    return Publication(
        kind=text_in(record, "kind"),
        on=published,
        dataset=record.dataset,
        record=record.key,
        title=text_in(record, "title"),
        period=period,
        about=about,
        correction=bool(text_in(record, "correction_of")),
    )


def _publication(record: Record, event: Event | None) -> Publication | None:
    return publication_of(record, text_in(record, "year") or None, event.record if event else None)
