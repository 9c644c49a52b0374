"""Invented cases become the protected ledgers of needs in `data/needs/`, byte for byte the same on every machine."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bench.microdata import ROOT, invent_cases, read_groups, read_townships
from generator.build.pipeline import open_project, read_catalogue
from generator.features.statistics.protect.policy import Policy
from generator.publish.manifest import replace_file
from generator.verbs.protect import ProtectRequest, protect_sheet

LEDGERS = {"2026H1": tuple(f"2026-{month:02}" for month in range(1, 7)), "2026H2": ("2026-07", "2026-08", "2026-09")}
"""Half-years, and the months whose cases stand in them."""
NEEDS_A_MONTH = {"2026H1": 2000, "2026H2": 3600}
LATE = {("2026H2", "120117")}
"""Districts whose ledger has not come yet."""
QUIET = {("120102", "spirit"): 0.0, ("120119", "family"): 0.04}
"""Where hardly anybody asks, as a share of what would be usual."""
DETAILED = ("120101", "120103", "120106")
"""Districts whose townships have ledgers of their own; of the others only the district's is kept."""

Places = tuple[str, str, str]


def make_ledgers(folder: Path) -> Iterator[str]:
    """Write a file for each half-year and place below `folder`, telling each report."""
    project, _ = open_project(ROOT, date(2026, 11, 25), None)
    catalogue = read_catalogue(project, lambda _what: None).catalogue
    policy = Policy(project.settings.smallest_count, project.settings.dominance_percent)
    for period in LEDGERS:
        with TemporaryDirectory() as outside:
            raw = Path(outside) / f"needs-{period}.csv"
            _write_needs(raw, period, invent_needs(period))
            protected = protect_sheet(
                project, catalogue, ProtectRequest(raw, "needs", policy, (), ROOT / "bench" / "demonstration_key.txt")
            )
        if protected.problems:
            raise SystemExit("\n".join(problem.message for problem in protected.problems))
        for name, text in protected.files.items():
            replace_file(folder / name, text)
        yield f"{period} {protected.report}"


def invent_needs(period: str) -> Counter[Places]:
    """How often help was asked for, by place, category and group."""
    dice = Random(5)
    cases = invent_cases(read_townships(), read_groups(), LEDGERS[period], NEEDS_A_MONTH[period], seed=4)
    there = (case for case in cases if (period, case.division[:6]) not in LATE)
    kept = (case for case in there if dice.random() < QUIET.get((case.division[:6], case.category), 1.0))
    return Counter((_desk(case.division), case.category, case.group) for case in kept)


def _desk(township: str) -> str:
    """The finest place that keeps a ledger."""
    return township if township[:6] in DETAILED else township[:6]


def _write_needs(file: Path, period: str, needs: Counter[Places]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("period", "division", "category", "group", "needed"))
        writer.writerows((period, *place, count) for place, count in needs.items())
