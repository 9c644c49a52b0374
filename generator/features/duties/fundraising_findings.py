"""What is wrong with public fundraisings, and with rows that say of which of them they tell, become findings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.duties.former_fundraising import is_inside
from generator.features.duties.fundraising_facts import OF_FUNDRAISINGS, campaigns_of
from generator.features.duties.fundraising_problems import (
    filing_number_shared,
    fundraising_inside,
    fundraising_unknown,
    fundraising_unnamed,
    platform_for_persons,
    platform_not_designated,
)
from generator.features.duties.project_facts import disclosures_of
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in, words_in
from generator.model.finding import Finding, finding_problem
from generator.model.problem import Problem
from generator.model.project import Settings
from generator.model.record import Record
from generator.model.table import Locate


def find_unknown_campaigns(catalogue: Catalogue, project: Record) -> Iterator[Finding]:
    """A row names a fundraising that its project has."""
    known = {each.own for each in campaigns_of(catalogue, project)}
    for row in _rows(catalogue, project):
        name = text_in(row, "fundraising")
        if name and name not in known:
            yield fundraising_unknown(row, known - {""})


def find_unnamed_campaigns(catalogue: Catalogue, project: Record) -> Iterator[Finding]:
    """Where there are several, each row says of which it tells."""
    campaigns = campaigns_of(catalogue, project)
    for row in _rows(catalogue, project) if len(campaigns) > 1 else ():
        if not text_in(row, "fundraising"):
            yield fundraising_unnamed(row, (each.own for each in campaigns))


def find_shared_numbers(catalogue: Catalogue) -> Iterator[Finding]:
    """Each public fundraising has been filed by itself."""
    first: dict[str, Record] = {}
    for record in catalogue.with_role("fundraising").values():
        number = text_in(record, "number")
        if number and number in first:
            yield filing_number_shared(record, first[number])
        elif number:
            first[number] = record


def find_wrong_platforms(catalogue: Catalogue) -> Iterator[Finding]:
    """Funds are raised in public where the ministry has designated the platform for it, and not where persons ask."""
    platforms = catalogue.with_role("platform")
    for record in catalogue.with_role("fundraising").values():
        for platform in (platforms[key] for key in words_in(record, "used_platforms") if key in platforms):
            if text_in(platform, "kind") == "personal-help":
                yield platform_for_persons(record, platform, text_in(platform, "name"))
            elif not _is_designated(platform, day_in(record, "starts_on")):
                yield platform_not_designated(record, platform, text_in(platform, "name"))


def find_inside(catalogue: Catalogue, _settings: Settings, _as_of: date, locate: Locate) -> Iterator[Problem]:
    """Advice to those who still write a fundraising in its project."""
    for project in catalogue.with_role("project").values():
        if is_inside(catalogue, project):
            yield finding_problem(fundraising_inside(project), locate)


def _rows(catalogue: Catalogue, project: Record) -> Iterator[Record]:
    """What tells of one fundraising; a disclosure of something else says nothing of any."""
    for each in disclosures_of(catalogue, project):
        if text_in(each, "kind") in OF_FUNDRAISINGS or text_in(each, "fundraising"):
            yield each
    for role in ("fundraising_change", "fundraising_partner"):
        yield from catalogue.pointing(project, f"{role}.project")


def _is_designated(platform: Record, day: date | None) -> bool:
    begun, ended = day_in(platform, "designated_on"), day_in(platform, "ended_on")
    return day is None or begun is None or (begun <= day and (ended is None or day <= ended))
