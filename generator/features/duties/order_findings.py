"""Dates of several records that cannot all be true become findings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.duties.findings import contradiction
from generator.features.duties.fundraising_facts import OF_FUNDRAISINGS, campaign_of, campaigns_of
from generator.features.duties.problems import (
    CAMPAIGN_WITHOUT_QUALIFICATION,
    DISCLOSURE_BEFORE_START,
    FINAL_BEFORE_END,
    PROJECT_BEFORE_ORGANIZATION,
    REPORT_BEFORE_YEAR_END,
    STATUS_WITHOUT_DATE,
)
from generator.features.duties.project_facts import disclosures_of, project_end
from generator.model.calendar import chinese_date
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
            yield _early(disclosure, project, published, start)


def find_final_before_end(catalogue: Catalogue, project: Record) -> Iterator[Finding]:
    """A full account of a project or a fundraising is given after its end; before it, it does not count as that."""
    ended, campaigns = project_end(project), campaigns_of(catalogue, project)
    for disclosure in disclosures_of(catalogue, project):
        kind, published = text_in(disclosure, "kind"), day_in(disclosure, "published_on")
        campaign = campaign_of(campaigns, disclosure) if kind == "fundraising-final" else None
        end = campaign.last if campaign else ended if kind == "project-final" else None
        if end and published and published < end:
            message = f"{chinese_date(published)}全面公开，早于结束日期{chinese_date(end)}，不能算结束后的全面公开。"
            hint = "项目已提前结束的，改正结束日期；还没有结束的，把公开内容改为“阶段”。"
            yield contradiction(FINAL_BEFORE_END, disclosure, "published_on", message, hint, project)


def find_projects_before_organization(catalogue: Catalogue, project: Record) -> Iterator[Finding]:
    """An organisation cannot begin a project before it was registered."""
    organization = catalogue.with_role("organization").get(text_in(project, "organization"))
    start, registered = day_in(project, "starts_on"), organization and day_in(organization, "registered_on")
    if organization and start and registered and start < registered:
        message = f"项目开始日期{chinese_date(start)}早于组织成立日期{chinese_date(registered)}。"
        hint = "核对两个日期，改正写错的一个。"
        yield contradiction(PROJECT_BEFORE_ORGANIZATION, project, "starts_on", message, hint, organization)


def find_missing_dates(_catalogue: Catalogue, project: Record) -> Iterator[Finding]:
    """A status that says something happened needs the day on which it did; else no deadline can be reckoned."""
    field = _DATED.get(text_in(project, "status"))
    if field and not day_in(project, field):
        message = "状态已经改了，没有写相应的日期，公开期限算不出来。"
        yield contradiction(STATUS_WITHOUT_DATE, project, field, message, "补上实际结束或暂停的日期。")


def find_unqualified_campaigns(catalogue: Catalogue, project: Record) -> Iterator[Finding]:
    """Only an organisation with the qualification, or one working with such a partner, may raise funds publicly."""
    if not campaigns_of(catalogue, project):
        return
    keys = (text_in(project, "organization"), *words_in(project, "partners"))
    bodies = [found for key in keys if (found := catalogue.with_role("organization").get(key))]
    if len(bodies) == len(keys) and not any(map(_qualified, bodies)):
        message = "写的是公开募捐，实施组织和合作组织都没有登记公开募捐资格。"
        hint = "核对募捐方式；与有资格的组织合作的，把它写进合作组织。"
        yield contradiction(CAMPAIGN_WITHOUT_QUALIFICATION, project, "fundraising", message, hint, bodies[0])


def find_reports_before_year_end(catalogue: Catalogue, organization: Record) -> Iterator[Finding]:
    """The report on a year cannot be published before the year is over."""
    for report in catalogue.pointing(organization, "report.organization"):
        year, published = text_in(report, "year"), day_in(report, "published_on")
        told_after = text_in(report, "kind") in {"annual-report", "annual-accounts", "annual-audit"}
        if told_after and year and published and published.year <= int(year):
            message = f"{year}年度的报告写的公布日期是{chinese_date(published)}，那一年还没有结束。"
            hint = "核对所属年度和公布日期。"
            yield contradiction(REPORT_BEFORE_YEAR_END, report, "published_on", message, hint, organization)


def _early(disclosure: Record, project: Record, published: date, start: date) -> Finding:
    message = f"公布日期{chinese_date(published)}早于开始日期{chinese_date(start)}，那时还没有可以公开的情况。"
    hint = "核对公布日期和项目（募捐）的开始日期，改正写错的一个。"
    return contradiction(DISCLOSURE_BEFORE_START, disclosure, "published_on", message, hint, project)


def _qualified(organization: Record) -> bool:
    return is_set(organization, "public_fundraising")
