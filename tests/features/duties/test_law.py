"""The rules shipped say what `LAW.md`'s readers found in the published texts: article by article, read and unread."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.model.cells import day_in, is_set, text_in, words_in
from generator.model.record import Record
from tests.demonstration import demonstration

READ = {
    # rule: where it is written, whether that was read; copied by hand from the table of the people who read the texts
    "annual-report-2018": ("第七十二条", False),
    "annual-accounts-2018": ("第七十二条", False),
    "annual-audit-2018": ("第七十二条", False),
    "annual-report-2026": ("第六条", True),
    "annual-accounts-2026": ("第六条", True),
    "annual-audit-2026": ("第七十八条", True),
    "basic-info-2018": ("第四条", True),
    "basic-info-2026": ("第十六条", True),
    "basic-info-formed-2026": ("", False),
    "emergency-progress-2024": ("第七十二条", True),
    "fundraising-filing-2024": ("第十一条", True),
    "fundraising-final-2018": ("第七十三条", True),
    "fundraising-progress-2018": ("第七十三条", True),
    "major-event-2018": ("", False),
    "major-project-annual-2026": ("", False),
    "naming-consent-2024": ("第九十九条", True),
    "no-news-instead-2018": ("第二条", True),
    "pay-and-costs-2018": ("第五条", False),
    "project-final-2018": ("第七十三条", True),
    "project-progress-2018": ("第七十三条", True),
    "project-surplus-2026": ("", False),
    "trust-trustee-2016": ("第四十八条", True),
    "trust-events-2026": ("", False),
    "plan-change-2024": ("第十二条", True),
    "use-change-2024": ("第二十条", True),
    "partner-evaluation-2026": ("第七条", True),
    "donor-feedback-2024": ("第四十二条", True),
    "beneficiaries-told-2024": ("第八十一条", True),
    "insider-dealings-2024": ("第十四条", True),
    "cost-figures-2026": ("第十七条", True),
    "cost-excess-2026": ("第十四条", True),
    "fundraising-notice-2024": ("第二十五条", True),
    "online-platform-2024": ("第二十七条", True),
    "volunteers-told-2024": ("第六十五条", True),
    "liquidation-2024": ("第十八条", True),
    "bureau-organizations-2024": ("第七十六条第一项", True),
    "bureau-others-2024": ("第七十六条第九项", True),
    "bureau-credit-2024": ("第一百零六条", True),
    "bureau-hotline-2026": ("第六十条", True),
    "bureau-assistance-2026": ("第六十七条", True),
    "bureau-twenty-days-2019": ("第二十六条", True),
    "trust-trustee-2024": ("第四十九条", True),
    "trust-trustee-2026": ("第十二条", True),
}


def rules() -> dict[str, Record]:
    return dict(demonstration()[1].catalogue.with_role("rule"))


@pytest.mark.parametrize("rule", READ)
def test_a_rule_stands_where_it_was_read(rule: str) -> None:
    found = rules()[rule]
    assert (text_in(found, "article"), is_set(found, "verified")) == READ[rule]


def test_what_was_read_names_its_text_and_day_and_what_was_not_read_claims_neither() -> None:
    thresholds = demonstration()[1].catalogue.with_role("threshold")
    for each in [*rules().values(), *thresholds.values()]:
        told = [bool(text_in(each, "article")), bool(text_in(each, "source")), bool(day_in(each, "read_on"))]
        assert told[1:] == [is_set(each, "verified")] * 2, each.key
        assert told[0] or not is_set(each, "verified"), each.key


def test_thorough_was_not_said_before_2024() -> None:
    for rule in ("fundraising-final-2018", "project-final-2018"):
        assert "全面公开" in text_in(rules()[rule], "text") and "详细" not in text_in(rules()[rule], "text")
    assert "全面、详细" in text_in(rules()["project-final-2024"], "text")


def test_a_plan_is_filed_with_the_registrar() -> None:
    for rule in ("fundraising-filing-2024", "fundraising-filing-2026", "emergency-filing-2024"):
        assert text_in(rules()[rule], "audience") == "registrar"


def test_a_donor_may_put_its_name_on_what_it_pays_for_if_the_beneficiary_agrees() -> None:
    assert re.search("捐赠人.*冠名.*受益人同意", text_in(rules()["naming-consent-2024"], "text"))


def test_addresses_are_published_by_the_registrar() -> None:
    assert all("地址" not in text_in(each, "text") for key, each in rules().items() if key.startswith("basic-info"))


def test_trustees_have_reported_since_2016() -> None:
    versions = [each for each in rules().values() if text_in(each, "duty") == "trust-trustee"]
    assert sorted(day_in(each, "valid_from") or date.min for each in versions) == [
        date(2016, 9, 1),
        date(2024, 9, 5),
        date(2026, 1, 1),
    ]
    assert all(words_in(each, "due_on") == ("12-31",) for each in versions)
