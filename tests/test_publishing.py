"""The whole way to what visitors see, broken at each step in turn: they go on seeing what they saw."""

from __future__ import annotations

import hashlib
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli import make_app
from tests.instances import files_of
from tests.keeping import Kept
from tests.known import lay_what_is_known, learn_from
from tests.repositories import edit, make_instance

PROJECT = "data/projects/p2026-001.yaml"
CLEAN, PROBLEMS = 0, 1
DAY = "2026-11-25"


@dataclass(frozen=True)
class Host:
    """An instance, and the folder of the machine that shows it."""

    root: Path
    folder: Path

    def publish(self, *words: str, day: str = DAY) -> Result:
        return run("publish", str(self.folder), "--root", str(self.root), "--as-of", day, *words)

    def rollback(self, *words: str) -> Result:
        return run("rollback", str(self.folder), *words)

    def shown(self) -> dict[str, bytes]:
        return files_of(self.folder / "current")

    def served(self) -> str:
        return (self.folder / "current").readlink().name

    def rename(self, name: str) -> None:
        """Change something that every visitor of the project's page sees."""
        lines = (self.root / PROJECT).read_text("utf-8").splitlines(keepends=True)
        lines = [f"name: {name}\n" if line.startswith("name:") else line for line in lines]
        (self.root / PROJECT).write_text("".join(lines), "utf-8")


def run(*words: str) -> Result:
    return CliRunner().invoke(make_app(), list(words))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Host, Kept]:
    """An instance that was published once."""
    folder = tmp_path_factory.mktemp("published")
    made = Host(make_instance(folder / "instance"), folder / "host")
    lay_what_is_known(made.root)
    assert made.publish().exit_code == CLEAN
    learn_from(made.root)
    return made, Kept(folder)


@pytest.fixture
def host(published: tuple[Host, Kept]) -> Iterator[Host]:
    """The same for each test, whatever the one before did to it."""
    made, kept = published
    yield made
    kept.restore()


def spoil_settings(host: Host) -> None:
    edit(host.root, "mkdocs.yml", "demonstration: true", "demonstration: perhaps")


def spoil_data(host: Host) -> None:
    edit(host.root, PROJECT, "status: running", "status: rnning")


def spoil_shell(host: Host) -> None:
    edit(host.root, "mkdocs.yml", "plugins: []", "plugins: []\nmarkdown_extensions: [{toc: {toc_depth: x}}]")


