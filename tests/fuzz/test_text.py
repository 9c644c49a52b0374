"""Two thousand damaged texts among the files of a small site: each is read or told, and the check never breaks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.build.pipeline import check_project, open_project
from generator.check.problem_reports import ReportFormat, render_report
from generator.model.problem import has_errors
from tests.fuzz.mutants import SEEDS, SLOWEST, mutated_text
from tests.fuzz.spending import cpu_seconds, own_megabytes
from tests.instances import make_site

DAY = date(2026, 11, 25)
KINDS = (".csv", ".yaml", ".yml", ".md")


@pytest.mark.parametrize("start", SEEDS[::50])
def test_damaged_texts_are_read_or_told(
    start: int, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    slowest = 0.0
    root = make_site(tmp_path / "site", "complete")
    files = sorted(file for file in root.rglob("*") if file.is_file() and file.suffix in KINDS)
    for seed in SEEDS[start : start + 50]:
        file = files[seed % len(files)]
        good = file.read_bytes()
        file.write_bytes(mutated_text(good, seed))
        began = cpu_seconds()
        _check(root)
        file.write_bytes(good)
        slowest = max(slowest, cpu_seconds() - began)
        assert slowest < SLOWEST, seed
    record_property("slowest", slowest)
    record_property("megabytes", own_megabytes())


def _check(root: Path) -> None:
    project, problems = open_project(root, DAY, None)
    if not has_errors(problems):
        problems = (*problems, *check_project(project, lambda _what: None).problems)
    for form in ReportFormat:
        assert render_report(problems, form).encode()
