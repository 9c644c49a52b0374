"""What a build wrote is told from what others altered or put beside it; nothing is followed out of the site."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from generator.model.project import Project
from generator.publish import standing as module
from generator.publish.manifest import ManifestEntry, read_manifest, write_manifest
from generator.publish.standing import SiteStanding, begin_looking


@pytest.fixture
def published(project: Project) -> Project:
    """A site of three files, as its last build left it."""
    entries = {}
    for address, file in {"a.csv": "a.csv", "b/": "b/index.html", "c/d/": "c/d/index.html"}.items():
        path = project.site / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("abc")
        state = path.stat()
        entries[address] = ManifestEntry("print", "digest", state.st_size, state.st_mtime_ns)
    write_manifest(project, entries)
    return project


@pytest.fixture(params=["here", "beside"])
def look(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small sites are looked at here, large ones beside the rest of the work."""
    monkeypatch.setattr(module, "_FILES_WORTH_A_PROCESS", 0 if request.param == "beside" else 2_000)


def seen(project: Project) -> SiteStanding:
    return begin_looking(project, ("pagefind/",))()


@pytest.mark.usefixtures("look")
def test_what_nobody_touched_stands(published: Project) -> None:
    found = seen(published)
    assert found.unchanged == found.manifest
    assert len(found.manifest) == 3
    assert found.strangers == ()


@pytest.mark.usefixtures("look")
def test_what_is_gone_or_altered_does_not(published: Project) -> None:
    (published.site / "a.csv").write_text("other")
    (published.site / "b/index.html").unlink()
    (published.site / "b").rmdir()
    assert seen(published).altered == {"a.csv", "b/"}
    assert seen(published).unchanged.keys() == {"c/d/"}


@pytest.mark.usefixtures("look")
def test_a_file_with_another_time_stands_while_it_says_the_same(published: Project) -> None:
    same, other = published.site / "a.csv", published.site / "b/index.html"
    entry = read_manifest(published)["a.csv"]._replace(digest=sha256(b"abc").hexdigest())
    write_manifest(published, dict.fromkeys(("a.csv", "b/"), entry))
    other.write_text("abd")
    for file in (same, other):
        os.utime(file, ns=(5, 5))
    found = seen(published)
    assert found.unchanged == {"a.csv": entry._replace(modified=5)}
    assert found.altered == {"b/"}


def test_a_folder_that_became_a_link_stands_for_nothing(published: Project, tmp_path: Path) -> None:
    (published.site / "c").rename(tmp_path / "elsewhere")
    (published.site / "c").symlink_to(tmp_path / "elsewhere")
    assert seen(published).altered == {"c/d/"}
    assert seen(published).strangers == ("c",)


def test_strangers_are_files_links_and_empty_folders(published: Project, tmp_path: Path) -> None:
    for name in ("b/note.txt", "new/x.html", "pagefind/index", ".git/config", ".nojekyll", "b/.hidden"):
        (published.site / name).parent.mkdir(exist_ok=True)
        (published.site / name).write_text("x")
    (published.site / "empty").mkdir()
    (published.site / "link").symlink_to(tmp_path)
    assert sorted(seen(published).strangers) == ["b/.hidden", "b/note.txt", "empty/", "link", "new/x.html"]


def test_a_site_that_was_deleted_must_be_written_whole(published: Project, tmp_path: Path) -> None:
    published.site.rename(tmp_path / "elsewhere")
    assert seen(published).unchanged == {}
