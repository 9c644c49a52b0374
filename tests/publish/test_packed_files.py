"""An archive packs each file once; what it remembers changes nothing in it, not even where it is wrong."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.publish.archives import write_archive
from tests.publish.conftest import write

DAY, NEXT = date(2026, 11, 25), date(2026, 11, 26)
PAGES = {"index.html": "<p>首页</p>" * 50, "甲/index.html": "<p>甲</p>" * 700, "empty.txt": ""}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path / "site", PAGES)
    return tmp_path / "site"


def archive(site: Path, name: str, day: date = DAY, kept: Path | None = None) -> bytes:
    target = site.parent / name
    write_archive(site, target, day, kept)
    return (target / "site.tar.gz").read_bytes()


def test_other_programs_unpack_what_was_packed_and_find_it_whole(site: Path, tmp_path: Path) -> None:
    archive(site, "made")
    script = "gzip -t site.tar.gz && mkdir out && tar xzf site.tar.gz -C out && sha256sum --check --quiet SHA256SUMS"
    subprocess.run(
        ["sh", "-c", f"{script} && cd out && sha256sum --check ../files.sha256"], cwd=tmp_path / "made", check=True
    )
    unpacked = tmp_path / "made/out"
    assert {name: (unpacked / name).read_text("utf-8") for name in PAGES} == PAGES


def test_what_is_remembered_gives_the_same_bytes_on_another_day(site: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    first = archive(site, "first", kept=kept)
    assert archive(site, "second", kept=kept) == first
    write(site, {"甲/index.html": "<p>乙</p>"})
    (site / "empty.txt").unlink()
    assert archive(site, "third", NEXT, kept) == archive(site, "from nothing", NEXT)


@pytest.mark.parametrize("damaged", ["bodies", "places.json"])
def test_what_is_remembered_wrongly_is_packed_again(site: Path, tmp_path: Path, damaged: str) -> None:
    kept = tmp_path / "kept"
    first = archive(site, "first", kept=kept)
    body = (kept / damaged).read_bytes()
    (kept / damaged).unlink()  # it is the archive itself, under another name
    (kept / damaged).write_bytes(body.replace(b"1", b"2") + b"x")
    assert archive(site, "second", kept=kept) == first
