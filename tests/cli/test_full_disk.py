"""A disk that is full: the message names the file, and no empty file stays behind."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.cli.instances import mingshan
from tests.disks import mount, unmount
from tests.instances import make_site

RUN = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); from generator.cli import main; main()"
MOST = 20_000
"""Bytes that any file may have: the system refuses to write more, as it does on a disk that is full."""
AS_OF = ("--as-of", "2026-11-25")


def _full() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST, MOST))


def _all_but_the_largest() -> None:
    """What a site keeps of its frame fits, what is published does not."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))


def _hardly_any() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))


def _smaller() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))


def test_a_build_on_a_full_disk_names_the_file_and_leaves_no_site(tmp_path: Path) -> None:
    root = make_site(tmp_path / "site", "minimal")
    command = [sys.executable, "-c", RUN, "build", "--root", str(root), *AS_OF]
    ended = subprocess.run(command, capture_output=True, text=True, preexec_fn=_full, check=False)
    said = ended.stdout + ended.stderr
    assert ended.returncode == 3, said
    assert "Traceback" not in said
    assert "site" in said
    assert not (root / "site" / "index.html").exists()
    assert [file for file in (root / "site").rglob("*") if file.is_file() and not file.stat().st_size] == []


def test_a_site_begun_on_a_full_disk_names_the_file_and_leaves_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", RUN, "init", "--with-examples", str(tmp_path / "new")]
    ended = subprocess.run(command, capture_output=True, text=True, preexec_fn=_smaller, check=False)
    assert ended.returncode == 3
    assert str(tmp_path) in ended.stderr
    assert "Traceback" not in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_publication_that_may_not_be_written_names_the_file_and_leaves_nothing_of_itself(tmp_path: Path) -> None:
    root, www = make_site(tmp_path / "site", "minimal"), tmp_path / "www"
    assert mingshan("publish", tmp_path / "elsewhere", "--root", root, *AS_OF).returncode == 0
    command = [sys.executable, "-c", RUN, "publish", str(www), "--root", str(root), *AS_OF]
    ended = subprocess.run(command, capture_output=True, text=True, preexec_fn=_all_but_the_largest, check=False)
    assert ended.returncode == 3, ended.stdout + ended.stderr
    assert f"{www}/releases/" in ended.stderr
    assert files_on(www) == {".lock": 0}


def test_an_import_that_may_not_be_written_names_the_file_and_changes_nothing(tmp_path: Path) -> None:
    root, sent = make_site(tmp_path / "site", "minimal"), tmp_path / "sent.csv"
    sent.write_text("编号,名称\nn1,示例改名\nn5,示例五\n", "utf-8")
    before = files_on(root)
    command = [sys.executable, "-c", RUN, "import", "notes", str(sent), "--root", str(root), "--write", *AS_OF]
    ended = subprocess.run(command, capture_output=True, text=True, preexec_fn=_hardly_any, check=False)
    assert ended.returncode == 3, ended.stdout + ended.stderr
    assert f"{root}/data/notes/" in ended.stderr
    assert {name: size for name, size in files_on(root).items() if ".mingshan" not in name} == before


@contextmanager
def small_disk(at: Path, size: str) -> Iterator[Path]:
    at.mkdir()
    if not mount("-t", "tmpfs", "-o", f"size={size},mode=1777", "tmpfs", str(at)):
        pytest.skip("没有满盘试验：这里不能挂载小磁盘；写不下的文件由上面按文件大小的限制试过")
    try:
        yield at
    finally:
        assert unmount(at)


def files_on(disk: Path) -> dict[str, int]:
    return {path.relative_to(disk).as_posix(): path.stat().st_size for path in disk.rglob("*") if path.is_file()}


def test_a_publication_that_does_not_fit_names_the_file_and_leaves_nothing_of_itself(tmp_path: Path) -> None:
    root = make_site(tmp_path / "site", "minimal")
    with small_disk(tmp_path / "disk", "1m") as disk:
        done = mingshan("publish", disk / "www", "--root", root, *AS_OF)
        assert done.returncode == 3, done.stdout + done.stderr
        assert f"{disk}/www/releases/" in done.stderr
        assert files_on(disk) == {"www/.lock": 0}


def test_a_frame_that_does_not_fit_ends_the_program_that_draws_it(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "2m") as disk:
        done = mingshan("build", "--root", make_site(disk / "site", "minimal"), *AS_OF)
        assert done.returncode == 3, done.stdout + done.stderr
        assert f"{disk}/site/.mingshan/shell/" in done.stderr
        assert [name for name, size in files_on(disk).items() if not size] == ["site/.mingshan/lock"]


def test_an_import_that_does_not_fit_names_the_file_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "sent.csv").write_text("编号,名称\nn1,示例改名\nn5,示例五\n", "utf-8")
    with small_disk(tmp_path / "disk", "200k") as disk:
        root = make_site(disk / "site", "minimal")
        (disk / "filling").write_bytes(b"")
        with suppress(OSError), (disk / "filling").open("wb") as filling:
            while True:
                filling.write(bytes(4096))
        before = files_on(disk)
        done = mingshan("import", "notes", tmp_path / "sent.csv", "--root", root, "--write", *AS_OF)
        assert done.returncode == 3, done.stdout + done.stderr
        assert f"{root}/data/notes/" in done.stderr
        assert {name: size for name, size in files_on(disk).items() if ".mingshan" not in name} == before
