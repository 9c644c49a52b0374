"""A project's record becomes the facts its duties depend on: who answers for it, when it ran, what it published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.duties.facts import Event, Publication, Span, Subject, Trait
from generator.features.duties.organization_facts import ceased_on, publication_of, standing
from generator.model.calendar import ONE_DAY, chinese_date
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, is_set, number_in, text_in, words_in
from generator.model.record import Record

PROJECT_TRAITS = frozenset({"charity", "public-fundraising", "directed-campaign", "emergency", "major"})
PROJECT_EVENTS = frozenset({"started", "ended", "surplus-left"})
PROJECT_SPANS = frozenset({"suspended"})

_OVER = frozenset({"ended", "terminated"})
_END_LABELS = {"ended": "项目结束", "terminated": "项目提前终止"}


def project_subject(catalogue: Catalogue, project: Record) -> Subject:
    """A project with the standing of the organisation that answers for it."""
    organization = catalogue.with_role("organization").get(text_in(project, "organization"))
    return Subject(
        dataset=project.dataset,
        role="project",
        key=project.key,
        name=text_in(project, "name"),
        noun="本项目",
        owner=text_in(project, "organization"),
        divisions=words_in(project, "divisions"),
        traits=(*_standing(catalogue, project, organization), *_own_traits(project)),
        events=tuple(_events(project)),
        spans=tuple(_spans(project)),
        publications=_publications(catalogue, project),
        ceased_on=ceased_on(organization) if organization else None,
    )


def project_end(project: Record) -> date | None:
    """The day it ended, else the day on which it is to end."""
    return day_in(project, "ended_on") or day_in(project, "ends_on")


def disclosures_of(catalogue: Catalogue, project: Record) -> tuple[Record, ...]:
    """The disclosures written down with a project."""
    return catalogue.pointing(project, "disclosure.project")


def disclosure_publication(disclosure: Record, about: str | None = None) -> Publication | None:
    """A disclosure as something made public; None while it has no date."""
    first, last = day_in(disclosure, "period_from"), day_in(disclosure, "period_to")
    return publication_of(disclosure, str(last.year) if first and last and first.year == last.year else None, about)


def campaign_standing(catalogue: Catalogue, project: Record) -> Iterator[Trait]:
    """A campaign run together with a qualified partner is public fundraising by that partner."""
    organization = catalogue.with_role("organization").get(text_in(project, "organization"))
    yield from standing(organization) if organization else ()
    for key in words_in(project, "partners"):
        partner = catalogue.with_role("organization").get(key)
        yield from (trait for trait in (standing(partner) if partner else ()) if trait.name == "public-fundraising")


def _standing(catalogue: Catalogue, project: Record, organization: Record | None) -> Iterator[Trait]:
    if text_in(project, "fundraising") == "public" or catalogue.pointing(project, "fundraising.project"):
        yield from campaign_standing(catalogue, project)
    elif organization:
        yield from standing(organization)


def _own_traits(project: Record) -> Iterator[Trait]:
    if text_in(project, "fundraising") == "directed":
        yield Trait("directed-campaign")
    if text_in(project, "occasion") == "emergency":
        yield Trait("emergency")
    if is_set(project, "major"):
        yield Trait("major")


def _events(project: Record) -> Iterator[Event]:
    if text_in(project, "status") != "planned":
        yield from _running(project)


def _running(project: Record) -> Iterator[Event]:
    """A project that was only planned has no life yet; one past its planned end counts as ended that day."""
    status, start, end = text_in(project, "status"), day_in(project, "starts_on"), project_end(project)
    if start:
        yield Event("started", start, "项目开始")
    if end:
        yield Event("ended", end, _END_LABELS.get(status, "项目计划结束"))
    if end and status in _OVER and (number_in(project, "surplus") or 0) > 0:
        yield Event("surplus-left", end, "项目终止并有剩余财产")


def _spans(project: Record) -> Iterator[Span]:
    """A suspension ends the day before work is resumed; without that day it lasts while the status says so."""
    since, resumed = day_in(project, "suspended_on"), day_in(project, "resumed_on")
    if since and (resumed or text_in(project, "status") != "running"):
        until = resumed - ONE_DAY if resumed else None
        lasting = f"{chinese_date(since)}至{chinese_date(until)}" if until else f"{chinese_date(since)}起"
        yield Span("suspended", since, until, f"暂停（{lasting}）")


def _publications(catalogue: Catalogue, project: Record) -> tuple[Publication, ...]:
    found = [disclosure_publication(each) for each in disclosures_of(catalogue, project)]
    return tuple(sorted((each for each in found if each), key=lambda each: (each.on, each.record)))
