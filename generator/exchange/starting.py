"""The generator's own declarations and a few example records to a small working project for another city."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.exchange.problems import FOLDER_NOT_EMPTY
from generator.model.problem import Location, Problem

STARTER = "theme/starter"
SHARED_LISTS = ("categories", "groups", "household_types", "thresholds", "waiting_bands")
"""Codelists that are the same everywhere; the others come with example records."""
NATIONAL_RULES = "disclosure"
OWN_TO_TIANJIN = ("statistical_zones", "district_tiles", "supply-halfyear-2024.yaml")
"""Datasets and rules that bind nobody elsewhere."""
_EXPECTED_SIZE = re.compile(r"^  records:.*\n", re.MULTILINE)


def create_project(house: Path, folder: Path) -> tuple[Problem, ...]:
    """Fill an empty or new folder; a folder with anything in it is left as it is."""
    folder = folder.resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return (_not_empty(folder),)
    fresh = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(house / STARTER, fresh)
    for source in _shared_files(house):
        target = fresh / source.relative_to(house)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_EXPECTED_SIZE.sub("", source.read_text("utf-8")), "utf-8")
    if folder.exists():
        folder.rmdir()
    fresh.rename(folder)
    return ()


def _shared_files(house: Path) -> Iterator[Path]:
    """Every declaration without the number of records Tianjin expects, the shared codelists and the national law."""
    for declaration in sorted((house / "data").rglob("dataset.yaml")):
        name = declaration.parent.name
        if name not in OWN_TO_TIANJIN:
            yield declaration
        if name in SHARED_LISTS:
            yield declaration.with_name(f"{name}.csv")
        if name == NATIONAL_RULES:
            rules = sorted(declaration.parent.glob("*.yaml"))
            yield from (rule for rule in rules if rule != declaration and rule.name not in OWN_TO_TIANJIN)


def _not_empty(folder: Path) -> Problem:
    return Problem(
        FOLDER_NOT_EMPTY,
        Location(folder.name),
        "这个文件夹里已经有内容，没有改动它。",
        "换一个还不存在的文件夹名称。",
    )
