"""The ways in of their own: the numbers that stand there are the help lines' own."""

from __future__ import annotations

from generator.features.finder.views import start_context
from generator.national.doors import DOORS
from tests.demonstration import demonstration_source


def test_the_numbers_of_every_door_are_help_lines_that_may_always_be_printed() -> None:
    source = demonstration_source()
    lines = source.catalogue.with_role("help_line")
    shown = {each.door.id: [number.phone for number in each.numbers] for each in start_context(source, "").doors}
    assert shown == {
        "violence": ["110", "120", "12345"],
        "homeless": ["110", "12345", "120"],
        "released": ["12345", "110"],
    }
    assert {each.line for door in DOORS for each in door.numbers} <= {
        key for key, line in lines.items() if line.values["always"]
    }
