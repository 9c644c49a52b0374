"""100,000 supply rows in 17 files to what checking it costs beside Frictionless alone, and the second time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figures import Figure, megabytes, ratio, seconds
from bench.programs import Cost, best, run_python
from bench.records import write_site

ROWS, PROJECTS = 100_000, 20
RUNS = 2
CHECK_MEMORY = 300


def measure_check(scale: float) -> Iterator[Figure]:
    """All checks on large files, with an empty cache and with a full one."""
    rows = max(200, round(ROWS * scale))
    with TemporaryDirectory() as place:
        site = Path(place)
        write_site(site, PROJECTS, rows)
        plain = best(lambda: run_python("-m", "bench.plain_frictionless", site), RUNS)
        first = best(lambda: _check_first(site), RUNS)
        again = best(lambda: _check(site), RUNS)
    yield seconds(f"Frictionless alone, {rows:,} rows", plain.seconds)
    yield seconds("mingshan check, all checks", first.seconds)
    yield ratio("mingshan check / Frictionless alone", first.seconds, plain.seconds, 2)
    yield megabytes("most memory of one process", first.megabytes, CHECK_MEMORY)
    yield seconds("mingshan check, nothing changed", again.seconds)
    yield ratio("mingshan check, nothing changed / first time", again.seconds, first.seconds, 0.1)


def _check_first(site: Path) -> Cost:
    shutil.rmtree(site / ".mingshan", ignore_errors=True)
    return _check(site)


def _check(site: Path) -> Cost:
    return run_python("-m", "bench.staged", "check", site)
