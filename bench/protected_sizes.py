"""Tables of the sizes that cities have become figures: CPU seconds, memory, and what each defence costs in gaps."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time

from bench.figures import Figure, megabytes, ratio, seconds
from bench.microdata import CATEGORY_WEIGHTS, ROOT, invent_cases, read_groups, read_townships, write_cases
from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand
from generator.features.statistics.dimensions import Dimension, flat_dimension
from generator.features.statistics.periods import reporting_dimension
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.protect import protect
from generator.features.statistics.protect.rounding import round_table
from generator.features.statistics.tables import ConfStatus, Measure, Observation, ObsStatus, Rounding, StatisticTable
from generator.features.statistics.tallies import gather_rows
from generator.features.statistics.totals import FullTable, RawRow, add_up
from generator.model.figure import Amount

K = 5
ASKED, HELPED = Measure("asked", "提出求助", "户"), Measure("helped", "获得帮扶", "户", part_of="asked")
PERIODS = ("2026H1", "2026H2", "2027H1", "2027H2")
EDITIONS = 40
LATE = 20
"""So many households come to light in each edition."""
SETTINGS = (
    ("no decoys (q = 0)", Policy(k=K, decoys=())),
    ("--acquainted 4", Policy(k=K, acquainted=4)),
    ("--whole-rows", Policy(k=K, whole_rows=True)),
)
KEY = ROOT / "bench" / "demonstration_key.txt"
ONE_RUN = """
import resource, sys
from generator.cli import main
sys.argv[0] = "mingshan"
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, file=sys.stderr)
"""
"""A run of the program that says last how many megabytes it had at most."""


def staged_table(name: str, axes: tuple[Dimension, ...], households: int, groups: tuple[str, ...] = ()) -> FullTable:
    """Invented households of four half-years that asked, and those that were helped; by groups, else by categories."""
    rows: list[RawRow] = []
    by_period = axes[0].name == "period"
    for seed, period in enumerate(PERIODS if by_period else PERIODS[:1]):
        for each in invent_cases(read_townships(), groups or read_groups(), ("2026-02",), households, seed):
            place = axes[1 if by_period else 0]
            code = each.division if each.division in place.parents else each.division[:6]
            codes = (*((period,) if by_period else ()), code, each.group if groups else each.category)
            rows.append(RawRow(codes, ASKED.name, 1))
            rows.append(RawRow(codes, HELPED.name, int(each.helped)))
    return add_up(name, axes, (ASKED, HELPED), gather_rows(rows))[0]


def measure_sizes(places: Dimension, households: int) -> Iterator[Figure]:
    """Districts in two stages, protected and attacked."""
    for title, codes, groups in (
        ("16 × 6, two stages", tuple(CATEGORY_WEIGHTS), ()),
        ("16 × 12, two stages", read_groups(), read_groups()),
    ):
        table = staged_table("sizes", (places, flat_dimension("case", "", codes)), households, groups)
        start = process_time()
        public = protect(table, Policy(k=K)).table
        found = audit([[public]], Demand(k=K))
        yield ratio(f"{title}: protect and audit / 2 s of CPU", process_time() - start, 2.0, 1)
        yield Figure(f"{title}: weaknesses", len(found), "", 0)


def measure_rounded(districts: Dimension, townships: Dimension, households: int) -> Iterator[Figure]:
    """Exact districts, rounded townships beneath, four half-years, all of it attacked."""
    half_years, kinds = reporting_dimension(PERIODS), flat_dimension("category", "类别", tuple(CATEGORY_WEIGHTS))
    start = process_time()
    exact = protect(staged_table("exact", (half_years, districts, kinds), households), Policy(k=K)).table
    protected = process_time()
    below = staged_table("rounded", (half_years, townships, kinds), households)
    made = process_time()
    rounding = Rounding("division", frozenset(townships.leaves), K)
    shown = {cell: row.value for cell, row in exact.cells().items()}
    outcome = round_table(below, rounding, b"bench", [shown])
    found = audit([[exact, outcome.table]], Demand(k=K))
    spent = protected - start + process_time() - made
    yield seconds("252 townships rounded below 16 districts, four half-years: CPU", spent, 20)
    yield Figure(f"the same: weaknesses beside {outcome.report.figures:,} rounded figures", len(found), "")


def measure_others(title: str, table: FullTable, at_most: float) -> Iterator[Figure]:
    """A table of somebody else, who withheld small counts and nothing beside them: attacked only."""
    shown = protect_small(table)
    start = process_time()
    found = audit([[shown]], Demand(k=K))
    yield seconds(f"{title}, small counts withheld alone: audit, CPU", process_time() - start, at_most)
    yield Figure(f"{title}: weaknesses found", len(found), "")


def protect_small(table: FullTable) -> StatisticTable:
    """Counts from 1 to k-1 withheld, and no more."""
    rows = (
        Observation(codes, name, None, ObsStatus.SUPPRESSED, ConfStatus.CONFIDENTIAL)
        if 0 < figure.value < K
        else Observation(codes, name, figure.value)
        for (name, codes), figure in table.figures.items()
    )
    return StatisticTable(table.name, table.dimensions, table.measures, tuple(rows))


def measure_editions(table: FullTable) -> Iterator[Figure]:
    """Editions of one table, each with late cases, attacked all together."""
    dice = Random(1)
    editions = [protect(table, Policy(k=K)).table]
    while len(editions) < EDITIONS:
        editions.append(revised(editions[-1], dice))
    start = process_time()
    found = audit([[each] for each in editions], Demand(k=K))
    yield seconds(f"{EDITIONS} editions of one table: audit, CPU", process_time() - start, 5)
    yield Figure(f"{EDITIONS} editions: weaknesses", len(found), "", 0)


def revised(table: StatisticTable, dice: Random) -> StatisticTable:
    """The same table when one published figure and all above it, published too, became more by so many."""
    shown = {each.codes: each for each in table.observations if each.value is not None}
    finest = [codes for codes in shown if all(map(_is_leaf, codes, table.dimensions))]
    above: set[tuple[str, ...]] = set()
    while not above or not above <= shown.keys():
        trails = (axis.path(code) for axis, code in zip(table.dimensions, dice.choice(finest), strict=True))
        above = set(product(*trails))
    moved = {each: replace(shown[each], value=_more(shown[each].value)) for each in above}
    return replace(table, observations=tuple(moved.get(each.codes, each) for each in table.observations))


def _is_leaf(code: str, axis: Dimension) -> bool:
    return code in axis.leaves


def _more(value: Amount | None) -> int:
    return int(value or 0) + LATE


def measure_settings(table: FullTable) -> Iterator[Figure]:
    """Gaps with each setting as a ratio to those without."""
    usual = _gaps(table, Policy(k=K))
    for title, policy in SETTINGS:
        yield Figure(f"gaps with {title} / {usual:,} gaps", _gaps(table, policy) / usual, "×")
    helped = replace(table, helpers=_helpers(table))
    yield Figure("gaps with --colluding 1, three providers", _gaps(helped, Policy(k=K, colluding=1)) / usual, "×")


def _helpers(table: FullTable) -> dict[tuple[str, tuple[str, ...]], tuple[Amount, ...]]:
    """As if of every count the first provider had half, the second a third."""
    return {place: (figure.value // 2, figure.value // 3) for place, figure in table.figures.items() if figure.value}


def _gaps(table: FullTable, policy: Policy) -> int:
    return sum(each.withheld for each in protect(table, policy).report.measures)


def measure_memory(rows: int) -> Iterator[Figure]:
    """`mingshan protect` of so many rows, one a case: memory of the whole program."""
    with TemporaryDirectory() as folder:
        raw = Path(folder) / "cases.csv"
        months = tuple(f"2027-{month:02}" for month in range(1, 7))
        cases = invent_cases(read_townships(), read_groups(), months, round(rows / len(months)))
        write_cases(raw, cases)
        words = ("protect", str(raw), "--table", "aid_stages", "--key", str(KEY), "--root", str(ROOT))
        done = subprocess.run([sys.executable, "-c", ONE_RUN, *words], capture_output=True, text=True, check=True)
    yield megabytes(f"{rows:,} rows of cases: memory of protect", float(done.stderr.splitlines()[-1]), at_most=1000)
