from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.project import Project
from generator.publish.manifest import ManifestEntry, file_of, read_manifest, write_manifest

ENTRY = ManifestEntry("print", "digest", 3, 1)


def test_pages_are_index_files_and_files_are_themselves() -> None:
    assert [file_of(each) for each in ("", "a/b/", "a.csv")] == ["index.html", "a/b/index.html", "a.csv"]


@pytest.mark.parametrize("address", ["../x", "/etc/passwd", "a//b/", "a/./b", "a\\b", "a\0b", "/"])
def test_an_address_that_could_leave_the_site_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        file_of(address)


def test_a_manifest_comes_back_as_it_was_written(project: Project) -> None:
    write_manifest(project, {"项目/甲/": ENTRY, "": ENTRY})
    assert read_manifest(project) == {"": ENTRY, "项目/甲/": ENTRY}


def test_a_manifest_of_another_folder_says_nothing(project: Project) -> None:
    write_manifest(project, {"": ENTRY})
    assert read_manifest(replace(project, site=Path("/elsewhere"))) == {}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 1', '{"version":1,"site":"SITE","files":{"a":[1]}}'])
def test_a_damaged_manifest_is_no_manifest(project: Project, text: str) -> None:
    project.cache.mkdir()
    (project.cache / "manifest.json").write_text(text.replace("SITE", str(project.site)))
    assert read_manifest(project) == {}
