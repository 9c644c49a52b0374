"""Fingerprints: a page's changes when, and only when, something it shows changes."""

from __future__ import annotations

from datetime import date

from generator.build.fingerprints import page_fingerprints
from generator.build.site import plan_site
from generator.features import FEATURES
from generator.model.project import Settings
from generator.model.record import Record
from generator.model.source import Source
from tests.builders import dataset, field, filter_, linked, record

TEAM = dataset("teams", field("name"), label="name")
THING = dataset("things", field("name"), field("team", target="teams"), label="name", filters=(filter_("team"),))
DAY = date(2026, 1, 1)
SETTINGS = Settings("站", "", "", "", False, "", "", {}, 50, ())
BEFORE = (
    record(TEAM, "t1", name="甲队"),
    record(TEAM, "t2", name="乙队"),
    record(THING, "a", name="一", team="t1"),
    record(THING, "b", name="二", team="t2"),
    record(THING, "c", name="三"),
)


def _changed_by(replacement: Record) -> set[str]:
    after = tuple(replacement if each.key == replacement.key else each for each in BEFORE)
    before, then = _fingerprints(BEFORE), _fingerprints(after)
    return {address for address in before | then if before.get(address) != then.get(address)}


def _fingerprints(records: tuple[Record, ...]) -> dict[str, str]:
    catalogue, _ = linked((TEAM, THING), *records)
    plan, _ = plan_site(catalogue, SETTINGS, (), DAY, FEATURES)
    fingerprint = page_fingerprints(Source(catalogue, plan, SETTINGS, DAY, {}), "base", FEATURES)
    return {page.address: fingerprint(page) for page in plan.pages}


def test_nothing_changed_changes_nothing() -> None:
    assert _changed_by(BEFORE[0]) == set()


def test_a_changed_value_changes_its_page_its_lists_and_the_pages_that_show_its_card() -> None:
    assert _changed_by(record(THING, "c", name="三", team="t1")) == {
        *("things/c/", "things/", "things/team/t1/", "teams/t1/"),
        *("things/team/t2/",),  # shows the counts of every team
    }


def test_a_changed_name_reaches_every_page_that_names_it() -> None:
    changed = _changed_by(record(TEAM, "t1", name="丙队"))
    assert {"teams/t1/", "teams/", "things/a/", "things/", "things/team/t1/"} <= changed
    assert "things/b/" not in changed
