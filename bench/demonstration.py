"""Invented cases become the protected statistics in `data/statistics/`, byte for byte the same on every machine.

`python -m bench.demonstration [FOLDER]` writes them into `FOLDER/statistics`, ledgers of needs too; FOLDER is `data`
unless named. Each table is protected by `mingshan protect` as a bureau would do it, knowing those made before it, with
a key that everybody can see. One table of 2023 was published with a mistake first and is revised; two townships and
two bands of waiting days of that year are one each since. One table of 2024 was published by districts first, and by
service areas as well later.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.microdata import (
    ROOT,
    WAITS,
    WAITS_BEFORE,
    InventedCase,
    invent_cases,
    read_groups,
    read_townships,
    townships_before,
    write_asks,
    write_cases,
)
from generator.base.parallel import map_in_processes
from generator.build.pipeline import open_project, read_catalogue
from generator.features.statistics.ledger import digest_of
from generator.features.statistics.protect.policy import Policy
from generator.model.catalogue import Catalogue
from generator.model.project import Project
from generator.publish.manifest import replace_file
from generator.verbs.protect import ProtectRequest, protect_sheet

KEY = ROOT / "bench" / "demonstration_key.txt"
TABLES = ("aid_stages", "aid_groups", "aid_months", "aid_waiting", "aid_townships", "aid_township_groups")
"""Down to districts, where figures are exact; then townships, rounded, given the exact ones."""
REVISED, WIDENED = "aid_waiting", "aid_stages"
KEPT = "kept_editions"


@dataclass(frozen=True, slots=True)
class InventedRelease:
    """What one file a table is made from; editions of the first kind stay as they were published."""

    months: tuple[str, ...]
    seed: int
    townships: tuple[str, ...]
    waits: tuple[tuple[str, int], ...] = WAITS
    tables: tuple[str, ...] = TABLES
    mistaken: str = ""
    """A district whose waits were counted wrongly in a first edition."""
    is_widened: bool = False
    """Whether a table got its second hierarchy when all others had been published."""

    def cases(self) -> tuple[InventedCase, ...]:
        """Its cases, the same every time."""
        return tuple(invent_cases(self.townships, read_groups(), months=self.months, seed=self.seed))


def _months(year: int, first: int) -> tuple[str, ...]:
    return tuple(f"{year}-{month:02}" for month in range(first, 13))


RELEASES = {
    "2023H2": InventedRelease(
        _months(2023, 7), 3, townships_before(), WAITS_BEFORE, ("aid_stages", REVISED, "aid_townships"), "120116"
    ),
    "2024": InventedRelease(_months(2024, 1), 2, read_townships(), is_widened=True),
}
"""By the name of the files."""
HALVES_OF_NEEDS = {"2025H1": (1, 5), "2025H2": (7, 6)}
"""Half-years of which there are ledgers of needs: the first month, and the seed."""
LEDGERS_BY_DISTRICT = ("need_categories", "need_groups")
LEDGERS_BY_TOWNSHIP = ("need_townships", "need_township_groups")
MISTAKEN = 60
"""So many households stood in a band that was not theirs."""


def make_demonstration(folder: Path) -> list[str]:
    """Write every table of every release below `folder`; gives the reports. Releases know nothing of each other."""
    project, _ = open_project(ROOT, date(2026, 11, 25), None)
    catalogue = read_catalogue(project, lambda _what: None).catalogue
    protect = partial(_make_release, project, catalogue, folder)
    reports = map_in_processes(protect, tuple(RELEASES), str)
    ask = partial(_make_ledgers, project, catalogue, folder)
    ledgers = map_in_processes(ask, tuple(HALVES_OF_NEEDS), str)
    return [report for part in (*reports, *ledgers) for report in part]


def _make_ledgers(project: Project, catalogue: Catalogue, folder: Path, half: str) -> list[str]:
    """The ledgers of needs of one half-year: by district, exact; then by township, rounded, given the exact ones."""
    first, seed = HALVES_OF_NEEDS[half]
    months = _months(int(half[:4]), first)[:6]
    cases = tuple(invent_cases(read_townships(), read_groups(), months=months, seed=seed))
    made: list[Path] = []
    reports: list[str] = []
    with TemporaryDirectory() as outside:
        raw = Path(outside) / f"asks-{half}.csv"
        write_asks(raw, cases)
        for table in (*LEDGERS_BY_DISTRICT, *LEDGERS_BY_TOWNSHIP):
            protected = protect_sheet(
                project, catalogue, ProtectRequest(raw, table, _policy(project), tuple(made), KEY)
            )
            if protected.problems:
                raise SystemExit("\n".join(problem.message for problem in protected.problems))
            reports.append(f"{half} {protected.report}")
            for name, text in (protected.files or {f"{half}.csv": protected.text}).items():
                replace_file(folder / table / name, text)
            made.append(Path(outside) / f"{table}.csv")
            made[-1].write_text(_joined(protected.files) or protected.text, "utf-8")
    return reports


def _joined(files: Mapping[str, str]) -> str:
    """One sheet of all, with the columns that their paths give: outside the declared folder nobody reads these."""
    lines: list[str] = []
    for name, text in files.items():
        period, _, division = name.removesuffix(".csv").partition("/")
        header, *rows = text.splitlines()
        lines = lines or [f"period,division,{header}"]
        lines += [f"{period},{division},{row}" for row in rows]
    return "".join(f"{line}\n" for line in lines)


def _policy(project: Project) -> Policy:
    return Policy(project.settings.smallest_count, project.settings.dominance_percent)


def _make_release(project: Project, catalogue: Catalogue, folder: Path, name: str) -> list[str]:
    release = RELEASES[name]
    cases = release.cases()
    made: list[Path] = []
    reports: list[str] = []

    by_districts = _by_districts_alone(catalogue, WIDENED)

    def make(table: str, told: tuple[InventedCase, ...], catalogue: Catalogue = by_districts) -> str:
        policy = _policy(project)
        with TemporaryDirectory() as outside:
            raw = Path(outside) / f"cases-{name}.csv"
            write_cases(raw, told, release.waits)
            protected = protect_sheet(project, catalogue, ProtectRequest(raw, table, policy, tuple(made), KEY))
        if protected.problems:
            raise SystemExit("\n".join(problem.message for problem in protected.problems))
        reports.append(f"{name} {protected.report}")
        return protected.text

    def publish(table: str, text: str) -> None:
        made.append(folder / table / f"{name}.csv")
        replace_file(made[-1], text)

    with TemporaryDirectory() as first:

        def publish_first(table: str, text: str) -> None:
            replace_file(folder / KEPT / f"{digest_of(text.encode())}.csv", text)
            made.append(Path(first) / table / f"{name}.csv")
            replace_file(made[-1], text)

        for table in release.tables:
            if table == REVISED and release.mistaken:
                publish_first(table, make(table, tuple(_mistaken(cases, release.mistaken))))
            text = make(table, cases)
            (publish_first if table == WIDENED and release.is_widened else publish)(table, text)
        if release.is_widened:
            publish(WIDENED, make(WIDENED, cases, catalogue))
    return reports


def _by_districts_alone(catalogue: Catalogue, table: str) -> Catalogue:
    """As the table was declared before it had a second hierarchy."""
    declared = catalogue.datasets[table]
    tabulation = declared.directory.tabulation
    if tabulation is None:
        raise SystemExit(f"{table} is no statistical table")
    plain = replace(tabulation, axes=tuple(replace(axis, also=()) for axis in tabulation.axes))
    before = replace(declared, directory=replace(declared.directory, tabulation=plain))
    return Catalogue({**catalogue.datasets, table: before}, catalogue.records, catalogue.backlinks)


def _mistaken(cases: tuple[InventedCase, ...], district: str) -> Iterator[InventedCase]:
    """As if some households that waited four to seven days had waited more than a week."""
    left = MISTAKEN
    for case in cases:
        wrong = left > 0 and case.helped and case.division.startswith(district) and 4 <= case.waited <= 7
        left -= wrong
        yield replace(case, waited=case.waited + 4) if wrong else case


def main() -> None:
    """Write the demonstration and print what protection cost."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "data"
    for report in make_demonstration(folder / "statistics"):
        print(report)


if __name__ == "__main__":
    main()
