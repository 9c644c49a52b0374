"""津民发〔2024〕22号 paragraph by paragraph: what each asks to be told has a record; nobody's facts are invented."""

from __future__ import annotations

import pytest

from generator.model.cells import day_in, is_set, text_in, words_in
from generator.model.record import Record
from tests.demonstration import demonstration_source

CATALOGUE = demonstration_source().catalogue


def told(dataset: str) -> list[Record]:
    return list(CATALOGUE.records[dataset].values())


@pytest.mark.parametrize(
    ("dataset", "answer", "day"),
    [
        ("bulletin_steps", "result", "done_on"),  # §1: what became of what was agreed
        ("raised_problems", "answer", "answered_on"),  # §2: problems and how they were solved
        ("complaint_answers", "answer", "answered_on"),  # 保障2: where the answer is published
    ],
)
def test_what_was_agreed_asked_and_complained_of_is_answered_with_a_day(dataset: str, answer: str, day: str) -> None:
    answered = [each for each in told(dataset) if text_in(each, answer)]
    assert answered and all(day_in(each, day) for each in answered)


def test_the_foundations_scheme_says_what_the_policy_says_and_no_more() -> None:
    """§4: who is helped and how to apply is the foundation's to say."""
    (scheme,) = [each for each in told("aid_schemes") if "发点球" in text_in(each, "name")]
    assert text_in(scheme, "lead") == "天津市社会救助基金会" and "22号" in text_in(scheme, "source")
    assert not is_set(scheme, "verified")
    assert not any(text_in(scheme, name) for name in ("content", "how_to_apply", "phone", "confirmed_by"))
    assert not any(text_in(each, "scheme") == scheme.key for each in told("projects"))


def test_a_window_says_which_half_years_pack_came_when_and_to_whom() -> None:
    """§5"""
    receipts = told("pack_receipts")
    assert receipts and all(day_in(each, "received_on") and text_in(each, "received_by") for each in receipts)
    assert all(text_in(each, "period")[4:] in ("H1", "H2") for each in receipts)


def test_fundraising_on_a_platform_has_its_platform_its_project_and_its_case() -> None:
    """§6: 互联网慈善"""
    online = {text_in(each, "project") for each in told("fundraisings") if words_in(each, "used_platforms")}
    assert online & {text_in(each, "project") for each in told("cases")}


def test_hubs_say_whom_they_foster_and_emergencies_of_public_health_are_an_occasion() -> None:
    """§6"""
    assert any(is_set(each, "hub") and words_in(each, "fostered") for each in told("organizations"))
    assert "public-health" in {text_in(each, "kind") for each in told("events")}


def test_an_organisation_may_show_its_party_building_its_ties_and_its_funding() -> None:
    """保障1"""
    fields = ("party_building", "mass_ties", "funding_sources")
    assert any(all(text_in(each, name) for name in fields) for each in told("organizations"))
