"""Windows to advice on those whose opening hours no program can read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.hsds.problems import hours_unread
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
            yield hours_unread(locate(window.origin, "hours"), window.key, found.unread[0] if found.unread else "")
