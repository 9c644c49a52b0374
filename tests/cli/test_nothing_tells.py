"""Whatever is made from a protected table is the same whatever it hides, and holds none of what it hides."""

from __future__ import annotations

import csv
import gzip
import io
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from random import Random

import pytest

from tests.cli.instances import HOUSE, make_instance, mingshan

KEY = HOUSE / "bench" / "demonstration_key.txt"
TABLE = "data/statistics/aid_stages/2027H1.csv"
DISTRICTS = ("120101", "120102", "120103", "120104", "120105", "120106")
CATEGORIES = ("medical", "education", "care")
ELSEWHERE = re.compile(r"\b(?!12010[1-6]\b)\d{6,9}\b")
"""Codes of other districts and of all townships."""
STAGES = ("asked", "referred", "accepted", "helped")
LOOP = (("120101", "medical"), ("120101", "care"), ("120102", "care"), ("120102", "medical"))
"""Four small counts; one household more and fewer in turn leaves all sums as they are."""
Counts = Mapping[tuple[str, str], int]
Cell = tuple[str, str, str]
"""A district or the city, a category or all, and what is counted."""


def invented() -> dict[tuple[str, str], int]:
    """Who was helped: counts of seven digits, which stand nowhere by chance, and four small ones."""
    dice = Random(3)
    counts = {place: dice.randint(1_000_000, 9_000_000) for place in product(DISTRICTS, CATEGORIES)}
    return counts | dict(zip(LOOP, (3, 2, 2, 4), strict=True))


def moved(counts: Counts) -> dict[tuple[str, str], int]:
    """Other counts with the same sums, in which the small ones stay small."""
    return dict(counts) | {place: counts[place] + (-1) ** at for at, place in enumerate(LOOP)}


def staged(count: int) -> tuple[int, ...]:
    """All stages of a count: of a small one nobody was turned away."""
    return tuple(count + (1_234_567 * step if count > 4 else 0) for step in (3, 2, 1, 0))


def write_raw(file: Path, counts: Counts) -> None:
    lines = [",".join(("period", "division", "category", *STAGES))]
    lines += [",".join(("2027-01", *place, *map(str, staged(count)))) for place, count in counts.items()]
    file.write_text("\n".join(lines) + "\n", "utf-8")


def true_figures(counts: Counts) -> dict[Cell, int]:
    """Every figure of the table, added up here."""
    found: dict[Cell, int] = {}
    for (district, category), count in counts.items():
        for place in product((district, "12"), (category, "_T")):
            for measure, value in zip(STAGES, staged(count), strict=True):
                found[*place, measure] = found.get((*place, measure), 0) + value
    return found


def read_table(root: Path) -> dict[Cell, str]:
    with (root / TABLE).open(encoding="utf-8") as file:
        return {(row["division"], row["category"], row["measure"]): row["value"] for row in csv.DictReader(file)}


def publish(root: Path, raw: Path) -> str:
    """An instance of one city of six districts with one table; gives what is printed."""
    make_instance(root)
    shutil.rmtree(root / "data" / "needs")
    for file in root.glob("data/codes/*/*.csv"):
        head, *lines = file.read_text("utf-8").splitlines()
        kept = [line for line in lines if not ELSEWHERE.search(line) or line.startswith("area-centre")]
        file.write_text("\n".join([head, *kept]) + "\n", "utf-8")
    for file in root.glob("data/codes/*/dataset.yaml"):
        file.write_text(re.sub(r"records: \{min: \d+", "records: {min: 0", file.read_text("utf-8")), "utf-8")
    done = mingshan("protect", raw, "--key", KEY, "--root", root, "--table", "aid_stages", "-o", root / TABLE)
    assert done.returncode == 0, done.stderr
    return done.stdout


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


def texts_of(name: str, data: bytes) -> Iterator[str]:
    """A file as text, and what is packed in it."""
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for each in packed.namelist():
                yield from texts_of(each, packed.read(each))
    elif data[:2] == b"\x1f\x8b":
        yield from texts_of(name, gzip.decompress(data))
    else:
        yield data.decode("utf-8", "replace")


def numbers_in(text: str) -> set[str]:
    """Whole numbers of seven digits and more, however their thousands are set apart."""
    return {re.sub(r"\D", "", each) for each in re.findall(r"(?<![\w.])\d[\d,\u00a0\u2009\u202f' ]{5,}\d(?!\w)", text)}


def test_no_output_holds_a_true_value_of_a_gap(root: Path) -> None:
    """Pages, charts, downloads, workbooks, SDMX, the database, feeds, the search index, and what was printed."""
    table, true = read_table(root), true_figures(invented())
    hidden = {str(value) for cell, value in true.items() if value >= 1_000_000 and not table[cell]}
    shown = {table[cell] for cell, value in true.items() if value >= 1_000_000 and table[cell]}
    assert len(hidden - shown) > 10 < len(shown)
    done = mingshan("build", "--root", root)
    assert done.returncode == 0, done.stdout
    assert mingshan("audit", "--root", root).returncode == 0
    found: dict[str, set[str]] = {"printed": numbers_in(done.stdout + done.stderr)}
    for file in (each for each in root.rglob("*") if each.is_file()):
        found[str(file.relative_to(root))] = {
            number for text in texts_of(file.name, file.read_bytes()) for number in numbers_in(text)
        }
    kinds = {Path(name).suffix for name, numbers in found.items() if numbers & shown}
    assert kinds >= {".csv", ".html", ".json"}, kinds
    assert {name: numbers & (hidden - shown) for name, numbers in found.items() if numbers & (hidden - shown)} == {}
