"""The transparency profile: counts first, shares only where fair, the method in its own words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.features.duties.profile import (
    DUTIES_METHOD,
    FEWEST,
    explain_completeness,
    explain_timeliness,
    measure_completeness,
    measure_timeliness,
)
from generator.features.duties.ratios import RatioComparison, explain_ratio, find_ratios
from generator.features.duties.survey import find_all_obligations
from generator.model.catalogue import Catalogue
from tests.builders import dataset, field, record
from tests.demonstration import TODAY, demonstration
from tests.features.duties.catalogues import catalogue, obligations
from tests.features.duties.catalogues import record as typed

ORGANIZATION = {
    **{"id": "q", "name": "q", "type": "foundation", "charity": "是", "charity_since": date(2017, 3, 1)},
    **{"public_fundraising": "是", "public_fundraising_since": date(2019, 5, 20), "registered_on": date(2015, 6, 18)},
}


def running(published: list[date], as_of: date) -> list[Any]:
    project = {"id": "p", "name": "p", "organization": "q", "status": "running", "starts_on": date(2025, 1, 1)}
    rows = [
        {"project": "p", "id": f"d{at}", "kind": "project-progress", "title": "t", "published_on": day}
        for at, day in enumerate(published)
    ]
    given = catalogue({"organizations": [ORGANIZATION], "projects": [project], "disclosures": rows})
    return list(obligations(given, "p", as_of).values())


def test_counts_are_those_that_fell_due_in_the_last_twelve_months() -> None:
    # due 1 April, 1 July, 1 October 2025, 1 January, 1 April, 1 July, 1 October 2026
    told = [date(2025, 3, 20), date(2025, 12, 30), date(2026, 3, 30), date(2026, 7, 9)]
    measured = measure_timeliness(running(told, date(2026, 11, 25)), date(2026, 11, 25))
    assert (measured.on_time, measured.late, measured.missing) == (2 + 1, 1, 0)
    assert measured.percent == 75
    assert "到期 4 项：按时 3 项，迟 1 项，逾期未公开 0 项；按时率 75%。" in explain_timeliness(measured)


def test_a_small_organisation_gets_counts_and_no_percentage() -> None:
    measured = measure_timeliness(running([], date(2025, 10, 2)), date(2025, 10, 2))
    assert (measured.counted, measured.percent) == (3, None)
    assert f"项数少于 {FEWEST}，不计算比例" in explain_timeliness(measured)


def test_nothing_due_is_said_as_such() -> None:
    assert "没有到期的公开事项" in explain_timeliness(measure_timeliness([], TODAY))


def test_unverified_rules_and_what_does_not_apply_are_not_counted() -> None:
    found = find_all_obligations(demonstration()[1].catalogue, TODAY, {})
    uncounted = [one for one in found if one.status in ("unverified", "not_applicable", "due")]
    assert uncounted and measure_timeliness(uncounted, TODAY).counted == 0


def test_completeness_counts_filled_fields_and_names_the_empty_ones() -> None:
    kind = dataset("teams", field("a"), field("b"), completeness=("a", "b"))
    measured = measure_completeness(kind, [record(kind, "x", a="1"), record(kind, "y", a="2", b="3")])
    assert (measured.filled, measured.total, measured.missing) == (3, 4, ("B",))
    assert explain_completeness(measured) == "可填可不填的 4 栏填了 3 栏；没填的有：B。"


def test_the_method_says_how_few_are_too_few() -> None:
    assert any(f"不足 {FEWEST} 项" in words for words in DUTIES_METHOD)


def accounts(**figures: Any) -> Catalogue:
    report = {
        **{"organization": "q", "id": "r", "kind": "annual-audit", "title": "t", "year": 2025},
        **{"published_on": date(2026, 5, 20), "income_previous": 1000, "spending_total": 800, **figures},
    }
    given = catalogue({"organizations": [ORGANIZATION], "reports": [report]})
    thresholds = demonstration()[1].catalogue.records["thresholds"]
    return Catalogue(
        {**given.datasets, "thresholds": dataset("thresholds")},
        {**given.records, "thresholds": thresholds},
        given.backlinks,
    )


@pytest.mark.parametrize(
    ("figures", "comparison", "words"),
    [
        ({"charity_spending": 700}, RatioComparison.INSIDE, "占上年总收入 70.0%"),
        ({"charity_spending": 699}, RatioComparison.OUTSIDE, "只看一年的数字不能下结论"),
        (
            {"charity_spending": 699, "year": 2026},
            RatioComparison.OUTSIDE,
            "民发〔2026〕12号）第八条定的比例是不低于 70%",
        ),
        (
            {"fundraising_cost": 31, "donations_three_years": 1000, "income_raised": 5000, "year": 2026},
            RatioComparison.OUTSIDE,
            "占前三年平均捐赠收入 3.1%",
        ),
        ({"management_cost": 500_000, "spending_total": 4_000_000}, RatioComparison.OUTSIDE, "不高于 10%"),
        ({"management_cost": 150_000, "spending_total": 1_000_000}, RatioComparison.EXEMPT, "不受这个比例限制"),
    ],
)
def test_a_ratio_stands_beside_the_limit_of_its_year(figures: Any, comparison: RatioComparison, words: str) -> None:
    found = accounts(**figures)
    (ratio,) = find_ratios(found, found.records["organizations"]["q"])
    assert ratio.comparison is comparison
    assert words in explain_ratio(ratio)
    assert "违规" not in explain_ratio(ratio) and "慈善活动" in ratio.citation


def test_an_average_over_three_years_may_stand_for_the_year_before() -> None:
    found = accounts(charity_spending=690, income_three_years=900)
    ratios = find_ratios(found, found.records["organizations"]["q"])
    assert [(each.base, str(each.percent), each.comparison) for each in ratios] == [
        ("income_previous", "69.0", RatioComparison.OUTSIDE),
        ("income_three_years", "76.7", RatioComparison.INSIDE),
    ]


# 民发〔2026〕12号 as law-check.md read it: type, 公募, 上年末净资产, spending at least, management at most
LIMITS_2026 = [
    ("foundation", True, 1, 70, 10),
    ("service", True, 1, 70, 13),
    ("association", True, 1, 70, 13),
    ("foundation", False, 60_000_000, 6, 12),
    ("foundation", False, 59_999_999, 6, 13),
    ("foundation", False, 8_000_000, 6, 13),
    ("foundation", False, 4_000_000, 7, 15),
    ("foundation", False, 3_999_999, 8, 20),
    ("association", False, 10_000_000, 6, 13),
    ("service", False, 5_000_000, 7, 14),
    ("service", False, 1_000_000, 8, 15),
]


@pytest.mark.parametrize(("kind", "public", "assets", "spending", "management"), LIMITS_2026)
def test_the_limits_of_2026_are_those_of_the_text(
    kind: str, public: bool, assets: int, spending: int, management: int
) -> None:
    figures = {"charity_spending": 1, "management_cost": 10**8, "spending_total": 10**9, "net_assets_previous": assets}
    found = accounts(**figures, year=2026)
    organization = typed(
        "organizations", "q", {**ORGANIZATION, "type": kind, "public_fundraising": "是" if public else "否"}
    )
    limits = {each.measure: each.limit for each in find_ratios(found, organization)}
    assert limits == {"charity_spending": spending, "management_cost": management}


def test_a_correction_and_the_audited_figures_stand_for_others_of_the_year() -> None:
    base = {"organization": "q", "kind": "annual-audit", "title": "t", "year": 2025, "income_previous": 100}
    rows = [
        {**base, "id": "a", "kind": "annual-accounts", "published_on": date(2026, 6, 1), "charity_spending": 10},
        {**base, "id": "b", "published_on": date(2026, 5, 1), "charity_spending": 70},
        {**base, "id": "c", "published_on": date(2026, 7, 1), "charity_spending": 80, "correction_of": "b"},
        {**base, "id": "d", "year": 2024, "charity_spending": 90},
    ]
    given = catalogue({"organizations": [ORGANIZATION], "reports": rows})
    thresholds = demonstration()[1].catalogue.records["thresholds"]
    found = Catalogue(
        {**given.datasets, "thresholds": dataset("thresholds")},
        {**given.records, "thresholds": thresholds},
        given.backlinks,
    )
    (ratio,) = find_ratios(found, typed("organizations", "q", ORGANIZATION))
    assert (ratio.record, ratio.percent) == ("q/c", Decimal("80.0"))
