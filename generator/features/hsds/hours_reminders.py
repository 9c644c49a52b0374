"""Windows to advice on those whose opening hours no program can read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.hsds.problems import HOURS_UNREAD
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.opening_hours import read_hours
from generator.model.problem import Problem
from generator.model.project import Settings
from generator.model.table import Locate


def find_unread_hours(catalogue: Catalogue, _settings: Settings, _as_of: date, locate: Locate) -> Iterator[Problem]:
    """The text stays what counts, on every page: this is advice."""
    for window in catalogue.with_role("window").values():
        text = text_in(window, "hours")
        found = read_hours(text)
        if text and (found.unread or not found.openings):
            part = f"其中“{found.unread[0]}”一段" if found.unread else "整段"
            message = f"这个窗口的开放时间，{part}程序读不懂，不能给别的系统用。"
            hint = "先写星期几，再写几点到几点，如“周一至周五 8:30—12:00、13:30—17:30”；别的话放在逗号后面。"
            yield Problem(HOURS_UNREAD, locate(window.origin, "hours"), message, hint, window.key)
