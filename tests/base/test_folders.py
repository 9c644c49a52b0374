"""Folders are listed and cleared as they are on disk, and nothing is followed out of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.folders import clear, list_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    for name in ("a.html", "b/index.html", "b/c/index.html", ".hidden"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept")
    (folder / "out").symlink_to(outside)
    (folder / "link.html").symlink_to(folder / "a.html")
    return folder


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_regular_files_are_listed_with_their_states_and_the_rest_by_name(folder: Path) -> None:
    (folder / "b" / "empty").mkdir()
    found = list_folder(str(folder))
    assert found.files.keys() == {"a.html", "b/index.html", "b/c/index.html", ".hidden"}
    states = {name: (folder / name).stat() for name in found.files}
    assert found.files == {name: (state.st_size, state.st_mtime_ns) for name, state in states.items()}
    assert sorted(found.others) == ["b/empty/", "link.html", "out"]


def test_kept_folders_and_files_are_not_looked_into(folder: Path) -> None:
    assert list_folder(str(folder), {"b/", ".hidden"}).files.keys() == {"a.html"}


def sweep(folder: Path, wanted: set[str]) -> None:
    found = list_folder(str(folder))
    clear(str(folder), (*found.files.keys() - wanted, *found.others))


def test_what_is_not_wanted_goes_with_its_folders_and_links(folder: Path) -> None:
    sweep(folder, {"a.html", "link.html"})
    assert names(folder) == {"a.html"}
    assert [path.name for path in folder.iterdir()] == ["a.html"]
    assert (folder.parent / "outside" / "kept.txt").read_text() == "kept"


def test_clearing_leaves_folders_in_which_something_is_left(folder: Path) -> None:
    clear(str(folder), ["b/c/index.html", "gone.html"])
    assert names(folder) == {"a.html", "b/index.html", ".hidden", "link.html"}
    assert not (folder / "b" / "c").exists()


def test_a_folder_may_be_swept_to_nothing(folder: Path) -> None:
    sweep(folder, set())
    assert list(folder.iterdir()) == []
