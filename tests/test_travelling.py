"""A cache that is restored elsewhere answers for the same content; one that somebody else wrote answers for nothing."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.base.cache import KEY_VARIABLE, _key, installed_libraries
from generator.build.pipeline import find_problems, open_project
from generator.build.remembering import remember_problems
from tests.instances import DAY, build, check, files_of, make_site, rules, silent, write
from tests.repositories import commit, git

COMMAND = [sys.executable, "-c", "from generator.cli import main; main()", "build", "--as-of", DAY.isoformat()]
POISON = "<p>示例：没有人审过</p>"


def build_at(root: Path, home: Path, key: str) -> int:
    """Build as a job on a machine of its own does; gives how many files were drawn."""
    home.mkdir(exist_ok=True)
    environment = {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home), KEY_VARIABLE: key}
    command = [*COMMAND, "--root", str(root)]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stderr
    (drawn,) = re.findall(r"发布 ([\d,]+) 个有变化的文件", said)
    return int(drawn.replace(",", ""))


def move(root: Path, to: Path) -> Path:
    """A copy in which every file is as new as a fresh checkout's."""
    return Path(shutil.copytree(root, to, copy_function=shutil.copyfile))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, built by a job that has the key."""
    made = tmp_path_factory.mktemp("built")
    root = make_site(made / "here", "minimal")
    assert build_at(root, made / "home", "示例密钥") > 10
    return root


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Whoever sets another key in this process starts without the last one."""
    _key.cache_clear()
    yield monkeypatch
    _key.cache_clear()


def test_a_copy_elsewhere_takes_everything_from_the_cache(built: Path, tmp_path: Path) -> None:
    there = move(built, tmp_path / "elsewhere")
    before = files_of(there / ".mingshan")
    assert build_at(there, tmp_path / "home", "示例密钥") == 0
    after = files_of(there / ".mingshan")
    changed = {file.partition("/")[0] for file in before | after if before.get(file) != after.get(file)}
    timed = {"records", "verdict", "manifest.json", "documents.json"}
    assert changed <= timed, "these hold times; what was drawn is as it was"
    assert files_of(there / "site") == files_of(built / "site")
    assert str(built).encode() not in after["manifest.json"]


def test_what_a_stranger_worked_out_is_not_published(built: Path, tmp_path: Path) -> None:
    """The same poison is published where the key is the same, so that this could fail."""
    for name, key in (("own", "示例密钥"), ("strange", "别人的密钥")):
        there = move(built, tmp_path / name)
        frame = next(each for each in (there / ".mingshan/shell/pages/site").rglob("search/index.html"))
        frame.write_text(frame.read_text("utf-8").replace("</body>", f"{POISON}</body>"), "utf-8")
        build_at(there, tmp_path / "home", key)
        poisoned = [file for file, data in files_of(there / "site").items() if POISON.encode() in data]
        assert bool(poisoned) == (name == "own")


def test_a_verdict_of_somebody_else_is_not_believed(key: pytest.MonkeyPatch, tmp_path: Path) -> None:
    root = make_site(tmp_path / "site", "minimal")
    write(root, "data/notes/x.yaml", "naem: 示例\n")
    for path in root.rglob("*"):
        os.utime(path, (1, 1))
    key.setenv(KEY_VARIABLE, "别人的密钥")
    project, _ = open_project(root, DAY, None)
    key.setattr("generator.build.remembering.SETTLING", -(10**12))  # what was written just now counts as settled
    assert remember_problems(project, lambda: ()) == ()
    assert find_problems(project, silent) == ()
    _key.cache_clear()
    key.setenv(KEY_VARIABLE, "示例密钥")
    project, _ = open_project(root, DAY, None)
    assert find_problems(project, silent)


@pytest.mark.parametrize("name", [".mingshan", ".Mingshan"])
def test_a_cache_in_the_repository_is_refused_and_not_read(tmp_path: Path, name: str) -> None:
    root = make_site(tmp_path / "site", "minimal")
    write(root, f"{name}/records/x.pickle", "示例")
    git(root, "init", "-q", "-b", "main")
    commit(root, "with a cache")
    assert rules(check(root)) == ["cache-tracked"]
    assert rules(build(root)) == ["cache-tracked"]
    assert (root / name / "records/x.pickle").read_text("utf-8") == "示例"
    project, _ = open_project(root, DAY, None)
    assert not project.cache.exists()


def test_a_build_of_somebody_with_another_key_is_not_disturbed(tmp_path: Path) -> None:
    root = make_site(tmp_path / "site", "minimal")
    write(root, ".mingshan/staging/index.html", "示例")
    with (root / ".mingshan/lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert rules(build(root)) == ["build-running"]
    assert (root / ".mingshan/staging/index.html").is_file()


def test_a_link_in_place_of_the_cache_is_followed_nowhere(tmp_path: Path) -> None:
    root = make_site(tmp_path / "site", "minimal")
    write(tmp_path, "photographs/x.jpg", "示例")
    (root / ".mingshan").symlink_to(tmp_path / "photographs")
    assert check(root) == ()
    assert (tmp_path / "photographs/x.jpg").is_file()


def test_libraries_are_told_by_content_wherever_they_lie(tmp_path: Path) -> None:
    """Scripts name the interpreter's path, compiled files and notes of the installer are as they happen to be."""
    record = "example/a.py,sha256=abc,10\nexample-1.dist-info/METADATA,sha256=def,20\n"
    written = {
        "here": f"../../../bin/example,sha256=111,5\n{record}example-1.dist-info/INSTALLER,sha256=222,4\n",
        "there": f"{record}../../../bin/example,sha256=999,5\nexample/__pycache__/a.cpython-312.pyc,,\n",
        "other": record.replace("abc", "xyz"),
    }
    for name, text in written.items():
        write(tmp_path, f"{name}/example-1.dist-info/RECORD", text)
        write(tmp_path, f"{name}/mingshan-1.dist-info/RECORD", f"mingshan.pth,sha256={name},9\n")
    told = {name: list(installed_libraries(tmp_path / name)) for name in written}
    assert told["here"] == told["there"] != told["other"]
