"""Whatever is made from a protected table is the same whatever it hides, and holds none of what it hides.

The counts have seven digits and more, which stand nowhere by chance: so each can be sought in every file.
"""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from random import Random

import pytest

from tests.cli.given_away import Found, large_numbers, texts_of
from tests.cli.instances import HOUSE, make_instance, mingshan

KEY = HOUSE / "bench" / "demonstration_key.txt"
EXACT, ROUNDED = (f"data/statistics/{name}/2027H1.csv" for name in ("aid_stages", "aid_townships"))
DISTRICTS = ("120101", "120102", "120103", "120104", "120105", "120106")
NUMBERS = (1, 3, 4, 5, 6)
TOWNSHIPS = tuple(f"{district}00{number}" for district in DISTRICTS for number in NUMBERS)
CATEGORIES = ("medical", "education", "care", "living", "family", "spirit")
ELSEWHERE = re.compile(r"\b(?!12010[1-6](?:00[13-6])?\b)\d{6,9}\b")
"""Codes of other districts and of their townships."""
STAGES = ("asked", "referred", "accepted", "helped")
LOOP = (("120101", "medical"), ("120101", "care"), ("120102", "care"), ("120102", "medical"))
"""Four small counts; one household more and fewer in turn leaves all sums as they are."""
LARGE = 1_000_000
BEFORE_AN_END = ("（", "至 ", "在 ", "到 ")
"""What stands before the ends of the range of a rounded figure; the true one may be an end."""
Counts = Mapping[tuple[str, str], int]
Cell = tuple[str, str, str]
"""A place or the city, a category or all, and what is counted."""


def invented() -> dict[tuple[str, str], int]:
    """Who was helped in a district: counts of eight digits, and four small ones."""
    dice = Random(3)
    counts = {place: dice.randint(20 * LARGE, 90 * LARGE) for place in product(DISTRICTS, CATEGORIES)}
    return counts | dict(zip(LOOP, (3, 2, 2, 4), strict=True))


def moved(counts: Counts) -> dict[tuple[str, str], int]:
    """Other counts with the same sums, in which the small ones stay small."""
    return dict(counts) | {place: counts[place] + (-1) ** at for at, place in enumerate(LOOP)}


def staged(count: int) -> tuple[int, ...]:
    """All stages of a count: of a small one nobody was turned away."""
    return tuple(count + (1_234_567 * step if count > 4 else 0) for step in (3, 2, 1, 0))


