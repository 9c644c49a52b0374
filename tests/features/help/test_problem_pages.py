"""A page for every rule, on any instance; only their list is in the menu."""

from __future__ import annotations

from datetime import date

from generator.build.site import plan_site
from generator.features import FEATURES
from generator.model.addresses import ADDRESSES_PROBLEMS, problem_address
from tests.builders import dataset, linked
from tests.rules import RULES
from tests.store.test_standing import SETTINGS


def test_even_an_instance_with_nothing_explains_every_rule() -> None:
    plan, problems = plan_site(linked((dataset("notes"),))[0], SETTINGS, (), date(2026, 11, 25), FEATURES)
    found = {page.address: page for page in plan.pages if page.address.startswith(ADDRESSES_PROBLEMS)}
    assert set(found) == {ADDRESSES_PROBLEMS, *map(problem_address, RULES)}
    assert {page.frame for page in found.values()} == {"problems"}
    assert problems == ()


def test_a_page_is_called_as_its_fault_in_plain_words() -> None:
    assert len({each.title for each in RULES.values()}) == len(RULES)
