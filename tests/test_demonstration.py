"""The demonstration: what is published is what its command makes, byte for byte."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

from bench.demonstration import HALVES_OF_NEEDS, RELEASES
from tests.instances import files_of

HOUSE = Path(__file__).parents[1]
BEFORE_PROOFS = ("need_groups/2025", "need_township_groups/2025")
"""Published before small parts got the cheapest pattern there is; another pattern beside it would tell both."""


def test_the_command_makes_the_published_statistics(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bench.demonstration", str(tmp_path)]
    made = subprocess.run(command, cwd=HOUSE, check=True, capture_output=True, text=True).stdout
    assert all(f"{release} " in made for release in (*RELEASES, *HALVES_OF_NEEDS))
    published, made_now = files_of(HOUSE / "data" / "statistics"), files_of(tmp_path / "statistics")
    again = {name: made for name, made in made_now.items() if not name.startswith(BEFORE_PROOFS)}
    assert {name: published.get(name) for name in again} == again
    for name in made_now.keys() - again.keys():
        before, now = _given(published[name]), _given(made_now[name])
        both = before.keys() & now.keys()
        assert both and {cell: before[cell] for cell in both} == {cell: now[cell] for cell in both}
    assert {name for name in published if _is_made(name)} == {name for name in made_now if "kept" not in name}
    assert sum("kept" in name for name in made_now) == 2, "the editions that were revised and widened"


def _given(table: bytes) -> dict[tuple[str, ...], str]:
    """The figures that are not withheld, by what stands before them in their rows."""
    return {tuple(row[:-3]): row[-3] for row in csv.reader(table.decode().splitlines()[1:]) if row[-3]}


def _is_made(name: str) -> bool:
    if name.startswith("need_"):
        return name.endswith(".csv") and any(half in name for half in HALVES_OF_NEEDS)
    return name.endswith(".csv") and Path(name).stem in RELEASES and "successions" not in name
