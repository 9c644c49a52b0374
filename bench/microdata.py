"""Codelists become invented cases of assistance: the raw data of the demonstration, the same for the same seed.

`python -m bench.microdata FOLDER` writes one `cases.csv` there. Everything in it is invented; it is raw all the
same, so FOLDER must lie outside the work tree, as it must for real cases.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

import yaml

ROOT = Path(__file__).resolve().parent.parent
MONTHS = tuple(f"{2025 + number // 12}-{number % 12 + 1:02}" for number in range(18))
HOUSEHOLDS_A_MONTH = 4000
CATEGORY_WEIGHTS = {"medical": 30, "education": 18, "care": 16, "living": 24, "family": 7, "spirit": 5}
SEASON = (1.15, 0.9, 0.95, 0.9, 0.95, 1.0, 1.0, 1.15, 1.1, 0.95, 1.0, 1.1)
"""More families ask before the Spring Festival and before school begins."""
TYPICAL_YUAN = {"medical": 6000, "education": 3000, "care": 1800, "living": 900, "family": 600, "spirit": 300}
WAITS = (("within-7", 7), ("within-15", 15), ("within-30", 30), ("over-30", 90))
"""Bands of waiting days: code and longest wait."""
WAITS_BEFORE = (("days-1-3", 3), ("days-4-7", 7), *WAITS[1:])
"""Bands of 2023, of which the first two became one."""
MERGED = {"120118111": ("120118901", "120118902")}
"""Townships that were two, invented ones, until 2023."""


@dataclass(frozen=True, slots=True)
class InventedCase:
    """One household that asked for help, and how far it came."""

    month: str
    division: str
    category: str
    group: str
    referred: bool
    accepted: bool
    helped: bool
    yuan: int
    waited: int


def invent_cases(
    divisions: tuple[str, ...],
    groups: tuple[str, ...],
    months: Iterable[str] = MONTHS,
    households: int = HOUSEHOLDS_A_MONTH,
    seed: int = 1,
) -> Iterator[InventedCase]:
    """Cases over the finest divisions: a few busy townships and many quiet ones, as in life."""
    dice = Random(seed)
    busy = list(accumulate(dice.lognormvariate(0, 0.8) for _ in divisions))
    common = list(accumulate(1 / (1 + place) for place in range(len(groups))))
    categories = tuple(CATEGORY_WEIGHTS)
    weights = list(accumulate(CATEGORY_WEIGHTS.values()))
    for month in months:
        for _ in range(round(households * SEASON[int(month[5:]) - 1] * dice.uniform(0.95, 1.05))):
            division = dice.choices(divisions, cum_weights=busy)[0]
            group = dice.choices(groups, cum_weights=common)[0]
            yield _invent(dice, month, division, dice.choices(categories, cum_weights=weights)[0], group)


def _invent(dice: Random, month: str, division: str, category: str, group: str) -> InventedCase:
    referred = dice.random() < 0.8
    accepted = referred and dice.random() < 0.85
    helped = accepted and dice.random() < 0.9
    yuan = 10 * round(TYPICAL_YUAN[category] * dice.lognormvariate(0, 0.5) / 10) if helped else 0
    waited = min(90, 1 + int(dice.expovariate(1 / 12))) if helped else 0
    return InventedCase(month, division, category, group, referred, accepted, helped, yuan, waited)


def case_row(case: InventedCase, waits: tuple[tuple[str, int], ...] = WAITS) -> dict[str, str]:
    """The case as a bureau keeps it: one row, whether it counts for each stage, money, and a band of days."""
    stages = {"asked": True, "referred": case.referred, "accepted": case.accepted, "helped": case.helped}
    return {
        "period": case.month,
        "division": case.division,
        "category": case.category,
        "group": case.group,
        **{name: "是" if reached else "否" for name, reached in stages.items()},
        "yuan": str(case.yuan) if case.helped else "",
        "waiting": wait_band(case.waited, waits) if case.helped else "",
    }


def wait_band(days: int, waits: tuple[tuple[str, int], ...] = WAITS) -> str:
    """The band a number of waiting days falls into."""
    return next(code for code, longest in waits if days <= longest)


def read_townships() -> tuple[str, ...]:
    """Codes of the finest divisions."""
    with (ROOT / "data/codes/divisions/divisions.csv").open(encoding="utf-8") as file:
        return tuple(row["code"] for row in csv.DictReader(file) if row["level"] == "township")


def townships_before() -> tuple[str, ...]:
    """As they were before two of them were merged."""
    return tuple(code for each in read_townships() for code in MERGED.get(each, (each,)))


def read_groups() -> tuple[str, ...]:
    """Codes of the recipient groups that the statistics tell apart, in the order of their declaration."""
    declared = yaml.safe_load((ROOT / "data/statistics/aid_groups/dataset.yaml").read_text(encoding="utf-8"))
    return next(tuple(each["only"]) for each in declared["directory"]["statistics"]["axes"] if each["field"] == "group")


def write_cases(file: Path, cases: Iterable[InventedCase], waits: tuple[tuple[str, int], ...] = WAITS) -> None:
    """A raw sheet of cases, each of a household that comes once; it must lie outside the work tree."""
    if file.resolve().is_relative_to(ROOT):
        raise SystemExit("raw data, even invented, stays outside the work tree")
    rows = [{**case_row(case, waits), "household": f"H{number}"} for number, case in enumerate(cases, start=1)]
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_asks(file: Path, cases: Iterable[InventedCase]) -> None:
    """A raw sheet of asks for help, as a ledger of needs is kept; it must lie outside the work tree."""
    if file.resolve().is_relative_to(ROOT):
        raise SystemExit("raw data, even invented, stays outside the work tree")
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("period", "division", "category", "group", "needed", "household"))
        writer.writerows(
            (case.month, case.division, case.category, case.group, 1, f"H{number}")
            for number, case in enumerate(cases, start=1)
        )


def main() -> None:
    """Writes the invented cases into the folder named on the command line."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    write_cases(folder / "cases.csv", invent_cases(read_townships(), read_groups()))


if __name__ == "__main__":
    main()
