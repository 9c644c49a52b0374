"""A disk that is full: the message names the file, and no empty file stays behind."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

from tests.instances import make_site

RUN = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); from generator.cli import main; main()"
MOST = 20_000
"""Bytes that any file may have: the system refuses to write more, as it does on a disk that is full."""


def _full() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST, MOST))


def _smaller() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))


def test_a_build_on_a_full_disk_names_the_file_and_leaves_no_site(tmp_path: Path) -> None:
    root = make_site(tmp_path / "site", "minimal")
    command = [sys.executable, "-c", RUN, "build", "--root", str(root), "--as-of", "2026-11-25"]
    ended = subprocess.run(command, capture_output=True, text=True, preexec_fn=_full, check=False)
    said = ended.stdout + ended.stderr
    assert ended.returncode == 3, said
    assert "Traceback" not in said
    assert "site" in said
    assert not (root / "site" / "index.html").exists()
    assert [file for file in (root / "site").rglob("*") if file.is_file() and not file.stat().st_size] == []


def test_a_site_begun_on_a_full_disk_names_the_file_and_leaves_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", RUN, "init", str(tmp_path / "new")]
    ended = subprocess.run(command, capture_output=True, text=True, preexec_fn=_smaller, check=False)
    assert ended.returncode == 3
    assert str(tmp_path) in ended.stderr
    assert "Traceback" not in ended.stderr
    assert list(tmp_path.iterdir()) == []
