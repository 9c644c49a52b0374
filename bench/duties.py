"""10,000 projects to the seconds it takes to compute everything they and their organisations had to publish."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.figures import Figure, seconds
from bench.records import write_rules, write_site
from bench.staged import DAY
from generator.base.garbage import without_garbage_collection
from generator.build.pipeline import check_project, open_project
from generator.features.duties.obligations import find_obligations, open_docket
from generator.features.duties.rulebook import find_duties
from generator.features.duties.subjects import find_subjects

PROJECTS, SUPPLY_ROWS = 10_000, 100
RUNS = 3


def measure_duties(scale: float) -> Iterator[Figure]:
    """From linked records to all obligations, in one process."""
    projects = max(20, round(PROJECTS * scale))
    with TemporaryDirectory() as place:
        write_site(Path(place), projects, SUPPLY_ROWS)
        write_rules(Path(place))
        project, _ = open_project(Path(place), date.fromisoformat(DAY), None)
        catalogue = check_project(project, lambda _: None).catalogue
    taken = []
    for _ in range(RUNS):
        with without_garbage_collection():  # as in every verb
            start = perf_counter()
            docket = open_docket(find_duties(catalogue), project.as_of)
            subjects = find_subjects(catalogue)
            found = [each for subject in subjects for each in find_obligations(docket, subject)]
            taken.append(perf_counter() - start)
    yield seconds(f"{len(found):,} obligations of {len(subjects):,} subjects", min(taken), 3)
