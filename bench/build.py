"""A site of 10,000 projects to what building it costs: clean, after each kind of change, with duties and without."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.figures import Figure, megabytes, ratio, seconds
from bench.markdown import predict_mkdocs
from bench.programs import Cost, best, run_python, set_aside
from bench.records import compose_yaml, invent_project, read_codes, write_rules, write_site
from bench.startup import start_up

PROJECTS, SUPPLY_ROWS = 10_000, 100
MKDOCS_PAGES = 1_000
CLEAN_RUNS, CHANGED_RUNS = 2, 5
CLOCK, PROCESSORS = 0, 2
"""Where each stage that `bench.staged` prints has these seconds."""
INDEXING = ("建立搜索索引", "发布搜索索引")
"""What the pipeline says when work at the index begins; it ends when the next stage begins."""


class Built(NamedTuple):
    """One build: all its seconds, those of the index, and the most memory one of its processes held."""

    seconds: float
    indexing: float
    megabytes: float
    processors: float
    """Seconds of processors without the index."""

    @property
    def drawing(self) -> float:
        """Everything but the index."""
        return self.seconds - self.indexing


def measure_build(scale: float) -> Iterator[Figure]:
    """Clean builds beside MkDocs and a bare loop, then builds after one change: without duties, and with them."""
    projects = max(20, round(PROJECTS * scale))
    with TemporaryDirectory() as place:
        site, other = Path(place, "site"), Path(place, "other")
        write_site(site, projects, SUPPLY_ROWS)
        mkdocs = predict_mkdocs(site, other, max(20, round(MKDOCS_PAGES * scale)), projects)
        bare = best(lambda: _run_bare_loop(site, other), CLEAN_RUNS).seconds
        plain = _measure(site, projects)
        write_rules(site)
        dutiful = _measure(site, projects)
    clean = plain["clean"]
    yield seconds(f"MkDocs alone, {projects:,} pages of Markdown (predicted)", mkdocs)
    yield seconds(f"bare loop, {projects:,} pages", bare)
    yield ratio("clean build without the index / MkDocs alone", clean.drawing, mkdocs, 0.25)
    yield ratio("clean build without the index / bare loop", clean.drawing, bare, 1.5)
    yield seconds("search index of a clean build", clean.indexing)
    yield from _figures("", plain)
    yield from _figures("with duties: ", dutiful)
    starting = start_up()
    for name, at_most in ABOVE_STARTING.items():
        spent = dutiful[name].processors - starting
        yield seconds(f"with duties: {name}, processors above start-up, no index", spent, at_most)
    yield ratio("clean build, with duties / without, no index", dutiful["clean"].drawing, clean.drawing, 3)


def _measure(site: Path, projects: int) -> Mapping[str, Built]:
    """One site, clean and after each kind of change."""
    clean = min((_build_clean(site) for _ in range(CLEAN_RUNS)), key=lambda each: each.drawing)
    runs = {
        name: [edit(site, projects, run) or _build(site) for run in range(CHANGED_RUNS)] for name, edit in EDITS.items()
    }
    return {"clean": clean, **{name: min(found, key=lambda each: each.drawing) for name, found in runs.items()}}


def _figures(which: str, built: Mapping[str, Built]) -> Iterator[Figure]:
    clean = built["clean"]
    yield seconds(f"{which}clean build without the index", clean.drawing)
    yield megabytes(f"{which}most memory of one process in a clean build", clean.megabytes)
    for name, at_most in LIMITS.items():
        yield seconds(f"{which}{name}, without the index", built[name].drawing)
        yield ratio(f"{which}{name} / clean build, both without the index", built[name].drawing, clean.drawing, at_most)
    yield ratio(f"{which}text edited / clean, both with the index", built["text edited"].seconds, clean.seconds, 0.1)


def _run_bare_loop(site: Path, out: Path) -> Cost:
    set_aside(out)
    return run_python("-m", "bench.bare_loop", site, out)


def _build_clean(site: Path) -> Built:
    for made in (".mingshan", "site"):
        set_aside(site / made)
    return _build(site)


def _leave(_site: Path, _projects: int, _run: int) -> None:
    """Nobody changes anything."""


def _edit_text(site: Path, _projects: int, run: int) -> None:
    """Somebody raises a budget and says so in the summary."""
    _edit(site, "p000007", {"budget: ": f"budget: {run + 1}", "summary: ": f"summary: 第{run + 1}次改过预算。"})


def _edit_status(site: Path, _projects: int, run: int) -> None:
    """A project ends: it goes from one list to another."""
    _edit(site, f"p{8 + run:06d}", {"status: ": "status: ended\nended_on: 2026-10-01", "suspended_on: ": ""})


def _add_project(site: Path, projects: int, run: int) -> None:
    """A project is added: its page, its place in a dozen lists and in all their counts."""
    row = {**invent_project(projects + run, Random(run), read_codes()), "organization": "shili-000"}
    (site / "data" / "projects" / f"{row['id']}.yaml").write_text(compose_yaml(row), "utf-8")


EDITS: Mapping[str, Callable[[Path, int, int], None]] = {
    "nothing changed": _leave,
    "text edited": _edit_text,
    "status edited": _edit_status,
    "project added": _add_project,
}
LIMITS = {"nothing changed": 0.1, "text edited": 0.1, "status edited": 0.2, "project added": 0.2}
"""The most of a clean build that each may cost."""
ABOVE_STARTING = {"nothing changed": 0.4, "text edited": 0.7, "status edited": 1.5, "project added": 1.5}
"""Seconds of processors, beside those that any verb takes to start."""


def _edit(site: Path, project: str, lines: dict[str, str]) -> None:
    file = site / "data" / "projects" / f"{project}.yaml"
    written = file.read_text("utf-8").splitlines()
    edited = (next((new for start, new in lines.items() if line.startswith(start)), line) for line in written)
    file.write_text("\n".join(line for line in edited if line) + "\n", "utf-8")


def _build(site: Path) -> Built:
    cost = run_python("-m", "bench.staged", "build", site)
    spent = cost.cpu - spent_on_index(cost.printed, PROCESSORS)
    return Built(cost.seconds, spent_on_index(cost.printed, CLOCK), cost.megabytes, spent)


def spent_on_index(printed: str, which: int) -> float:
    """Seconds of the index in what `bench.staged` prints: those of the clock, or those of processors."""
    stages = json.loads(printed)
    spans = pairwise([stage[which] for stage in stages])
    return float(sum(end - start for (start, end), stage in zip(spans, stages, strict=False) if stage[1] in INDEXING))
