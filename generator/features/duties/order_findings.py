"""Dates of several records that cannot all be true become findings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.duties.fundraising_facts import OF_FUNDRAISINGS, campaign_of, campaigns_of
from generator.features.duties.order_problems import (
    campaign_without_qualification,
    disclosed_before_start,
    final_before_end,
    project_before_organization,
    report_before_year_end,
    status_without_date,
)
from generator.features.duties.project_facts import disclosures_of, project_end
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, is_set, text_in, words_in
from generator.model.finding import Finding
from generator.model.record import Record

_OF_PROJECT = frozenset({"project-progress", "project-final", "project-surplus", "major-project-annual"})
_DATED = {"ended": "ended_on", "terminated": "ended_on", "suspended": "suspended_on"}
"""Where the day is written on which a project came to be in a status."""


def find_disclosures_before_start(catalogue: Catalogue, project: Record) -> Iterator[Finding]:
    """What a project or its fundraising brought about cannot be published before it began."""
    begun, campaigns = day_in(project, "starts_on"), campaigns_of(catalogue, project)
    for disclosure in disclosures_of(catalogue, project):
        kind, published = text_in(disclosure, "kind"), day_in(disclosure, "published_on")
        campaign = campaign_of(campaigns, disclosure) if kind in OF_FUNDRAISINGS else None
        start = campaign.first if campaign else begun if kind in _OF_PROJECT else None
        if start and published and published < start:
            yield disclosed_before_start(disclosure, project, published, start)


def find_final_before_end(catalogue: Catalogue, project: Record) -> Iterator[Finding]:
    """A full account of a project or a fundraising is given after its end; before it, it does not count as that."""
    ended, campaigns = project_end(project), campaigns_of(catalogue, project)
    for disclosure in disclosures_of(catalogue, project):
        kind, published = text_in(disclosure, "kind"), day_in(disclosure, "published_on")
        campaign = campaign_of(campaigns, disclosure) if kind == "fundraising-final" else None
        end = campaign.last if campaign else ended if kind == "project-final" else None
        if end and published and published < end:
            yield final_before_end(disclosure, project, published, end)


def find_projects_before_organization(catalogue: Catalogue, project: Record) -> Iterator[Finding]:
    """An organisation cannot begin a project before it was registered."""
    organization = catalogue.with_role("organization").get(text_in(project, "organization"))
    start, registered = day_in(project, "starts_on"), organization and day_in(organization, "registered_on")
    if organization and start and registered and start < registered:
        yield project_before_organization(project, organization, start, registered)


def find_missing_dates(_catalogue: Catalogue, project: Record) -> Iterator[Finding]:
    """A status that says something happened needs the day on which it did; else no deadline can be reckoned."""
    field = _DATED.get(text_in(project, "status"))
    if field and not day_in(project, field):
        yield status_without_date(project, field)


def find_unqualified_campaigns(catalogue: Catalogue, project: Record) -> Iterator[Finding]:
    """Only an organisation with the qualification, or one working with such a partner, may raise funds publicly."""
    if not campaigns_of(catalogue, project):
        return
    keys = (text_in(project, "organization"), *words_in(project, "partners"))
    bodies = [found for key in keys if (found := catalogue.with_role("organization").get(key))]
    if len(bodies) == len(keys) and not any(map(_qualified, bodies)):
        yield campaign_without_qualification(project, bodies[0])


def find_reports_before_year_end(catalogue: Catalogue, organization: Record) -> Iterator[Finding]:
    """The report on a year cannot be published before the year is over."""
    for report in catalogue.pointing(organization, "report.organization"):
        year, published = text_in(report, "year"), day_in(report, "published_on")
        told_after = text_in(report, "kind") in {"annual-report", "annual-accounts", "annual-audit"}
        if told_after and year and published and published.year <= int(year):
            yield report_before_year_end(report, organization, year, published)


def _qualified(organization: Record) -> bool:
    return is_set(organization, "public_fundraising")
