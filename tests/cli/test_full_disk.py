"""A disk that is full: the message names the file, and no empty file stays behind."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest

from tests.cli.instances import mingshan
from tests.disks import mount, unmount
from tests.instances import make_site

RUN = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); from generator.cli import main; main()"
LESS_THAN_A_SITE, LESS_THAN_ITS_LARGEST, LESS_THAN_A_SETTING, HARDLY_ANY = 20_000, 1_500_000, 500, 20
"""Bytes that a file may have; with the second, what a site keeps of its frame fits, what is published does not."""
AS_OF = ("--as-of", "2026-11-25")


def where_no_file_may_have_more(most: int, *words: object) -> subprocess.CompletedProcess[str]:
    """Run a verb where the system refuses to write more bytes to any file, as it does on a disk that is full."""
    command = [sys.executable, "-c", RUN, *map(str, words)]
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (most, most))
    return subprocess.run(command, capture_output=True, text=True, preexec_fn=limit, check=False)


def test_a_build_on_a_full_disk_names_the_file_and_leaves_no_site(tmp_path: Path) -> None:
    root = make_site(tmp_path / "site", "minimal")
    ended = where_no_file_may_have_more(LESS_THAN_A_SITE, "build", "--root", root, *AS_OF)
    said = ended.stdout + ended.stderr
    assert ended.returncode == 3, said
    assert "Traceback" not in said
    assert "site" in said
    assert not (root / "site" / "index.html").exists()
    assert [file for file in (root / "site").rglob("*") if file.is_file() and not file.stat().st_size] == []


def test_a_site_begun_on_a_full_disk_names_the_file_and_leaves_nothing(tmp_path: Path) -> None:
    ended = where_no_file_may_have_more(LESS_THAN_A_SETTING, "init", "--with-examples", tmp_path / "new")
    assert ended.returncode == 3
    assert str(tmp_path) in ended.stderr
    assert "Traceback" not in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_publication_that_may_not_be_written_names_the_file_and_leaves_nothing_of_itself(tmp_path: Path) -> None:
    root, www = make_site(tmp_path / "site", "minimal"), tmp_path / "www"
    assert mingshan("publish", tmp_path / "elsewhere", "--root", root, *AS_OF).returncode == 0
    ended = where_no_file_may_have_more(LESS_THAN_ITS_LARGEST, "publish", www, "--root", root, *AS_OF)
    assert ended.returncode == 3, ended.stdout + ended.stderr
    assert f"{www}/releases/" in ended.stderr
    assert files_on(www) == {".lock": 0}


def test_an_import_that_may_not_be_written_names_the_file_and_changes_nothing(tmp_path: Path) -> None:
    root, sent = make_site(tmp_path / "site", "minimal"), tmp_path / "sent.csv"
    sent.write_text("编号,名称\nn1,示例改名\nn5,示例五\n", "utf-8")
    before = files_on(root)
    ended = where_no_file_may_have_more(HARDLY_ANY, "import", "notes", sent, "--root", root, "--write", *AS_OF)
    assert ended.returncode == 3, ended.stdout + ended.stderr
    assert f"{root}/data/notes/" in ended.stderr
    assert {name: size for name, size in files_on(root).items() if ".mingshan" not in name} == before


@contextmanager
def small_disk(at: Path, size: str) -> Iterator[Path]:
    at.mkdir()
    if not mount("-t", "tmpfs", "-o", f"size={size},mode=1777", "tmpfs", str(at)):
        pytest.skip(
            "没有满盘试验：只有管理员能挂载小磁盘，这里不能；构建、发布、导入写不下时的结果，上面已用文件大小的限制试过"
        )
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
