"""Which pages stand: one is drawn again when, and only when, something it read is another."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import date
from typing import Any
from weakref import ref

import pytest

from generator.base.reads import ReadOutsideQuestionError, strictly
from generator.build.site import plan_site
from generator.features import FEATURES
from generator.model.dataset import Dataset
from generator.model.noted import noted
from generator.model.noted_settings import noted_settings
from generator.model.project import Settings
from generator.model.record import Record
from generator.model.source import Source
from generator.store.answers import Kept
from generator.store.standing import Standing
from generator.store.values import Values
from tests.asking import kept_of, stale
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


KINDS = (TEAM, THING)
TEMPLATES = dict.fromkeys(("page.html", "record.html", "listing.html", "search_page.html"), "as it is")


def _source(*records: Record, day: date = DAY, kinds: tuple[Dataset, ...] = KINDS, **said: Any) -> Source:
    catalogue, settings = noted(linked(kinds, *records)[0]), noted_settings(replace(SETTINGS, **said))
    plan, _ = plan_site(catalogue, settings, (), day, FEATURES)
    return Source(catalogue, plan, settings, day, {}, templates=TEMPLATES)


SOURCE = _source(*BEFORE)
ONE_OF_EACH = {"teams/", "teams/t1/", "things/a/"}
PAGES = {page.address: page for page in SOURCE.plan.pages if page.frame in ("teams", "things")}


def _reached_by(after: Source) -> set[str]:
    """What is drawn again because it is planned otherwise, or because of what it read."""
    planned = {page.address: page for page in after.plan.pages}
    otherwise = {address for address, page in PAGES.items() if planned.get(address) != page}
    return otherwise | stale(kept_of(SOURCE, PAGES), after, PAGES)


def _changed(new: Record) -> Source:
    return _source(*(new if each.key == new.key else each for each in BEFORE))


def test_nothing_changed_changes_nothing() -> None:
    assert _reached_by(_source(*BEFORE)) == set()


def test_a_changed_value_changes_its_page_its_lists_and_the_pages_that_show_its_card() -> None:
    assert _reached_by(_changed(record(THING, "c", name="三", team="t1"))) == {
        *("things/c/", "things/", "things/team/t1/", "teams/t1/"),
        *("things/team/t2/",),  # shows the counts of every team
    }


def test_a_changed_name_reaches_every_page_that_names_it() -> None:
    changed = _reached_by(_changed(record(TEAM, "t1", name="丙队")))
    assert {"teams/t1/", "teams/", "things/a/", "things/", "things/team/t1/"} <= changed
    assert "things/b/" not in changed


def test_further_sheets_of_a_list_tell_no_counts_and_stand_when_they_change() -> None:
    sheets = ("things/", "things/page/2/", "things/page/3/")
    moved = (record(THING, "c", name="三", team="t1") if each.key == "c" else each for each in BEFORE)
    kept = kept_of(_source(*BEFORE, page_size=1), sheets)
    assert stale(kept, _source(*moved, page_size=1), sheets) == {"things/", "things/page/3/"}


def test_a_new_day_reaches_nobody_who_does_not_tell_it() -> None:
    assert _reached_by(_source(*BEFORE, day=date(2026, 1, 2))) == set()


def _declared_otherwise(kind: Dataset, **words: str) -> Source:
    other = replace(kind, digest="another", **words)
    return _source(*BEFORE, kinds=tuple(other if each is kind else each for each in KINDS))


def test_another_declaration_reaches_who_shows_something_of_it() -> None:
    of_things = _reached_by(_declared_otherwise(THING, description="说明"))
    assert {"things/", "things/a/", "things/team/t1/", "teams/t1/"} <= of_things and "teams/" not in of_things


def test_another_setting_reaches_who_asks_for_it() -> None:
    assert _reached_by(_source(*BEFORE, most_removals=3, smallest_count=7)) == set()
    assert _reached_by(_source(*BEFORE, hotline="12345")) >= ONE_OF_EACH


def test_another_template_reaches_who_is_drawn_with_it_and_one_that_was_not_there_whom_it_suits_better() -> None:
    listing = replace(SOURCE, templates={**TEMPLATES, "listing.html": "another"})
    assert ONE_OF_EACH & _reached_by(listing) == {"teams/"}
    assert _reached_by(replace(SOURCE, templates={**TEMPLATES, "things.html": "new"})) == {
        *("things/a/", "things/b/", "things/c/"),
    }


def test_what_was_not_there_is_missed_when_it_comes() -> None:
    before = _source(*(each for each in BEFORE if each.key != "t1"))
    assert stale(kept_of(before, ("things/a/",)), SOURCE, ("things/a/",)) == {"things/a/"}


def test_a_change_that_is_taken_back_leaves_everything_as_it_was() -> None:
    after = _changed(record(THING, "c", name="别的"))
    assert _reached_by(after) and not stale(kept_of(after, PAGES), _changed(record(THING, "c", name="别的")), PAGES)


def test_what_is_read_outside_a_question_raises_while_a_site_is_drawn() -> None:
    with strictly(), pytest.raises(ReadOutsideQuestionError):
        SOURCE.catalogue.records["teams"].get("t1")
    with strictly(), pytest.raises(ReadOutsideQuestionError):
        str(SOURCE.as_of)


def test_an_answer_of_another_mark_never_stands() -> None:
    from generator.store.standing import Standing

    standing = Standing(kept_of(SOURCE, PAGES), Values(replace(SOURCE)))
    assert not standing.stands("things/a/", "another") and not standing.stands("things/nobody/", "mark")


def test_what_was_looked_at_is_let_go_without_a_collector() -> None:
    gc.disable()
    try:
        values = Values(_source())
        standing = Standing(Kept("as it is"), values)
        left = ref(values)
        del standing, values
        assert left() is None
    finally:
        gc.enable()
