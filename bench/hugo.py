"""The same pages drawn by Hugo: what a clean build costs beside it, in seconds of processors.

Hugo is run where a program of that name is installed; `HUGO` names another. It gets the pages of the very site that
was measured (see `bench.hugo_site`), and the bench ends where it draws other words or links than we do.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.build import PROCESSORS, PROJECTS, SUPPLY_ROWS, spent_on_index
from bench.figures import Figure, ratio, seconds
from bench.hugo_site import drawn_pages, same_words, write_hugo_site
from bench.programs import run_program, run_python
from bench.records import write_site

PROGRAM = os.environ.get("HUGO", "hugo")
RUNS = 2
LOOKED_AT = 500
"""So many pages are compared word by word."""


def measure_hugo(scale: float) -> Iterator[Figure]:
    """A clean build, without the index and with it, beside Hugo's of the same pages."""
    if not shutil.which(PROGRAM):
        yield Figure("Hugo is not installed here: nothing was compared", 0, "")
        return
    projects = max(20, round(PROJECTS * scale))
    with TemporaryDirectory() as place:
        site, theirs = Path(place, "site"), Path(place, "hugo")
        write_site(site, projects, SUPPLY_ROWS)
        drawing, indexing = min(_build_clean(site) for _ in range(RUNS))
        pages = write_hugo_site(site / "site", theirs)
        hugo = min(_run_hugo(theirs) for _ in range(RUNS))
        _refuse_other_words(site / "site", theirs / "public")
        ours, others = (_bytes(each) for each in (site / "site", theirs / "public"))
    yield seconds(f"Hugo, {pages:,} pages, processors", hugo)
    yield seconds("clean build without the index, processors", drawing)
    yield seconds("its index, processors", indexing)
    yield Figure("bytes of Hugo's pages / ours", others / ours, "×")
    yield ratio("clean build without the index / Hugo", drawing, hugo, 1.0)
    yield ratio("clean build with the index / Hugo", drawing + indexing, hugo, 2.2)


def _build_clean(site: Path) -> tuple[float, float]:
    """Seconds of processors without the index, and those of the index."""
    for made in (".mingshan", "site"):
        shutil.rmtree(site / made, ignore_errors=True)
    cost = run_python("-m", "bench.staged", "build", site)
    indexing = spent_on_index(cost.printed, PROCESSORS)
    return cost.cpu - indexing, indexing


def _run_hugo(site: Path) -> float:
    shutil.rmtree(site / "public", ignore_errors=True)
    return run_program(PROGRAM, "--source", site, "--quiet", "--noBuildLock").cpu


def _refuse_other_words(ours: Path, theirs: Path) -> None:
    pages = drawn_pages(ours)
    for file in pages[:: max(1, len(pages) // LOOKED_AT)]:
        if not same_words(file, theirs / file.relative_to(ours)):
            raise SystemExit(f"Hugo says something else on {file.relative_to(ours)}")


def _bytes(site: Path) -> int:
    return sum(file.stat().st_size for file in drawn_pages(site))
