"""Settings that note what they are asked are the settings, and nobody reads one unnoted."""

from __future__ import annotations

from dataclasses import asdict, fields, replace

from generator.base.reads import ask
from generator.model.noted_settings import SETTING, noted_settings, plain_settings
from generator.model.project import Settings

PLAIN = Settings("站", "", "", "示例民政局", True, "", "", {}, 50, ())
NOTED = noted_settings(PLAIN)


def test_they_say_what_they_said() -> None:
    assert plain_settings(NOTED) == asdict(PLAIN) and NOTED.authority == PLAIN.authority


def test_each_is_noted_also_where_something_is_worked_out_from_it() -> None:
    assert ask(lambda: NOTED.page_size) == (50, {(SETTING, "page_size"): None})
    assert set(ask(lambda: NOTED.authority)[1]) == {(SETTING, "named_authority"), (SETTING, "demonstration")}
    assert {name for _, name in ask(asdict, NOTED)[1]} == {each.name for each in fields(Settings)}


def test_with_one_changed_they_still_note() -> None:
    assert ask(lambda: replace(NOTED, page_size=3).page_size)[1].keys() >= {(SETTING, "page_size")}
