"""What is purged is nowhere any more: history, branches, tags, kept releases, archives, cache; its tombstone stays."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import io
import json
import re
import shutil
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import openpyxl
import pytest
import typst
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from typer.testing import CliRunner, Result

from generator.base.house import house_folder
from generator.cli import make_app
from tests.instances import files_of, make_site, write
from tests.known import lay_what_is_known
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
    lay_what_is_known(house.root)
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


def unpacked(content: bytes) -> bytes:
    """With what is packed in it: gzip, zips in zips, and the streams of a PDF."""
    inside = [content]
    if content.startswith(b"\x1f\x8b"):
        inside.append(unpacked(gzip.decompress(content)))
    if content.startswith(b"PK\3\4"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            inside += [name.encode() + unpacked(packed.read(name)) for name in packed.namelist()]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL) if content.startswith(b"%PDF") else ():
        with contextlib.suppress(zlib.error):
            inside.append(zlib.decompress(stream))
    return b"".join(inside)


def everything(folder: Path) -> bytes:
    """All names and bytes below a folder, unpacked."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return b"".join(path.name.encode() + unpacked(path.read_bytes()) for path in files)


def objects(root: Path) -> bytes:
    """Every object that git has, reachable or not, unpacked."""
    words = ("git", "cat-file", "--batch-all-objects", "--batch")
    given = subprocess.run(words, cwd=root, check=True, capture_output=True).stdout
    found, at = [], 0
    while at < len(given):  # name, kind and size in a line, then so many bytes and a line's end
        begins = given.index(b"\n", at) + 1
        at = begins + int(given[at:begins].split()[2])
        found.append(unpacked(given[begins:at]))
        at += 1
    assert found
    return b"".join(found)


