"""What a publication that was killed left behind, and what the next one makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.archives import write_archive
from generator.publish.releases import (
    current_release,
    draft_release,
    finish_release,
    hold_folder,
    list_releases,
    next_release,
    prune_releases,
)
from tests.instances import DAY


def publish(folder: Path, site: Path) -> str:
    with hold_folder(folder):
        name = next_release(folder, DAY)
        with draft_release(site, folder, name) as (release, archive):
            write_archive(release, archive, DAY)
            finish_release(folder, name)
        prune_releases(folder)
    return name


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site/notes").mkdir(parents=True)
    (tmp_path / "site/notes/index.html").write_text("one", "utf-8")
    return tmp_path / "site"


@pytest.fixture
def folder(tmp_path: Path, site: Path) -> Path:
    """Published twice."""
    for _ in range(2):
        publish(tmp_path / "www", site)
    return tmp_path / "www"


def move(folder: Path, old: str, new: str) -> None:
    (folder / old).rename(folder / new)


FIRST, SECOND = "0001-2026-11-25", "0002-2026-11-25"


@pytest.mark.parametrize("place", ["releases", "archives"])
def test_half_a_deletion_or_a_draft_is_taken_away(folder: Path, site: Path, place: str) -> None:
    move(folder, f"{place}/{FIRST}", f"{place}/.{FIRST}")
    assert publish(folder, site) == "0003-2026-11-25"
    assert list((folder / place).glob(".*")) == []


def test_an_archive_that_was_named_before_its_release_blocks_nobody(folder: Path, site: Path) -> None:
    move(folder, f"releases/{SECOND}", f"releases/.{SECOND}")
    (folder / "current").unlink()
    (folder / "current").symlink_to(Path("releases") / FIRST)
    assert publish(folder, site) == SECOND
    assert (current_release(folder), list_releases(folder)) == (SECOND, (FIRST, SECOND))


def test_a_release_that_nobody_ever_saw_is_none(folder: Path) -> None:
    (folder / "current").unlink()
    (folder / "current").symlink_to(Path("releases") / FIRST)
    (folder / ".publishing").write_text(SECOND, "utf-8")
    with hold_folder(folder):
        assert list_releases(folder) == (FIRST,)
    assert [path.name for path in (folder / "archives").iterdir()] == [FIRST]
    assert not (folder / ".publishing").exists()


def test_a_release_that_was_left_for_an_earlier_one_stays(folder: Path) -> None:
    (folder / "current").unlink()
    (folder / "current").symlink_to(Path("releases") / FIRST)
    with hold_folder(folder):
        assert list_releases(folder) == (FIRST, SECOND)
