"""What is wrong with public fundraisings, and with rows that say of which of them they tell, become findings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.duties.findings import contradiction
from generator.features.duties.former_fundraising import is_inside
from generator.features.duties.fundraising_facts import OF_FUNDRAISINGS, campaigns_of
from generator.features.duties.problems import (
    FILING_NUMBER_SHARED,
    FUNDRAISING_INSIDE,
    FUNDRAISING_UNKNOWN,
    FUNDRAISING_UNNAMED,
    PLATFORM_FOR_PERSONS,
    PLATFORM_NOT_DESIGNATED,
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
            hint = f"这个项目的募捐有：{'、'.join(sorted(known - {''})) or '一次也没有写'}。"
            yield contradiction(FUNDRAISING_UNKNOWN, row, "fundraising", "这个项目里没有这次募捐。", hint)


def find_unnamed_campaigns(catalogue: Catalogue, project: Record) -> Iterator[Finding]:
    """Where there are several, each row says of which it tells."""
    campaigns = campaigns_of(catalogue, project)
    for row in _rows(catalogue, project) if len(campaigns) > 1 else ():
        if not text_in(row, "fundraising"):
            hint = f"这个项目的募捐有：{'、'.join(each.own for each in campaigns)}。"
            message = "这个项目有几次公开募捐，没有写是哪一次。"
            yield contradiction(FUNDRAISING_UNNAMED, row, "fundraising", message, hint)


def find_shared_numbers(catalogue: Catalogue) -> Iterator[Finding]:
    """Each public fundraising has been filed by itself."""
    first: dict[str, Record] = {}
    for record in catalogue.with_role("fundraising").values():
        number = text_in(record, "number")
        if number and number in first:
            message = "备案编号相同，每次公开募捐应当单独备案。"
            yield contradiction(FILING_NUMBER_SHARED, record, "number", message, "核对两次的备案编号。", first[number])
        elif number:
            first[number] = record


def find_wrong_platforms(catalogue: Catalogue) -> Iterator[Finding]:
    """Funds are raised in public where the ministry has designated the platform for it, and not where persons ask."""
    platforms = catalogue.with_role("platform")
    for record in catalogue.with_role("fundraising").values():
        for platform in (platforms[key] for key in words_in(record, "used_platforms") if key in platforms):
            if text_in(platform, "kind") == "personal-help":
                message = f"{text_in(platform, 'name')}是个人求助平台，不能用来公开募捐。"
                hint = "改写民政部指定的互联网公开募捐服务平台。"
                yield contradiction(PLATFORM_FOR_PERSONS, record, "used_platforms", message, hint, platform)
            elif not _is_designated(platform, day_in(record, "starts_on")):
                message = f"募捐开始那天，{text_in(platform, 'name')}不是指定平台。"
                hint = "核对募捐开始日期和平台的指定日期。"
                yield contradiction(PLATFORM_NOT_DESIGNATED, record, "used_platforms", message, hint, platform)


def find_inside(catalogue: Catalogue, _settings: Settings, _as_of: date, locate: Locate) -> Iterator[Problem]:
    """Advice to those who still write a fundraising in its project."""
    for project in catalogue.with_role("project").values():
        if is_inside(catalogue, project):
            message = "公开募捐还写在项目里；一次募捐可以有自己的记录。"
            hint = "运行 mingshan upgrade，先看会改什么，再加 --write。"
            yield finding_problem(contradiction(FUNDRAISING_INSIDE, project, "fundraising_from", message, hint), locate)


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
