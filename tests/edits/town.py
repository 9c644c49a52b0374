"""A whole site as small as one can be in which everything hangs together: a city, two districts, four projects."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

from bench.records import (
    compose_yaml,
    invent_disclosures,
    invent_project,
    invent_supply,
    write_catalogue,
    write_instance,
    write_rules,
)

PLACES = ("120103", "120103007", "120102", "120102001")
ORGANIZATIONS = ("shili-000", "shili-003")
DECLARED = ("projects", "supply", "windows", "organizations", "codes/divisions", "codes/categories")
WORDS_OF_DECLARATIONS = {
    "^title: .*$": "title: 示例{}",
    "^description: .*$": "description: 示例{}。",
    "^      title: .*$": "      title: 示例{}",
    "^      description: .*$": "      description: 示例{}。",
    "backlabel: [^},]*": "backlabel: 示例{}",
    "^    - {title: [^,]*,": "    - {{title: 示例{},",
}
"""Of a declaration the first line of each kind, and what may stand there."""
SETTINGS = {"authority": "示例{}民政局", "hotline": "{:05}", "page_size": "{}", "smallest_count": "{}"}
TEMPLATES = {
    "records/place.html": "{{% extends 'record.html' %}}{{% block first %}}<p>{}</p>{{% endblock %}}",
    "projects.listing.html": "{{% extends 'listing.html' %}}{{% block foot %}}<p>{}</p>{{% endblock %}}",
    "taking/on_list.html": "<p>{}</p>",
    "report_error_link.html": "<p>{}</p>",
    "duties/on_project_totals.html": "<p>{}</p>",
}
PROJECTS, ENTRIES = 4, 6
CITY = "12"


def write_town(folder: Path) -> Path:
    """The declarations of this repository with few records, the same each time."""
    write_instance(folder)
    write_rules(folder)
    _keep_rows(folder / "data/codes/divisions/divisions.csv", lambda row: row["code"] in (CITY, *PLACES))
    replace_in(folder / "data/codes/divisions/dataset.yaml", "^  records: .*$", "  records: {min: 1, max: 400}")
    for name in ("district_tiles", "statistical_zones", "service_zones"):
        shutil.rmtree(folder / "data/codes" / name)
    for file in (folder / "data/windows").glob("*.csv"):
        _keep_rows(file, lambda row: row["division"] in PLACES)
    for file in (folder / "data/organizations").glob("shili-*.yaml"):
        if file.stem not in ORGANIZATIONS:
            file.unlink()
    for number in range(PROJECTS):
        write_project(folder, number, f"p{number:06d}")
    random = Random(1)
    rows = [{**invent_supply(each, CITY, random, PLACES), "organization": ORGANIZATIONS[0]} for each in range(ENTRIES)]
    write_catalogue(folder / f"data/supply/2026H2/{CITY}.csv", rows)
    return folder


def write_project(folder: Path, seed: int, key: str) -> None:
    """One project of one of the two organisations, invented from a seed."""
    random = Random(seed)
    row = {**invent_project(seed, random, PLACES), "id": key, "organization": ORGANIZATIONS[seed % 2]}
    for fundraising in row["fundraisings"]:
        fundraising["number"] = f"示例备案{key}"  # two filings never share one
    project(folder, key).write_text(compose_yaml(row), "utf-8")


def add_disclosure(folder: Path, key: str, seed: int) -> None:
    """One more paper at the end of a project's list."""
    random = Random(seed)
    opened = date(2025, 1, 1) + timedelta(days=random.randrange(500))
    row = {**next(invent_disclosures(opened, random)), "id": f"n{seed:03d}"}
    text = compose_yaml(row, "    ").replace("    ", "  - ", 1)
    with project(folder, key).open("a", encoding="utf-8") as file:
        file.write(text)


def project(folder: Path, key: str) -> Path:
    """Where a project stands."""
    return folder / f"data/projects/{key}.yaml"


def replace_in(file: Path, pattern: str, new: str) -> None:
    """The first line that a pattern finds, written anew; a file without one stays as it is."""
    file.write_text(re.sub(pattern, lambda _: new, file.read_text("utf-8"), count=1, flags=re.MULTILINE), "utf-8")


def draw_with(folder: Path, template: str, words: str) -> None:
    """The instance's own template in place of the house's."""
    file = folder / "theme/templates" / template
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(TEMPLATES[template].format(words), "utf-8")


def set_(folder: Path, name: str, number: int) -> None:
    """One setting, whether it was there or not."""
    file = folder / "mkdocs.yml"
    settings = yaml.safe_load(file.read_text("utf-8"))
    settings["extra"]["mingshan"][name] = SETTINGS[name].format(number + 3)
    file.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), "utf-8")


def add_saying(folder: Path, words: str, place: str) -> None:
    """What people of a place call it, beside what the engine ships."""
    file = folder / "data/sayings/own.csv"
    file.parent.mkdir(parents=True, exist_ok=True)
    known = file.read_text("utf-8") if file.exists() else "phrase,needs,groups,places,about,words,unless\n"
    if f"{words}那边," not in known:
        file.write_text(f"{known}{words}那边,,,{place},,,\n", "utf-8")


def edit_rows(file: Path, edit: Callable[[list[dict[str, str]]], None]) -> None:
    """A table with its rows edited in place."""
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        rows, columns = list(reader), tuple(reader.fieldnames or ())
    edit(rows)
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _keep_rows(file: Path, is_kept: Callable[[dict[str, str]], bool]) -> None:
    def keep(rows: list[dict[str, str]]) -> None:
        rows[:] = [row for row in rows if is_kept(row)]

    edit_rows(file, keep)
    if len(file.read_text("utf-8").splitlines()) < 2:
        file.unlink()


def without_memory(source: Path, folder: Path) -> Path:
    """A copy of a site's sources that knows nothing of any answer; what was read of files may be remembered."""
    shutil.rmtree(folder, ignore_errors=True)
    kept = shutil.ignore_patterns(
        "site", "manifest.json", "answers.sqlite*", "pagefind", "index", "documents.json", "lock"
    )
    shutil.copytree(source, folder, ignore=kept)
    return folder
