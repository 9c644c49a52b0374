"""Looking up stops counting when the last day moves: who looked is told, as long as it would have counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from generator.features.duties.moved_looks import find_moved_looks
from tests.builders import locate
from tests.demonstration import demonstration, demonstration_source
from tests.features.duties.catalogues import catalogue

LOOKED = date(2026, 11, 20)
ENDED = date(2026, 7, 15)
"""Three months later, on the fifteenth of October, all has to be public."""
LOOK = {
    "id": "l20261120-00000a",
    "rule": "project-final-2026",
    "subject": "p",
    "occasion": "ended",
    "due": date(2026, 10, 15),
    "looked_at": "charity-china",
    "looked_on": LOOKED,
    "result": "not-found",
}


def told(day: date = LOOKED, ended: date = ENDED, **look: Any) -> list[str]:
    """The messages about one look at a project that has ended."""
    project = {"id": "p", "organization": "q", "starts_on": date(2026, 5, 1), "status": "ended", "ended_on": ended}
    organization = {"id": "q", "name": "q", "charity": "是", "public_fundraising": "是"}
    given = catalogue({"organizations": [organization], "projects": [project], "lookups": [{**LOOK, **look}]})
    settings = replace(demonstration_source().settings, duties_since={})
    return [each.message for each in find_moved_looks(given, settings, day, locate)]


def test_a_look_for_the_day_that_stands_needs_no_advice() -> None:
    assert told() == []


def test_a_day_that_moved_is_told_with_the_new_one() -> None:
    assert told(ended=date(2026, 7, 31)) == [
        "lookups/l20261120-00000a与disclosure/project-final-2026：最迟日期现在是2026年10月31日，查过的不再算。"
    ]


def test_a_time_that_there_is_not_any_more_is_told() -> None:
    assert told(occasion="2") == [
        "lookups/l20261120-00000a与disclosure/project-final-2026：这条义务现在没有这一次，查过的不再算。"
    ]


@pytest.mark.parametrize(
    "look",
    [
        {"result": "found", "published_on": date(2026, 10, 20)},
        {"result": "could-not"},
        {"looked_on": date(2026, 10, 15)},
        {"looked_at": "registrar"},
    ],
)
def test_what_never_counted_as_silence_needs_no_advice(look: dict[str, Any]) -> None:
    assert told(ended=date(2026, 7, 31), **look) == []


def test_what_has_lapsed_must_be_looked_up_anew_anyhow() -> None:
    assert len(told(LOOKED + timedelta(days=30), ended=date(2026, 7, 31))) == 1
    assert told(LOOKED + timedelta(days=31), ended=date(2026, 7, 31)) == []


def test_every_look_of_the_demonstration_counts() -> None:
    project, checked = demonstration()
    assert list(find_moved_looks(checked.catalogue, project.settings, project.as_of, locate)) == []