def zipped(name: str, content: bytes) -> bytes:
    """A zip that packs well, so that nothing of it can be read from outside."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return whole.getvalue()


def workbook(text: str) -> bytes:
    book, whole = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["名称", text])
    book.save(whole)
    return whole.getvalue()


def picture(text: str) -> bytes:
    """A picture with words that a viewer shows nobody."""
    notes, whole = PngInfo(), io.BytesIO()
    notes.add_itxt("Comment", text, zip=True)
    Image.new("RGB", (8, 8)).save(whole, "PNG", pnginfo=notes)
    return whole.getvalue()


def document(text: str) -> bytes:
    return typst.compile(f'#set text(font: "Noto Serif CJK SC")\n{text}'.encode(), format="pdf")


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


PACKED: dict[str, Callable[[str], bytes]] = {
    "示例.xlsx": workbook,
    "示例.zip": lambda text: zipped("内.zip", zipped("示例.txt", text.encode())),
    "示例.csv.gz": lambda text: gzip.compress(text.encode()),
    "示例.png": picture,
    "示例.pdf": document,
}


@pytest.mark.parametrize("name", PACKED)
def test_what_is_packed_cannot_be_rewritten_and_is_told_by_its_path(house: House, tmp_path: Path, name: str) -> None:
    file = f"content/files/{name}"
    write(house.root, file, PACKED[name](SECRET))
    commit(house.root, "attach")
    (house.root / file).unlink()
    bury(house)
    done = house.purge("2026-01", RECORD, "--words", secret_file(tmp_path))
    assert done.exit_code == 1 and "[purge-remains]" in done.output and name in done.output
    assert house.purge("2026-01", RECORD, file, "--words", secret_file(tmp_path)).exit_code == 0
    assert SECRET.encode() not in objects(house.root) and name not in git(house.root, "log", "--all", "--name-only")


SPELLED = {
    "示例.json": json.dumps({"name": SECRET}).encode(),
    "示例.md": f"[名单](https://example.org/{quote(SECRET)})".encode(),
    "示例.html": "".join(f"&#x{ord(sign):X};" for sign in SECRET).encode(),
    "示例.txt": SECRET.encode("gb18030"),
}


@pytest.mark.parametrize("name", SPELLED)
def test_words_go_however_they_are_spelled(house: House, tmp_path: Path, name: str) -> None:
    write(house.root, f"content/files/{name}", SPELLED[name])
    commit(house.root, "attach")
    bury(house)
    done = house.purge("2026-01", RECORD, "--words", secret_file(tmp_path))
    assert done.exit_code == 0, done.output
    gone = (
        SPELLED[name]
        .removeprefix(b'{"name": "')
        .removesuffix(b'"}')
        .removeprefix("[名单](https://example.org/".encode())
    )
    assert gone.removesuffix(b")") not in objects(house.root)


def test_a_site_that_was_built_to_be_looked_at_goes_too(house: House, tmp_path: Path) -> None:
    assert house.run("build").exit_code == 0 and SECRET.encode() in everything(house.root / "site")
    bury(house)
    assert house.purge("2026-01", RECORD, "--words", secret_file(tmp_path)).exit_code == 0
    assert SECRET.encode() not in everything(house.root)


def begin_a_message(root: Path) -> None:
    (root / ".git/TAG_EDITMSG").write_text(SECRET, "utf-8")


def remember_a_conflict(root: Path) -> None:
    write(root, ".git/rr-cache/ab/preimage", SECRET)


@pytest.mark.parametrize("leave", [begin_a_message, remember_a_conflict], ids=lambda each: each.__name__)
def test_what_git_leaves_lying_goes_too(house: House, tmp_path: Path, leave: Callable[[Path], None]) -> None:
    bury(house)
    leave(house.root)
    assert house.purge("2026-01", RECORD, "--words", secret_file(tmp_path)).exit_code == 0
    assert SECRET.encode() not in everything(house.root)


def name_a_branch(root: Path) -> str:
    git(root, "branch", SECRET)
    return "refs/heads/"


def write_a_note_to_the_clone(root: Path) -> str:
    (root / ".git/description").write_text(SECRET, "utf-8")
    return ".git/description"


def leave_a_workbook(root: Path) -> str:
    write(root, ".git/info/exclude", "*.xlsx\n")
    write(root, "收到的/示例.xlsx", workbook(SECRET))
    return "收到的/示例.xlsx"


def name_a_file_after_it(root: Path) -> str:
    write(root, f"content/files/{SECRET}.txt", "示例")
    commit(root, "attach")
    return "content/files/"


OTHERS = (name_a_branch, write_a_note_to_the_clone, leave_a_workbook, name_a_file_after_it)


@pytest.mark.parametrize("leave", OTHERS, ids=lambda each: each.__name__)
def test_what_only_a_person_can_take_away_is_told(house: House, tmp_path: Path, leave: Callable[[Path], str]) -> None:
    bury(house)
    where = leave(house.root)
    done = house.purge("2026-01", RECORD, "--words", secret_file(tmp_path))
    assert done.exit_code == 1 and "[purge-remains]" in done.output and where in done.output


def test_an_edition_of_a_table_goes_with_its_fingerprint_and_its_line(house: House, tmp_path: Path) -> None:
    """The table stays in its new edition; of the old one neither bytes nor the digest that would prove a guess do."""
    line = "2026H1,990101,helped,7,A,F"
    digest = hashlib.sha256(line.encode()).hexdigest()
    kept = f"data/statistics/kept_editions/{digest}.csv"
    write(house.root, kept, line)
    write(house.root, "data/statistics/aid/2026H1.csv", line)
    write(house.root, "data/statistics/editions.csv", f"2026-11-25-aid,published,{digest}\n")
    commit(house.root, "publish an edition")
    (house.root / kept).unlink()
    write(house.root, "data/statistics/aid/2026H1.csv", "2026H1,990101,helped,,W,F")
    write(house.root, "data/statistics/editions.csv", "2026-11-25-aid,erased,\n")
    bury(house)
    (tmp_path / "words").write_text(f"{digest}\n{line}\n", "utf-8")
    done = house.purge("2026-01", RECORD, kept, "--words", str(tmp_path / "words"))
    assert done.exit_code == 0, done.output
    left = objects(house.root)
    assert digest.encode() not in left and line.encode() not in left
    assert digest not in git(house.root, "log", "--all", "--name-only", "--format=")
    assert (house.root / "data/statistics/aid/2026H1.csv").read_text("utf-8").endswith(",,W,F")
