"""Five years of an organisation, as its page draws them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from generator.features.duties.organization_charts import year_csv, years_charts
from generator.features.duties.ratios import yearly_accounts
from generator.model.figure import FigureState
from generator.model.page import Download
from tests.demonstration import demonstration_source

SOURCE = demonstration_source()
ORGANIZATIONS = SOURCE.catalogue.records["organizations"]


def test_five_years_of_income_spending_and_management() -> None:
    course, management, timely = years_charts(SOURCE, ORGANIZATIONS["shili-jiuzhu-jijinhui"])
    assert course.rows == ("2021年", "2022年", "2023年", "2024年", "2025年")
    assert [each.title for each in course.series] == ["当年总收入", "当年总支出"]
    # 364,000 of 5,560,000 in 2025, as corrected
    assert management.series[0].figures[-1].value == Decimal("6.5")
    assert timely.rows[-1].startswith("2026年（到期 ")


def test_a_year_without_a_report_is_a_gap_and_no_zero() -> None:
    organization = ORGANIZATIONS["shili-jiuzhu-jijinhui"]
    kept = tuple(
        each for each in SOURCE.catalogue.pointing(organization, "report.organization") if each.values["year"] != 2023
    )
    backlinks = {**SOURCE.catalogue.backlinks, "reports.organization": {organization.key: kept}}
    source = replace(SOURCE, catalogue=replace(SOURCE.catalogue, backlinks=backlinks))
    course, management, _ = years_charts(source, organization)
    assert course.rows == ("2021年", "2022年", "2023年", "2024年", "2025年")
    assert [each.figures[2].state for each in (*course.series, *management.series)] == [FigureState.ABSENT] * 3


def test_an_organisation_without_figures_has_no_chart_of_money() -> None:
    charts = years_charts(SOURCE, ORGANIZATIONS["shili-hongshizihui"])
    assert [each.key for each in charts if each.key != "timely"] == []


def test_the_invented_years_are_each_others_continuation() -> None:
    """Income of one year is next year's 上年总收入; assets change by what came in and what was spent."""
    for organization in ORGANIZATIONS.values():
        accounts = [each.values for each in yearly_accounts(SOURCE.catalogue, organization)]
        for before, after in pairwise(accounts):
            assert before["income_total"] == after["income_previous"]
        for before, after in pairwise(accounts[:4]):
            assert after["net_assets_previous"] == (
                before["net_assets_previous"] + before["income_total"] - before["spending_total"]  # type: ignore[operator]
            )


def test_each_chart_can_be_taken_along() -> None:
    told = year_csv(SOURCE, Download("", "organization-years", (), "shili-jiuzhu-jijinhui|management"))
    assert told.splitlines()[0] == "\ufeff年度,占当年总支出（%）,占当年总支出说明"
