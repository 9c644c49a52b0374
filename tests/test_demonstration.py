"""The demonstration: what is published is what its command makes, byte for byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench.demonstration import RELEASES
from tests.instances import files_of

HOUSE = Path(__file__).parents[1]
MADE = ("statistics", "needs")


def test_the_command_makes_the_published_statistics_and_ledgers(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bench.demonstration", str(tmp_path)]
    made = subprocess.run(command, cwd=HOUSE, check=True, capture_output=True, text=True).stdout
    assert [f"{release} " in made for release in RELEASES] == [True] * len(RELEASES)
    for folder in MADE:
        published = files_of(HOUSE / "data" / folder)
        assert files_of(tmp_path / folder) == {name: text for name, text in published.items() if name.endswith(".csv")}
