"""What is purged is nowhere any more: history, branches, tags, kept releases, archives, cache; its tombstone stays."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner, Result

from generator.base.house import house_folder
from generator.cli import make_app
from tests.instances import files_of, make_site, write
from tests.repositories import commit, edit, git

SECRET, RECORD = "示例王某某的事", "data/clubs/lantern.yaml"
STONE = """kind: clubs
record: lantern
basis: withdrawn
approval: 删除审批单2026-01（示例）
approved_by: 示例科
purged_on: 2026-11-24
"""
DAY = ("--as-of", "2026-11-25")


class House(NamedTuple):
    """An instance with a past, and the folder in which it is published."""

    root: Path
    published: Path

    def run(self, *words: str) -> Result:
        return CliRunner().invoke(make_app(), [*words, "--root", str(self.root), *DAY])

    def publish(self) -> None:
        done = self.run("publish", str(self.published))
        assert done.exit_code == 0, done.output

    def purge(self, *words: str) -> Result:
        return self.run("purge", *words, "--published", str(self.published))


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Published without the secret and then with it; the secret is on a branch and in the message of a tag too."""
    folder = tmp_path_factory.mktemp("past")
    house = House(make_site(folder / "instance", "minimal", "complete"), folder / "published")
    shutil.copytree(house_folder() / "data" / "purges", house.root / "data" / "purges")
    (house.root / ".gitignore").write_text(".mingshan/\nsite/\n", "utf-8")
    git(house.root, "init", "-q", "-b", "main")
    commit(house.root, "before")
    house.publish()
    write(
        house.root, RECORD, f'name: 示例静心社\nregion: "99"\nstatus: 活动中\nphone: 022-示例号码\nsummary: {SECRET}\n'
    )
    commit(house.root, f"tell of {SECRET}")
    git(house.root, "tag", "-a", "v1", "-m", f"with {SECRET}")
    git(house.root, "branch", "other")
    house.publish()
    return folder


@pytest.fixture
def house(past: Path, tmp_path: Path) -> House:
    """A copy of its own."""
    shutil.copytree(past, tmp_path / "copy", symlinks=True)
    return House(tmp_path / "copy" / "instance", tmp_path / "copy" / "published")


def bury(house: House) -> None:
    """The ordinary change that comes first."""
    (house.root / RECORD).unlink()
    (house.root / "data/purges/2026-01.yaml").write_text(STONE, "utf-8")
    commit(house.root, "bury")


def everything(folder: Path) -> bytes:
    """All bytes below a folder, unpacked where they are packed with gzip."""
    contents = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return b"".join(gzip.decompress(each) if each.startswith(b"\x1f\x8b") else each for each in contents)


def objects(root: Path) -> bytes:
    """Every object that git has, reachable or not."""
    words = ("git", "cat-file", "--batch", "--batch-all-objects")
    return subprocess.run(words, cwd=root, check=True, capture_output=True).stdout


def secret_file(tmp_path: Path) -> str:
    (tmp_path / "words").write_text(f"{SECRET}\n", "utf-8")
    return str(tmp_path / "words")


def test_nothing_is_left_and_the_tombstone_stands_at_the_address(house: House, tmp_path: Path) -> None:
    assert SECRET.encode() in objects(house.root) and SECRET.encode() in everything(house.published)
    bury(house)
    house.publish()
    done = house.purge("2026-01", RECORD, "--words", secret_file(tmp_path))
    assert done.exit_code == 0, done.output
    assert SECRET.encode() not in objects(house.root)
    assert RECORD not in git(house.root, "log", "--all", "--name-only", "--format=")
    house.publish()
    assert house.purge("2026-01", RECORD, "--words", secret_file(tmp_path)).exit_code == 0
    assert SECRET.encode() not in everything(house.root) + everything(house.published)
    shown = files_of(house.published / "current")
    page = shown["clubs/lantern/index.html"].decode()
    assert "依法删去" in page and "删除审批单2026-01（示例）" in page and SECRET not in page
    (gone,) = json.loads(shown["downloads/purged.json"])["purged"]
    assert gone == {"address": "clubs/lantern/", "purged_on": "2026-11-24", "basis": "withdrawn"}


def test_what_was_published_before_it_came_is_kept(house: House) -> None:
    first = sorted(path.name for path in (house.published / "releases").iterdir())[0]
    bury(house)
    house.publish()
    assert house.purge("2026-01", RECORD).exit_code == 0
    assert first in {path.name for path in (house.published / "releases").iterdir()}


def test_commits_from_before_keep_their_names_and_the_last_state_its_files(house: House) -> None:
    before = git(house.root, "rev-list", "--max-parents=0", "main")
    bury(house)
    tree = git(house.root, "rev-parse", "HEAD^{tree}")
    assert house.purge("2026-01", RECORD).exit_code == 0
    assert git(house.root, "rev-list", "--max-parents=0", "main") == before
    assert git(house.root, "rev-parse", "HEAD^{tree}") == tree
    assert git(house.root, "status", "--porcelain", "--untracked-files=no") == ""


@pytest.mark.parametrize("why", ["still there", "no tombstone", "not committed", "nothing named"])
def test_without_an_approval_or_while_it_is_still_shown_nothing_is_rewritten(house: House, why: str) -> None:
    if why != "still there":
        bury(house)
    if why == "not committed":
        edit(house.root, "mkdocs.yml", "示例完整站", "示例别站")
    head = git(house.root, "rev-parse", "HEAD", "other", "v1")
    done = house.purge("2026-02" if why == "no tombstone" else "2026-01", *([] if why == "nothing named" else [RECORD]))
    assert done.exit_code == 1 and "[purge-refused]" in done.output
    assert git(house.root, "rev-parse", "HEAD", "other", "v1") == head


def test_a_tombstone_without_an_approval_is_refused_by_the_check(house: House) -> None:
    bury(house)
    edit(house.root, "data/purges/2026-01.yaml", "approval: 删除审批单2026-01（示例）\n", "")
    assert "[required]" in house.run("check").output


def test_what_a_second_work_tree_still_holds_is_told_and_not_called_purged(house: House, tmp_path: Path) -> None:
    """Git keeps what somebody has checked out elsewhere, though no branch leads to it."""
    git(house.root, "worktree", "add", "--quiet", "--detach", str(tmp_path / "beside"), "v1")
    bury(house)
    done = house.purge("2026-01", RECORD, "--words", secret_file(tmp_path))
    assert done.exit_code == 1 and "[purge-remains]" in done.output
    git(house.root, "worktree", "remove", "--force", str(tmp_path / "beside"))
    assert house.purge("2026-01", RECORD, "--words", secret_file(tmp_path)).exit_code == 0
    assert SECRET.encode() not in objects(house.root)


def test_a_file_with_a_chinese_name_goes_like_any_other(house: House, tmp_path: Path) -> None:
    write(house.root, "content/files/示例名册.txt", SECRET)
    commit(house.root, "attach")
    (house.root / "content/files/示例名册.txt").unlink()
    bury(house)
    done = house.purge("2026-01", RECORD, "content/files/示例名册.txt")
    assert done.exit_code == 0, done.output
    assert "示例名册".encode() not in git(house.root, "log", "--all", "--name-only", "-z", "--format=").encode()