def cases(counts: Counts) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """Every township's stages of every category; a small count is one township's."""
    for (district, category), count in counts.items():
        first = count if count < LARGE else count * 3 // 11
        others = [(count - first) * share // 10 for share in (1, 2, 3)]
        for number, part in zip(NUMBERS, (first, *others, count - first - sum(others)), strict=True):
            yield f"{district}00{number}", category, staged(part)


def write_raw(file: Path, counts: Counts) -> None:
    lines = [",".join(("period", "division", "category", *STAGES))]
    lines += [",".join(("2027-01", place, category, *map(str, stages))) for place, category, stages in cases(counts)]
    file.write_text("\n".join(lines) + "\n", "utf-8")


def true_figures(counts: Counts) -> dict[Cell, int]:
    """Every figure of both tables, added up here."""
    found: dict[Cell, int] = {}
    for place, category, stages in cases(counts):
        for cell in product((place, place[:6], "12"), (category, "_T")):
            for measure, value in zip(STAGES, stages, strict=True):
                found[*cell, measure] = found.get((*cell, measure), 0) + value
    return found


def read_table(file: Path) -> dict[Cell, str]:
    with file.open(encoding="utf-8") as lines:
        return {(row["division"], row["category"], row["measure"]): row["value"] for row in csv.DictReader(lines)}


def publish(root: Path, raw: Path) -> str:
    """An instance of one city of six districts of five townships with two tables; gives what is printed."""
    make_instance(root)
    shutil.rmtree(root / "data" / "needs")
    for file in root.glob("data/codes/*/*.csv"):
        head, *lines = file.read_text("utf-8").splitlines()
        kept = [line for line in lines if not ELSEWHERE.search(line) or line.startswith("area-centre")]
        file.write_text("\n".join([head, *kept]) + "\n", "utf-8")
    for file in root.glob("data/codes/*/dataset.yaml"):
        file.write_text(re.sub(r"records: \{min: \d+", "records: {min: 0", file.read_text("utf-8")), "utf-8")
    printed = ""
    for file, before in ((EXACT, ()), (ROUNDED, ("--previous", root / EXACT))):
        words = ("--key", KEY, "--root", root, "--table", Path(file).parent.name, *before, "-o", root / file)
        done = mingshan("protect", raw, *words)
        assert done.returncode == 0, done.stderr
        printed += done.stdout
    return printed


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("told")
    write_raw(folder / "raw.csv", invented())
    publish(folder / "root", folder / "raw.csv")
    return folder / "root"


def files_of(root: Path) -> dict[str, bytes]:
    """All files but caches; the day is not the same for whoever works past midnight."""
    found = {str(file.relative_to(root)): file.read_bytes() for file in root.rglob("*") if file.is_file()}
    return {
        name: re.sub(rb"\d{4}-\d\d-\d\d", b"day", data) if "table_editions" in name else data
        for name, data in found.items()
        if not name.startswith(".mingshan")
    }


def test_two_raw_tables_that_differ_in_hidden_counts_alone_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    other = moved(invented())
    assert all(0 < counts[place] < 5 for place in LOOP for counts in (invented(), other))
    write_raw(tmp_path / "raw.csv", other)
    assert publish(tmp_path / "root", tmp_path / "raw.csv") == ""
    one, two = files_of(root), files_of(tmp_path / "root")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


@pytest.fixture(scope="module")
def told(root: Path) -> dict[str, list[Found]]:
    """Large numbers of pages, charts, downloads, a workbook, SDMX, the database, feeds, the search index, caches, and
    of what was printed."""
    done = mingshan("build", "--root", root)
    assert done.returncode == 0, done.stdout
    assert mingshan("audit", "--root", root).returncode == 0
    workbook = root / "site" / "exported.xlsx"
    assert mingshan("export", "aid_townships", "--root", root, "-o", workbook).returncode == 0
    found = {"printed": list(large_numbers("printed", done.stdout + done.stderr))}
    for file in (each for each in root.rglob("*") if each.is_file()):
        texts = texts_of(file.name, file.read_bytes())
        found[str(file.relative_to(root))] = [each for name, text in texts for each in large_numbers(name, text)]
    return found


def published(root: Path) -> dict[Cell, str]:
    return read_table(root / EXACT) | read_table(root / ROUNDED)


def test_no_output_holds_a_true_value_of_a_gap_or_of_a_rounded_figure(root: Path, told: dict[str, list[Found]]) -> None:
    table, true = published(root), true_figures(invented())
    shown = {*table.values(), *(str(sum(each)) for each in sums_shown(table))}
    hidden = {str(value) for cell, value in true.items() if value >= LARGE and table.get(cell) != str(value)} - shown
    assert len(hidden) > 100
    assert {Path(name).suffix for name in told} >= {".csv", ".html", ".svg"}
    kinds = {Path(name).suffix for name, numbers in told.items() if any(each.digits in shown for each in numbers)}
    assert kinds >= {".csv", ".html", ".json", ".xlsx", ".db"}, kinds
    leaks = {
        name: [each for each in numbers if each.digits in hidden and not each.before.endswith(BEFORE_AN_END)]
        for name, numbers in told.items()
    }
    assert {name: found for name, found in leaks.items() if found} == {}


def sums_shown(table: Mapping[Cell, str]) -> Iterator[list[int]]:
    """What pages add up: the categories of a township."""
    for township, measure in product(TOWNSHIPS, STAGES):
        parts = [table.get((township, category, measure), "") for category in CATEGORIES]
        yield [int(each) for each in parts if each]


def test_every_output_says_of_a_rounded_figure_that_it_is_one(root: Path, told: dict[str, list[Found]]) -> None:
    """In text 约 stands before it; in data its line or object bears the mark E, or says 约数."""
    table = read_table(root / ROUNDED)
    exact = set(read_table(root / EXACT).values())
    rounded = {*table.values(), *(str(sum(each)) for each in sums_shown(table))} - exact - {"", "0"}
    assert len(rounded) > 40
    seen: dict[str, int] = {}
    unmarked: dict[str, list[Found]] = {}
    for name, numbers in told.items():
        for each in (one for one in numbers if one.digits in rounded and name.startswith("site/")):
            seen[Path(name).suffix] = seen.get(Path(name).suffix, 0) + 1
            if not is_marked(each):
                unmarked.setdefault(name, []).append(each)
    assert {name: found[:3] for name, found in unmarked.items()} == {}
    assert seen.keys() >= {".csv", ".html", ".json", ".xlsx", ".db"}, seen


def is_marked(found: Found) -> bool:
    return found.before.endswith("约 ") or bool(re.search(r"约数|(?<![A-Za-z])E(?![A-Za-z])", found.around))
