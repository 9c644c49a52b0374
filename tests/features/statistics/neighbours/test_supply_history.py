"""What entries said of their places is read from every commit, whatever their columns were called then."""

from __future__ import annotations

from pathlib import Path

from generator.features.statistics.neighbours.supply import Places
from generator.features.statistics.neighbours.supply_history import read_stories, told_numbers
from tests.demonstration import demonstration
from tests.instances import write
from tests.repositories import commit, git

FILE = "data/supply/2026H2/120103.csv"
SUPPLY = demonstration()[1].catalogue.datasets["supply"]


def test_every_word_and_number_of_old_is_found_in_the_order_of_commits(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    for text in (
        "id,quota,quota_unit,quota_left,status\n120103-001,12,household,7,open\n120103-002,,,,open\n",
        "id,status,quota,quota_unit,places_left\n120103-001,open,12,household,ask\n",
        "id,status,quota,quota_unit,places_left\n120103-001,full,12,household,ask\n",
    ):
        write(tmp_path, FILE, text)
        commit(tmp_path, "change")
        write(tmp_path, "content/index.md", text)
        commit(tmp_path, "something else")
    assert read_stories(tmp_path, SUPPLY) == {
        "2026H2/120103-001": (
            Places(12, "household", 7, "", "open"),
            Places(12, "household", None, "ask", "open"),
            Places(12, "household", None, "ask", "full"),
        ),
        "2026H2/120103-002": (Places(None, "", None, "", "open"),),
    }


def test_without_git_nobody_said_anything_before(tmp_path: Path) -> None:
    write(tmp_path, FILE, "id,quota\n120103-001,12\n")
    assert read_stories(tmp_path, SUPPLY) == {}


def test_numbers_that_cannot_be_taken_back_are_those_of_people_in_order() -> None:
    left = (7, 5, None, 5)
    stories = {
        "people": tuple(Places(12, "household", each, "", "open") for each in left),
        "things": (Places(12, "item", 7, "", "open"),),
        "silent": (Places(12, "household", None, "few", "open"),),
    }
    assert told_numbers(stories) == {"people": (5, 7)}
