"""The plan of the board of gaps."""

from __future__ import annotations

from dataclasses import replace

from generator.build.site import plan_site
from generator.features import FEATURES
from generator.features.gaps.ledgers import hide_ledgers
from tests.demonstration import TODAY, demonstration

PROJECT, CHECKED = demonstration()
PAGES = {page.address for page in CHECKED.plan.pages}
FILES = {each.address for each in CHECKED.plan.downloads}


def test_the_board_every_category_and_every_district_have_a_page_and_its_figures() -> None:
    places = [key for key in CHECKED.catalogue.records["divisions"] if len(key) == 6]
    wanted = {"gaps/"}
    wanted |= {f"gaps/category/{key}/" for key in CHECKED.catalogue.records["categories"]}
    wanted |= {f"gaps/division/{key}/" for key in places}
    assert {address for address in PAGES if address.startswith("gaps/")} == wanted
    assert {f"{address}gaps.csv" for address in wanted} <= FILES
    assert {f"gaps/division/{key}/needs.csv" for key in places} <= FILES


def test_late_catalogues_have_a_feed() -> None:
    assert "catalogues/feed.xml" in FILES


def test_without_the_setting_there_is_no_board() -> None:
    catalogue = hide_ledgers(CHECKED.catalogue, replace(PROJECT.settings, needs_ledger=False), TODAY)
    plan, _ = plan_site(catalogue, replace(PROJECT.settings, needs_ledger=False), (), TODAY, FEATURES)
    assert not [each.address for each in (*plan.pages, *plan.downloads) if each.address.startswith("gaps/")]
    assert "downloads/needs.csv" in {each.address for each in plan.downloads}
