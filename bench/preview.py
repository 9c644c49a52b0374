"""A site with duties in a running preview to how soon a page is on disk after an edit, and everything else after it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.build import PROJECTS, SUPPLY_ROWS
from bench.figures import Figure, seconds
from bench.programs import run_python
from bench.records import write_rules, write_site

LIMITS = {"a record": 1.5, "a cell": 1.5, "an article": 1.5, "a setting": 3, "a codelist": 3}
"""Seconds on the clock, of two cores, to the page that shows it."""


def measure_preview(scale: float) -> Iterator[Figure]:
    """Each kind of edit once: to its own page, or the page that somebody looks at; then to the end of the round."""
    projects = max(20, round(PROJECTS * scale))
    with TemporaryDirectory() as place:
        site = Path(place, "site")
        write_site(site, projects, SUPPLY_ROWS)
        write_rules(site)
        found = json.loads(run_python("-m", "bench.previewed", site).printed)
    for name, (shown, spent, whole) in found.items():
        yield seconds(f"{name} edited, {projects:,} projects: its page", shown, LIMITS[name])
        yield seconds(f"{name} edited: its page, seconds of processors", spent)
        yield seconds(f"{name} edited: everything", whole)