def spoil_index(host: Host) -> None:
    shards = host.root / ".mingshan/pagefind/shards"
    for shard in shards.iterdir():
        for path in sorted(shard.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        shard.rmdir()
        shard.write_text("a file where a folder should be", "utf-8")
    edit(host.root, PROJECT, "示例重病", "示例大病")


def spoil_links(host: Host) -> None:
    (host.root / "content/index.md").write_text("# 首页\n\n[去哪里](assets/nowhere.pdf)\n", "utf-8")


def spoil_copying(host: Host) -> None:
    (host.folder / "releases/.0002-2026-11-25").write_text("in the way", "utf-8")
    host.rename("示例改名项目")


def spoil_packing(host: Host) -> None:
    (host.folder / "archives/.0002-2026-11-25").write_text("in the way", "utf-8")
    host.rename("示例改名项目")


def spoil_naming(host: Host) -> None:
    (host.folder / "releases/0002-2026-11-25").write_text("in the way", "utf-8")
    host.rename("示例改名项目")


def spoil_switching(host: Host) -> None:
    (host.folder / ".current").mkdir()
    host.rename("示例改名项目")


STEPS: dict[Callable[[Host], None], str] = {
    spoil_settings: "setting-kind",
    spoil_data: "enum",
    spoil_shell: "shell",
    spoil_index: "search-index",
    spoil_links: "link-broken",
    spoil_copying: "publish-failed",
    spoil_packing: "publish-failed",
    spoil_naming: "publish-failed",
    spoil_switching: "publish-failed",
}


@pytest.mark.parametrize("spoil", STEPS, ids=lambda spoil: spoil.__name__)
def test_whatever_fails_the_old_site_stays_up(host: Host, spoil: Callable[[Host], None]) -> None:
    before = host.shown()
    spoil(host)
    found = host.publish()
    assert (found.exit_code, host.shown() == before) == (PROBLEMS, True), found.output
    assert f"[{STEPS[spoil]}" in found.stdout


def test_a_key_that_cannot_sign_publishes_nothing(host: Host, tmp_path: Path) -> None:
    host.rename("示例改名项目")
    found = host.publish("--sign-with", str(tmp_path / "no-such-key"))
    assert (found.exit_code, host.served()) == (PROBLEMS, "0001-2026-11-25")
    assert "[signing-failed]" in found.stdout


def test_after_a_failure_the_next_publication_works(host: Host) -> None:
    spoil_data(host)
    assert host.publish().exit_code == PROBLEMS
    edit(host.root, PROJECT, "status: rnning", "status: planned")
    assert host.publish().exit_code == CLEAN
    assert host.served() == "0002-2026-11-25"


def test_nothing_is_published_twice(host: Host) -> None:
    assert host.publish().exit_code == CLEAN
    assert host.served() == "0001-2026-11-25"


def test_one_can_go_back_to_each_of_the_last_three_releases_and_no_further(host: Host) -> None:
    pages = {host.served(): host.shown()}
    for number in range(2, 6):
        host.rename(f"示例第{number}版")
        assert host.publish().exit_code == CLEAN
        pages[host.served()] = host.shown()
    *gone, third, second, first, _ = pages
    for name in (first, second, third):
        assert host.rollback().exit_code == CLEAN
        assert (host.served(), host.shown() == pages[name]) == (name, True)
    assert host.rollback().exit_code == PROBLEMS
    assert gone == ["0001-2026-11-25"]
    assert host.rollback("0005-2026-11-25").exit_code == CLEAN
    assert host.shown() == pages["0005-2026-11-25"]


def test_the_archive_holds_the_site_and_its_checksums_and_signature_are_right(host: Host, tmp_path: Path) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    host.rename("示例改名项目")
    assert host.publish("--sign-with", str(key)).exit_code == CLEAN
    archive = host.folder / "archives" / host.served()
    with tarfile.open(archive / "site.tar.gz") as packed:
        packed.extractall(tmp_path / "unpacked", filter="data")
    assert files_of(tmp_path / "unpacked") == host.shown()
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=archive, check=True)
    files = host.folder / "current"
    subprocess.run(["sha256sum", "--check", "--quiet", str(archive / "files.sha256")], cwd=files, check=True)
    verify(archive, key, tmp_path)


def verify(archive: Path, key: Path, folder: Path) -> None:
    """As the guide tells whoever takes an archive."""
    (folder / "signers").write_text(f"bureau {key.with_suffix('.pub').read_text('utf-8')}", "utf-8")
    words = ["-Y", "verify", "-f", str(folder / "signers"), "-I", "bureau", "-n", "mingshan"]
    signature = str(archive / "SHA256SUMS.sig")
    with (archive / "SHA256SUMS").open("rb") as sums:
        subprocess.run(["ssh-keygen", *words, "-s", signature], stdin=sums, check=True, capture_output=True)


def test_the_same_site_is_the_same_archive(host: Host, tmp_path: Path) -> None:
    other = Host(host.root, tmp_path / "elsewhere")
    assert other.publish().exit_code == CLEAN
    assert digest(other) == digest(host)


def digest(host: Host) -> str:
    return hashlib.sha256((host.folder / "archives" / host.served() / "site.tar.gz").read_bytes()).hexdigest()


def test_a_folder_with_somebody_elses_files_is_left_alone(host: Host, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www/index.html").write_text("theirs", "utf-8")
    found = Host(host.root, tmp_path / "www").publish()
    assert (found.exit_code, "[publish-folder]" in found.stdout) == (PROBLEMS, True)
    assert files_of(tmp_path / "www") == {"index.html": b"theirs"}
