"""An instance to its twin, whose datasets all have other names: in folders, declarations, settings and links."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import yaml

SUFFIX = "0q"
"""Behind every name and every folder of `data/`, so that their order stays what it was, national ones among them."""
LISTS_OF_NAMES = ("kinds", "kind")
"""Columns of the house's own tables in which names of datasets stand."""


def names_in(root: Path) -> tuple[str, ...]:
    """Every declared name of an instance."""
    declared = (yaml.safe_load(file.read_text("utf-8")) for file in (root / "data").rglob("dataset.yaml"))
    return tuple(sorted((one["name"] for one in declared), key=len, reverse=True))


def make_twin(root: Path) -> None:
    """Rename everything in place."""
    names = names_in(root)
    anyone = "|".join(names)
    for file in (root / "data").rglob("dataset.yaml"):
        edit(file, lambda text: renamed_declaration(text, anyone))
    for folder in sorted(
        (each for each in (root / "data").rglob("*") if each.is_dir()), key=lambda each: -len(each.parts)
    ):
        if any(folder.rglob("dataset.yaml")):
            folder.rename(folder.with_name(folder.name + SUFFIX))
    for file in (root / "content").rglob("*.md"):
        edit(file, lambda text: re.sub(rf"(\]\((?:\.\./)+)({anyone})/", rf"\g<1>\g<2>{SUFFIX}/", text))
    for file in (*(root / "data").rglob("reviewers.csv"), *(root / "data").glob("*/table_editions*/*.csv")):
        edit(file, lambda text: re.sub(rf"(?<=[,;])({anyone})(?=[,;])", rf"\g<1>{SUFFIX}", text))


def renamed_declaration(text: str, anyone: str) -> str:
    """Its own name, and those of the datasets it refers to, is written in, or takes its codes from."""
    named = rf"(^name: |resource: |codes: |nested: \{{in: )({anyone})\b"
    return re.sub(named, rf"\g<1>\g<2>{SUFFIX}", text, flags=re.M)


def edit(file: Path, change: Callable[[str], str]) -> None:
    """Rewrite a text file."""
    file.write_text(change(file.read_text("utf-8")), "utf-8")


def as_original(text: str) -> str:
    """What the twin says, in the original's names; SDMX writes them in capitals."""
    return re.sub(rf"(?<=[a-z]){SUFFIX}", "", text, flags=re.IGNORECASE)
