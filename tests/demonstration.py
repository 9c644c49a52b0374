"""The house's own instance, checked once for all tests that look at it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from generator.model.project import Project
from generator.pipeline import Checked, check_project, open_project
from generator.render.source import Source

ROOT = Path(__file__).parents[1]
AS_OF = date(2026, 11, 25)


@cache
def demonstration() -> tuple[Project, Checked]:
    """The project and its checked data, for `AS_OF`."""
    project, _ = open_project(ROOT, AS_OF, None)
    return project, check_project(project, lambda _what: None)


@cache
def demonstration_source() -> Source:
    """What its pages are drawn from."""
    project, checked = demonstration()
    return Source(checked.catalogue, checked.plan, project.settings, AS_OF, {})
