"""An audit is done once for the same tables, in whatever process they are read again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.instances import make_instance

TELL = """
import sys
from datetime import date
from pathlib import Path
from generator.build.pipeline import open_project, read_catalogue
from generator.features.statistics.layouts import find_layouts, layouts_digest

def tell():
    project, _ = open_project(Path(sys.argv[1]), date(2026, 11, 25), None)
    return layouts_digest(find_layouts(read_catalogue(project, lambda _: None).catalogue))

file = Path(sys.argv[1], "data/statistics/aid_townships/dataset.yaml")
print(tell())
text = file.read_text("utf-8")
assert "base: 5" in text
file.write_text(text.replace("base: 5", "base: 7"), "utf-8")
print(tell())
file.write_text(text, "utf-8")
"""


def test_layouts_have_the_same_digest_in_every_process_and_another_when_they_differ(tmp_path: Path) -> None:
    """Processes hash text each in its own way, so that sets lie in another order."""
    root = make_instance(tmp_path / "instance")
    said = [
        subprocess.run(
            [sys.executable, "-c", TELL, str(root)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]
    assert len(set(said[0])) == 2
