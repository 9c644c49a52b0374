"""Thirty honest persons: none meets an empty page, and half of them need at most six touches."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench.persons import read_persons, walk
from tests.browser.conftest import Visit

PERSONS = read_persons(Path(__file__).parents[1] / "finder_persons.yaml")
MOST_TAPS = 6


def test_nobody_meets_an_empty_page_and_half_need_few_touches(
    visit: Visit, record_property: Callable[[str, object], None]
) -> None:
    reader = visit(width=360)
    taps = []
    for person in PERSONS:
        page = reader.opens("find/")
        found = walk(page, person)
        page.close()
        assert found.open and found.window, (person["says"], found)
        taps.append(found.taps)
    record_property("touches", f"median {median(taps)}, most {max(taps)}")
    assert len(taps) == 30 and median(taps) <= MOST_TAPS
