"""A site of 10,000 projects to what building it costs: beside MkDocs, beside a bare loop, and after one change."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.figures import Figure, megabytes, ratio, seconds
from bench.markdown import predict_mkdocs
from bench.programs import Cost, best, run_python, set_aside
from bench.records import write_site

PROJECTS, SUPPLY_ROWS = 10_000, 100
MKDOCS_PAGES = 1_000
CLEAN_RUNS, CHANGED_RUNS = 2, 5
INDEXING = ("建立搜索索引", "发布搜索索引")
"""What the pipeline says when work at the index begins; it ends when the next stage begins."""


class Built(NamedTuple):
    """One build: all its seconds, those of the index, and the most memory one of its processes held."""

    seconds: float
    indexing: float
    megabytes: float

    @property
    def drawing(self) -> float:
        """Everything but the index."""
        return self.seconds - self.indexing


def measure_build(scale: float) -> Iterator[Figure]:
    """Clean builds, and builds after one record changed."""
    projects = max(20, round(PROJECTS * scale))
    with TemporaryDirectory() as place:
        site, other = Path(place, "site"), Path(place, "other")
        write_site(site, projects, SUPPLY_ROWS)
        mkdocs = predict_mkdocs(site, other, max(20, round(MKDOCS_PAGES * scale)), projects)
        bare = best(lambda: _run_bare_loop(site, other), CLEAN_RUNS).seconds
        clean = min((_build_clean(site) for _ in range(CLEAN_RUNS)), key=lambda each: each.drawing)
        changed = min((_build_changed(site, run) for run in range(CHANGED_RUNS)), key=lambda each: each.drawing)
        regrouped = _build_regrouped(site)
    yield seconds(f"MkDocs alone, {projects:,} pages of Markdown (predicted)", mkdocs)
    yield seconds(f"bare loop, {projects:,} pages", bare)
    yield seconds("clean build without the index", clean.drawing)
    yield ratio("clean build without the index / MkDocs alone", clean.drawing, mkdocs, 0.25)
    yield ratio("clean build without the index / bare loop", clean.drawing, bare, 1.5)
    yield seconds("search index of a clean build", clean.indexing)
    yield megabytes("most memory of one process in a clean build", clean.megabytes)
    yield ratio("one record changed / clean build, both without the index", changed.drawing, clean.drawing, 0.1)
    yield ratio("one record changed / clean build, both with the index", changed.seconds, clean.seconds, 0.1)
    yield seconds("one record changed, without the index", changed.drawing)
    yield seconds("one record changed, with the index", changed.seconds)
    yield seconds("one record changed its status (every list shows counts), without", regrouped.drawing)


def _run_bare_loop(site: Path, out: Path) -> Cost:
    set_aside(out)
    return run_python("-m", "bench.bare_loop", site, out)


def _build_clean(site: Path) -> Built:
    for made in (".mingshan", "site"):
        set_aside(site / made)
    return _build(site)


def _build_changed(site: Path, run: int) -> Built:
    """Somebody raises a budget and says so in the summary."""
    _edit(site, "p000007", {"budget: ": f"budget: {run + 1}", "summary: ": f"summary: 第{run + 1}次改过预算。"})
    return _build(site)


def _build_regrouped(site: Path) -> Built:
    _edit(site, "p000008", {"status: ": "status: ended\nended_on: 2026-10-01", "suspended_on: ": ""})
    return _build(site)


def _edit(site: Path, project: str, lines: dict[str, str]) -> None:
    file = site / "data" / "projects" / f"{project}.yaml"
    written = file.read_text("utf-8").splitlines()
    edited = (next((new for start, new in lines.items() if line.startswith(start)), line) for line in written)
    file.write_text("\n".join(line for line in edited if line) + "\n", "utf-8")


def _build(site: Path) -> Built:
    cost = run_python("-m", "bench.staged", "build", site)
    stages = json.loads(cost.printed)
    spans = pairwise([second for second, _ in stages])
    indexing = sum(end - start for (start, end), (_, what) in zip(spans, stages, strict=False) if what in INDEXING)
    return Built(cost.seconds, indexing, cost.megabytes)
