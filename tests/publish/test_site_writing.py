import resource
from pathlib import Path

import pytest

from generator.model.project import Project
from generator.publish.manifest import read_manifest
from generator.publish.site_writing import Output, commit_site, open_staging, stage_files
from generator.publish.standing import begin_looking


def publish(project: Project, pages: dict[str, str], kept: tuple[str, ...] = ()) -> None:
    """What the pipeline does: skip what is unchanged, stage the rest, commit."""
    standing = begin_looking(project, kept)()
    staging = open_staging(project)
    outputs = (Output(address, text, f"of {text}") for address, text in pages.items())
    commit_site(project, stage_files(staging, outputs, standing.unchanged), standing)


def tree(project: Project) -> dict[str, str]:
    files = (path for path in project.site.rglob("*") if path.is_file() and path.name != ".mingshan")
    return {path.relative_to(project.site).as_posix(): path.read_text() for path in files}


def times(project: Project) -> dict[str, int]:
    return {name: (project.site / name).stat().st_mtime_ns for name in tree(project)}


def test_pages_appear_where_a_static_host_looks_for_them(project: Project) -> None:
    publish(project, {"": "home", "p/甲/": "one", "d/all.csv": "1,2"})
    assert tree(project) == {"index.html": "home", "p/甲/index.html": "one", "d/all.csv": "1,2"}


def test_publishing_twice_writes_nothing(project: Project) -> None:
    publish(project, {"": "home", "p/a/": "one"})
    before = times(project)
    publish(project, {"": "home", "p/a/": "one"})
    assert times(project) == before


def test_only_the_changed_page_is_written(project: Project) -> None:
    publish(project, {"": "home", "p/a/": "one"})
    before = times(project)
    publish(project, {"": "home", "p/a/": "two"})
    assert [name for name, time in times(project).items() if time != before[name]] == ["p/a/index.html"]


def test_a_page_without_a_record_disappears_with_its_folder(project: Project) -> None:
    publish(project, {"": "home", "p/a/": "one"})
    publish(project, {"": "home"})
    assert not (project.site / "p").exists()


def test_a_deleted_or_altered_file_is_written_again(project: Project) -> None:
    publish(project, {"a/": "one", "b/": "two"})
    (project.site / "a/index.html").unlink()
    (project.site / "b/index.html").write_text("tampered")
    publish(project, {"a/": "one", "b/": "two"})
    assert tree(project) == {"a/index.html": "one", "b/index.html": "two"}


def test_strangers_and_links_are_swept_but_what_a_host_keeps_is_not(project: Project, tmp_path: Path) -> None:
    publish(project, {"a/": "one"})
    (project.site / "stranger").mkdir()
    (project.site / "stranger/x.html").write_text("x")
    (project.site / "link").symlink_to(tmp_path)
    (project.site / ".git").mkdir()
    (project.site / "pagefind").mkdir()
    (project.site / "pagefind/index").write_text("i")
    publish(project, {"a/": "one"}, kept=("pagefind/",))
    assert sorted(path.name for path in project.site.iterdir()) == [".git", ".mingshan", "a", "pagefind"]
    assert (tmp_path / "mkdocs.yml").exists()


def test_a_link_planted_in_the_site_is_not_written_through(project: Project, tmp_path: Path) -> None:
    publish(project, {"a/": "one"})
    outside = tmp_path / "outside"
    outside.mkdir()
    (project.site / "b").symlink_to(outside)
    publish(project, {"a/": "one", "b/": "two"})
    assert list(outside.iterdir()) == []
    assert (project.site / "b/index.html").read_text() == "two"


def test_a_file_may_become_a_folder_and_back(project: Project) -> None:
    publish(project, {"x": "file"})
    publish(project, {"x/": "page"})
    assert tree(project) == {"x/index.html": "page"}
    publish(project, {"x": "file"})
    assert tree(project) == {"x": "file"}


def test_a_page_that_the_disk_takes_only_a_part_of_is_not_published(project: Project) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            publish(project, {"a/": "x" * 1500})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not (project.site / "a").exists()


def test_nothing_reaches_the_site_before_the_commit(project: Project) -> None:
    publish(project, {"a/": "one"})
    staging = open_staging(project)
    stage_files(staging, [Output("a/", "two", "f"), Output("b/", "new", "f")], {})
    assert tree(project) == {"a/index.html": "one"}
    publish(project, {"a/": "one"})
    assert tree(project) == {"a/index.html": "one"}


def test_files_are_copied_and_their_owner_keeps_them(project: Project, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"png")
    staging = open_staging(project)
    standing = begin_looking(project, ())()
    commit_site(project, stage_files(staging, [Output("p.png", picture, "f")], {}), standing)
    picture.write_bytes(b"other")
    assert (project.site / "p.png").read_bytes() == b"png"


def test_a_new_fingerprint_with_the_same_bytes_writes_nothing_but_is_remembered(project: Project) -> None:
    publish(project, {"a/": "one"})
    staging = open_staging(project)
    entries = stage_files(staging, [Output("a/", "one", "new")], read_manifest(project))
    assert list(staging.iterdir()) == []
    assert entries["a/"].fingerprint == "new"


def test_a_site_on_another_disk_is_published_too(elsewhere: Project) -> None:
    publish(elsewhere, {"a/": "one"})
    publish(elsewhere, {"a/": "two", "b/": "three"})
    assert tree(elsewhere) == {"a/index.html": "two", "b/index.html": "three"}
