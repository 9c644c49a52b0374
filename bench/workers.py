"""One clean build here and one by two Dask workers over TLS: the same bytes, and what the second costs whom."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.figures import Figure, ratio, seconds
from bench.records import write_site
from bench.staged import DAY
from generator.base.cluster import ClusterPlace, open_cluster
from generator.base.cluster_here import HOST, begin, end, make_keys
from generator.base.workers import Workers
from generator.build.pipeline import Way, build_site, open_project
from generator.cli.options import read_day
from generator.model.problem import has_errors
from generator.publish.site_folder import SITE_FOLDER_MARK

PROJECTS, SUPPLY_ROWS = 10_000, 100
HANDS = 2


def measure_workers(scale: float) -> Iterator[Figure]:
    """Seconds on the clock, on the same processors: what is more is sending."""
    with TemporaryDirectory() as place:
        here, there, keys = (Path(place, name) for name in ("here", "there", "keys"))
        for site in (here, there):
            write_site(site, max(20, round(PROJECTS * scale)), SUPPLY_ROWS)
        alone = _build(here, None)
        make_keys(keys)
        processes = begin(keys, port := _free_port(), HANDS)
        try:
            with open_cluster(ClusterPlace(f"tls://{HOST}:{port}", keys)) as workers:
                together = _build(there, workers)
        finally:
            end(processes)
        ours, theirs = _digests(here / "site"), _digests(there / "site")
    other = sum(ours.get(name) != theirs.get(name) for name in {*ours, *theirs})
    yield Figure(f"files of {len(ours):,} that are others when workers make them", other, "", 0)
    yield seconds("clean build on this machine's cores, on the clock", alone)
    yield seconds(f"clean build with {HANDS} workers on the same cores", together)
    yield ratio("with workers / without, on the same cores", together, alone, 2)


def _build(site: Path, workers: Workers | None) -> float:
    start = perf_counter()
    project, problems = open_project(site, read_day(DAY), None)
    if has_errors((*problems, *build_site(project, _silent, Way(workers=workers)))):
        raise SystemExit(f"{site} has problems")
    return perf_counter() - start


def _digests(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*") if path.is_file() and path.name != SITE_FOLDER_MARK)
    return {path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def _free_port() -> int:
    with socket.socket() as bound:
        bound.bind((HOST, 0))
        number: int = bound.getsockname()[1]
        return number


def _silent(_what: str) -> None:
    """Nobody listens."""
