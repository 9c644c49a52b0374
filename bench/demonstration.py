"""Invented cases become the protected statistics in `data/statistics/`, byte for byte the same on every machine.

`python -m bench.demonstration [FOLDER]` writes them into `FOLDER/statistics`; FOLDER is `data` unless
named. Each table is protected by `mingshan protect` as a bureau would do it, knowing those made before it, with
a key that everybody can see.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.microdata import ROOT, InventedCase, invent_cases, read_groups, read_townships, write_cases
from generator.base.parallel import map_in_processes
from generator.build.pipeline import open_project, read_catalogue
from generator.features.statistics.protect.policy import Policy
from generator.model.catalogue import Catalogue
from generator.model.project import Project
from generator.publish.manifest import replace_file
from generator.verbs.protect import ProtectRequest, protect_sheet

RELEASES = {"2024": "2024"}
"""Files, and the years whose cases they are made from; editions of the first kind stay as they were published."""
KEY = ROOT / "bench" / "demonstration_key.txt"
TABLES = ("aid_stages", "aid_groups", "aid_months", "aid_waiting", "aid_townships", "aid_township_groups")
"""Down to districts, where figures are exact; then townships, rounded, given the exact ones."""
MONTHS = tuple(f"2024-{month:02}" for month in range(1, 13))


def make_demonstration(folder: Path) -> list[str]:
    """Write every table of every release below `folder`; gives the reports. Releases know nothing of each other."""
    project, _ = open_project(ROOT, date(2026, 11, 25), None)
    catalogue = read_catalogue(project, lambda _what: None).catalogue
    protect = partial(_make_release, project, catalogue, folder)
    reports = map_in_processes(protect, tuple(RELEASES), str)
    return [report for part in reports for report in part]


def _make_release(project: Project, catalogue: Catalogue, folder: Path, release: str) -> list[str]:
    policy = Policy(project.settings.smallest_count, project.settings.dominance_percent)
    cases = tuple(invent_cases(read_townships(), read_groups(), months=MONTHS, seed=2))
    made: list[Path] = []
    reports: list[str] = []
    for table in TABLES:
        with TemporaryDirectory() as outside:
            raw = Path(outside) / f"cases-{release}.csv"
            write_cases(raw, _of_year(cases, RELEASES[release]))
            protected = protect_sheet(project, catalogue, ProtectRequest(raw, table, policy, tuple(made), KEY))
        if protected.problems:
            raise SystemExit("\n".join(problem.message for problem in protected.problems))
        made.append(folder / table / f"{release}.csv")
        replace_file(made[-1], protected.text)
        reports.append(f"{release} {protected.report}")
    return reports


def _of_year(cases: tuple[InventedCase, ...], year: str) -> Iterator[InventedCase]:
    return (case for case in cases if case.month.startswith(year))


def main() -> None:
    """Write the demonstration and print what protection cost."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "data"
    for report in make_demonstration(folder / "statistics"):
        print(report)


if __name__ == "__main__":
    main()
