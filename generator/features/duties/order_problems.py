"""What is wrong when dates of several records cannot all be true."""

from __future__ import annotations

from datetime import date

from generator.features.duties.contradiction_problems import CONTRADICTIONS, contradiction
from generator.model.calendar import chinese_date
from generator.model.finding import Finding
from generator.model.record import Record
from generator.model.rule import Rule, Severity

DISCLOSURE_BEFORE_START = Rule(
    "disclosure-before-start",
    Severity.ERROR,
    CONTRADICTIONS,
    1,
    title="公开日期早于项目开始",
    cause="项目还没有开始，不会有可以公开的进展。不是公布日期写错，就是开始日期写错。",
    mending="核对公布日期和项目（募捐）的开始日期，改正写错的一个。",
)


def disclosed_before_start(disclosure: Record, project: Record, published: date, start: date) -> Finding:
    """Nothing can be told of what had not begun."""
    message = f"公布日期{chinese_date(published)}早于开始日期{chinese_date(start)}，那时还没有可以公开的情况。"
    hint = "核对公布日期和项目（募捐）的开始日期，改正写错的一个。"
    return contradiction(DISCLOSURE_BEFORE_START, disclosure, "published_on", message, hint, project)


FINAL_BEFORE_END = Rule(
    "final-before-end",
    Severity.WARNING,
    CONTRADICTIONS,
    2,
    title="项目还没有结束就公布了“全面公开”",
    cause="项目结束以后三个月内要做一次全面公开。在结束之前公布的，只能算阶段进展，不能代替它。",
    mending="项目已经提前结束的，写上实际结束日期；还没有结束的，把这一条改为“阶段”。",
)


def final_before_end(disclosure: Record, project: Record, published: date, end: date) -> Finding:
    """A full account of what goes on."""
    message = f"{chinese_date(published)}全面公开，早于结束日期{chinese_date(end)}，不能算结束后的全面公开。"
    hint = "项目已提前结束的，改正结束日期；还没有结束的，把公开内容改为“阶段”。"
    return contradiction(FINAL_BEFORE_END, disclosure, "published_on", message, hint, project)


PROJECT_BEFORE_ORGANIZATION = Rule(
    "project-before-organization",
    Severity.ERROR,
    CONTRADICTIONS,
    3,
    title="项目开始早于组织成立",
    cause="组织成立之前不会有它的项目。常见的是把前身的项目记在了新组织名下，或年份写错。",
    mending="核对两个日期；前身的项目，请写前身的组织。",
)


def project_before_organization(project: Record, organization: Record, start: date, registered: date) -> Finding:
    """A project that began before who carries it out was there."""
    message = f"项目开始日期{chinese_date(start)}早于组织成立日期{chinese_date(registered)}。"
    hint = "核对两个日期，改正写错的一个。"
    return contradiction(PROJECT_BEFORE_ORGANIZATION, project, "starts_on", message, hint, organization)


REPORT_BEFORE_YEAR_END = Rule(
    "report-before-year-end",
    Severity.ERROR,
    CONTRADICTIONS,
    4,
    title="那一年还没有结束，报告已经公布",
    cause="年度报告要等一年过完才写得出来。多半是“所属年度”写成了公布的那一年。",
    mending="所属年度写报告说的那一年，例如 2026 年公布的一般是 2025 年度。",
)


def report_before_year_end(report: Record, organization: Record, year: str, published: date) -> Finding:
    """A report on a year that was not over."""
    message = f"{year}年度的报告写的公布日期是{chinese_date(published)}，那一年还没有结束。"
    return contradiction(
        REPORT_BEFORE_YEAR_END, report, "published_on", message, "核对所属年度和公布日期。", organization
    )


STATUS_WITHOUT_DATE = Rule(
    "status-without-date",
    Severity.WARNING,
    CONTRADICTIONS,
    5,
    title="改了状态没有写日期",
    cause="状态写成“已结束”或“暂停”，却没有写是哪一天。公开的最后期限从那一天算起，不写就算不出来。",
    mending="补上实际结束日期或暂停日期。",
)


def status_without_date(project: Record, field: str) -> Finding:
    """A status that says something happened, and not when."""
    message = "状态已经改了，没有写相应的日期，公开期限算不出来。"
    return contradiction(STATUS_WITHOUT_DATE, project, field, message, "补上实际结束或暂停的日期。")


CAMPAIGN_WITHOUT_QUALIFICATION = Rule(
    "campaign-without-qualification",
    Severity.WARNING,
    CONTRADICTIONS,
    6,
    title="公开募捐没有资格",
    cause=(
        "项目写的是公开募捐，而实施组织和合作组织都没有登记公开募捐资格。依法只有取得资格的慈善组织才能公开募捐，"
        "或与它合作。"
    ),
    mending="核对募捐方式。与有资格的组织合作的，把那个组织写进合作组织；组织的资格没有登记的，先补上。",
)


def campaign_without_qualification(project: Record, organization: Record) -> Finding:
    """Neither the organisation nor anybody who works with it may raise funds publicly."""
    message = "写的是公开募捐，实施组织和合作组织都没有登记公开募捐资格。"
    hint = "核对募捐方式；与有资格的组织合作的，把它写进合作组织。"
    return contradiction(CAMPAIGN_WITHOUT_QUALIFICATION, project, "fundraising", message, hint, organization)


ORDER_RULES = (
    DISCLOSURE_BEFORE_START,
    FINAL_BEFORE_END,
    PROJECT_BEFORE_ORGANIZATION,
    REPORT_BEFORE_YEAR_END,
    STATUS_WITHOUT_DATE,
    CAMPAIGN_WITHOUT_QUALIFICATION,
)
