"""A site sent to a folder and to a bucket of moto's server: whatever stops it, what is shown is one whole site."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from s3fs import S3FileSystem

from generator.build.pipeline import Way, open_project
from generator.publish.sending import POINTER, Sent, StrangeStoreError, find_shown, send_site
from generator.publish.stores import FolderStore, Store, StoreError, open_store
from generator.verbs.send import Target, publish_into
from tests.instances import DAY, files_of, make_site, rules, silent, write

BUCKET = "s3://cishan/lanmu"


class StoppedError(Exception):
    """Somebody pulls the plug."""


class Watched:
    """A store that notes what it is asked, and stops after so many changes."""

    def __init__(self, store: Store, stop_after: int = 1_000) -> None:
        self.store, self.asked, self.left = store, list[str](), stop_after

    def is_empty(self) -> bool:
        return self.store.is_empty()

    def read(self, name: str) -> bytes | None:
        return self.store.read(name)

    def write(self, name: str, content: str) -> None:
        self._note(f"write {name}")
        self.store.write(name, content)

    def send(self, files: Mapping[str, Path]) -> None:
        for name, path in files.items():
            self._note(f"send {name}")
            self.store.send({name: path})

    def delete(self, names: Iterable[str]) -> None:
        for name in names:
            self._note(f"delete {name}")
            self.store.delete([name])

    def _note(self, what: str) -> None:
        if len(self.asked) == self.left:
            raise StoppedError
        self.asked.append(what)


def shown(folder: Path) -> dict[str, bytes]:
    """What a web server shows that follows the pointer."""
    copy = (folder / POINTER).read_text("utf-8").strip()
    return files_of(folder / copy)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("index.html", "a/index.html", "b/index.html", "tu.png"):
        write(tmp_path / "site", name, f"old {name}")
    write(tmp_path / "site", ".mingshan", "ours")
    return tmp_path / "site"


def change(site: Path) -> None:
    write(site, "a/index.html", "new")
    write(site, "c/index.html", "new")
    (site / "b" / "index.html").unlink()


def own(site: Path) -> dict[str, bytes]:
    return {name: content for name, content in files_of(site).items() if name != ".mingshan"}


def test_only_what_changed_is_sent_deletions_after_it_and_the_pointer_last(site: Path, tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "there")
    assert send_site(site, store) == Sent("a", 4, 0)
    change(site)
    send_site(site, store)
    change_again, watched = tmp_path / "site" / "tu.png", Watched(store)
    change_again.unlink()
    write(site, "a/index.html", "newest")
    assert send_site(site, watched) == Sent("a", 1, 1)
    assert watched.asked == [
        *("write a.json", "send a/a/index.html", "delete a/tu.png", "write a.json", "write current"),
        *("write b.json", "send b/a/index.html", "delete b/tu.png", "write b.json"),
    ]
    assert shown(tmp_path / "there") == files_of(tmp_path / "there" / "b") == own(site)
    still = Watched(store)
    assert (send_site(site, still), still.asked) == (Sent("a", 0, 0), [])


def test_wherever_it_stops_one_whole_site_is_shown_and_the_next_time_ends_it(site: Path, tmp_path: Path) -> None:
    send_site(site, FolderStore(tmp_path / "there"))
    old = own(site)
    change(site)
    stops = 0
    while True:
        place = tmp_path / f"there{stops}"
        send_site_again(tmp_path / "there", place)
        store = FolderStore(place)
        try:
            send_site(site, Watched(store, stops))
            break
        except StoppedError:
            assert shown(place) in (old, own(site))
        send_site(site, store)
        assert shown(place) == own(site)
        assert {files_of(each)["a/index.html"] for each in (place / "a", place / "b") if each.is_dir()} == {b"new"}
        stops += 1
    assert stops > 8


def send_site_again(source: Path, target: Path) -> None:
    for name, content in files_of(source).items():
        write(target, name, content)


def test_a_first_time_that_stopped_is_gone_on_with(site: Path, tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "there")
    with pytest.raises(StoppedError):
        send_site(site, Watched(store, 3))
    assert not (tmp_path / "there" / POINTER).exists()
    send_site(site, store)
    assert shown(tmp_path / "there") == own(site)


def test_what_somebody_else_keeps_there_is_left_alone(site: Path, tmp_path: Path) -> None:
    write(tmp_path / "there", "else.txt", "mine")
    with pytest.raises(StrangeStoreError):
        send_site(site, FolderStore(tmp_path / "there"))
    assert files_of(tmp_path / "there") == {"else.txt": b"mine"}


def refusals(root: Path, place: str) -> list[str]:
    """The rules of a publication that its store stops before anything is drawn."""
    project, _ = open_project(make_site(root, "minimal"), DAY, None)
    found = publish_into(project, Target(place), silent, Way())
    assert not project.site.exists()
    return rules(found)


def test_who_publishes_into_somebody_elses_folder_is_told_so(tmp_path: Path) -> None:
    write(tmp_path / "there", "else.txt", "mine")
    assert refusals(tmp_path / "root", str(tmp_path / "there")) == ["store-strange"]
    assert files_of(tmp_path / "there") == {"else.txt": b"mine"}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """moto's, on this machine; its own thread would hold up those of Dask."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            try:
                urlopen(address, timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def keys(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in os.environ if each.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent")
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    for name in ("ACCESS_KEY_ID", "SECRET_ACCESS_KEY"):
        monkeypatch.setenv(f"AWS_{name}", "shili")
    urlopen(Request(f"{server}/moto-api/reset", method="POST")).close()


@pytest.fixture
def there(keys: None) -> S3FileSystem:
    """What else speaks to the bucket."""
    system = S3FileSystem(skip_instance_cache=True, use_listings_cache=False)
    system.mkdir("cishan")
    return system


def test_a_bucket_shows_the_site_with_its_kinds_of_files(there: S3FileSystem, site: Path) -> None:
    assert send_site(site, open_store(BUCKET)) == Sent("a", 4, 0)
    change(site)
    assert send_site(site, watched := Watched(open_store(BUCKET))) == Sent("b", 4, 0)
    assert "delete a/b/index.html" in watched.asked
    write(site, "a/index.html", "newest")
    assert send_site(site, open_store(BUCKET)) == Sent("a", 1, 0)
    root = "cishan/lanmu"
    assert there.cat_file(f"{root}/{POINTER}") == b"a\n"
    for copy in ("a", "b"):
        found = {name.removeprefix(f"{root}/{copy}/"): there.cat_file(name) for name in there.find(f"{root}/{copy}/")}
        assert found == own(site)
    assert there.info(f"{root}/a/a/index.html")["ContentType"] == "text/html; charset=utf-8"
    assert there.info(f"{root}/a/tu.png")["ContentType"] == "image/png"


def test_what_somebody_else_keeps_in_a_bucket_is_left_alone(there: S3FileSystem, site: Path) -> None:
    there.pipe_file("cishan/lanmu/else.txt", b"mine")
    with pytest.raises(StrangeStoreError):
        send_site(site, open_store(BUCKET))
    assert send_site(site, open_store("s3://cishan/lan")) == Sent("a", 4, 0)


@pytest.mark.usefixtures("there")
def test_what_a_bucket_refuses_is_told_in_words(server: str, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for refused in (find_shown, lambda store: store.send({"a/index.html": site / "index.html"})):
        with pytest.raises(StoreError, match="没有这个存储桶"):
            refused(open_store("s3://meiyou"))
    with must_be_allowed(server), pytest.raises(StoreError, match="没有权限"):
        send_site(site, open_store(BUCKET))
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    with pytest.raises(StoreError, match="连不上"):
        find_shown(open_store(BUCKET))
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    with pytest.raises(StoreError, match="没有找到密钥"):
        find_shown(open_store(BUCKET))


@pytest.mark.usefixtures("there")
def test_who_publishes_into_no_bucket_is_told_so(tmp_path: Path) -> None:
    assert refusals(tmp_path / "root", "s3://meiyou") == ["store-refused"]


@contextmanager
def must_be_allowed(server: str) -> Iterator[None]:
    """Meanwhile the server asks who may do what: nobody may do anything."""
    say = partial(Request, f"{server}/moto-api/reset-auth", headers={"Content-Type": "text/plain"}, method="POST")
    urlopen(say(b"0")).close()
    try:
        yield
    finally:
        urlopen(say(b"inf")).close()
