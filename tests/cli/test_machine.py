"""What is wrong with the machine is no bug of ours: it is said in plain words, or does not matter."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Mingshan
from tests.instances import make_site

RUN = [sys.executable, "-c", "from generator.cli import run; run()"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site", "minimal")


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_closed_streams_do_not_matter(root: Path, closed: str) -> None:
    command = f'"$@" check --root "{root}" {closed}'
    done = subprocess.run(["sh", "-c", command, "sh", *RUN], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(("name", "make"), [(".mingshan", "file"), ("site", "link")])
def test_what_stands_where_we_write_is_named(root: Path, name: str, make: str, mingshan: Mingshan) -> None:
    if make == "file":
        (root / name).write_text("x", "utf-8")
    else:
        (root / name).symlink_to("/nowhere/at/all")
    done = mingshan("build", "--root", root)
    assert done.code == 2
    assert str(root / name) in done.err


@pytest.mark.parametrize("moment", [0, 5_694_000_000, 99_999_999_999_999])
def test_a_wrong_clock_is_told(root: Path, moment: int, mingshan: Mingshan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr("time.time", lambda: moment)
    done = mingshan("check", "--root", root)
    assert done.code == 2
    assert "时钟" in done.err


@pytest.mark.parametrize("above", ["content", "data/notes"])
def test_names_that_are_no_text_are_told(root: Path, above: str, mingshan: Mingshan) -> None:
    """What a Chinese Windows packed into a zip: 你 in GBK."""
    folder = root / above / os.fsdecode(b"\xc4\xe3")
    folder.mkdir(parents=True)
    (folder / "a.md").write_text("# a\n", "utf-8")
    done = mingshan("build", "--root", root)
    assert done.code == 1
    assert "unsafe-name" in done.out


def test_what_never_ends_is_not_read(root: Path, mingshan: Mingshan) -> None:
    done = mingshan("import", "notes", "/dev/zero", "--root", root)
    assert done.code == 1
    assert "unreadable-file" in done.out
