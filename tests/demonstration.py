"""The demonstration as tests want it: read once, or a copy that they may change."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.build.pipeline import Checked, check_project, open_project
from generator.model.problem import Problem
from generator.model.project import Project
from generator.model.source import Source
from tests.known import lay_audits, learn_audits
from tests.rules import RULES

HOUSE = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 25)


LARGE = {"supply": "12.csv", "windows": "120101.csv", "statistics/aid_places": "2026H1.csv"}
"""Datasets of which one file is enough here."""
PACKS = "window_packs: true"


def copy_demonstration(folder: Path) -> Path:
    """The site of this repository, to be changed at will, and what the last check of it remembered."""
    return shutil.copytree(_checked_copy(), folder, dirs_exist_ok=True)


@cache
def _checked_copy() -> Path:
    """Without the packs, which tests/build/test_packing.py makes."""
    folder = reduced(Path(_kept().name))
    lay_audits(folder)
    checked(folder)
    learn_audits(folder)
    return folder


def reduced(folder: Path) -> Path:
    """The demonstration with one file of the largest tables, and without the packs."""
    for name in ("data", "content"):
        shutil.copytree(HOUSE / name, folder / name, dirs_exist_ok=True)
    for name, kept in LARGE.items():
        for file in (folder / "data" / name).rglob("*.csv"):
            if file.name != kept:
                file.unlink()
    shutil.rmtree(folder / "data/statistics/kept_editions")
    standing = {sha256(file.read_bytes()).hexdigest() for file in (folder / "data").rglob("*.csv")}
    for file in (folder / "data/statistics/table_editions").glob("*.csv"):
        header, *lines = file.read_text("utf-8").splitlines(keepends=True)
        at = header.split(",").index("sha256")
        file.write_text(
            "".join([header, *(each for each in lines if each.split(",")[at] in standing or ",told," in each)]), "utf-8"
        )
    settings = (HOUSE / "mkdocs.yml").read_text("utf-8")
    assert PACKS in settings
    (folder / "mkdocs.yml").write_text(settings.replace(PACKS, "window_packs: false"), "utf-8")
    return folder


@cache
def _kept() -> TemporaryDirectory[str]:
    """Removed when the tests end."""
    return TemporaryDirectory(prefix="demonstration-")


def opened(root: Path, as_of: date = TODAY, site_url: str = "") -> Project:
    """The project in a folder, with an address of its own where wanted."""
    project, problems = open_project(root, as_of, None)
    assert not problems
    return replace(project, settings=replace(project.settings, site_url=site_url)) if site_url else project


def checked(root: Path, as_of: date = TODAY) -> Checked:
    """Everything read, checked, linked and planned."""
    return check_project(opened(root, as_of), lambda _: None)


def found(root: Path, rule: str, as_of: date = TODAY) -> tuple[Problem, ...]:
    """The problems of one rule."""
    return tuple(each for each in checked(root, as_of).problems if each.rule.code == rule)


@cache
def demonstration() -> tuple[Project, Checked]:
    """The house's own instance and its checked data, read once for all tests that look at it."""
    project = opened(HOUSE)
    found = check_project(project, lambda _: None)
    learn_audits(HOUSE)
    return project, found


@cache
def demonstration_source() -> Source:
    """What its pages are drawn from."""
    project, checked = demonstration()
    return Source(checked.catalogue, checked.plan, project.settings, TODAY, {}, checked.pictures, rules=RULES)


if __name__ == "__main__":  # what several parts of `make test` want is worked out once before them
    demonstration()
    _checked_copy()
