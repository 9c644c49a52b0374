"""The demonstration: what is published is what its command makes, byte for byte."""

from __future__ import annotations

from pathlib import Path

from bench.demonstration import RELEASES, TABLES, make_demonstration
from bench.ledgers import make_ledgers

LEDGERS = Path(__file__).parents[1] / "data" / "needs"
PUBLISHED = Path(__file__).parents[1] / "data" / "statistics"


def test_the_command_makes_the_published_statistics(tmp_path: Path) -> None:
    reports = list(make_demonstration(tmp_path))
    assert len(reports) == len(TABLES) * len(RELEASES)
    for table in TABLES:
        for release in RELEASES:
            made = tmp_path / table / f"{release}.csv"
            assert made.read_bytes() == (PUBLISHED / table / made.name).read_bytes()


def test_the_command_makes_the_published_ledgers(tmp_path: Path) -> None:
    list(make_ledgers(tmp_path))
    made = {file.relative_to(tmp_path): file.read_bytes() for file in tmp_path.rglob("*.csv")}
    assert made == {file.relative_to(LEDGERS): file.read_bytes() for file in LEDGERS.rglob("*.csv")}
