from generator.model.project import Project
from generator.publish.assets import find_shell_assets, find_theme_assets
from generator.publish.shell import Shell
from generator.publish.site_writing import open_staging, stage_files
from tests.publish.conftest import drawn, write


def test_the_instances_file_wins_over_the_generators(project: Project) -> None:
    write(project.root, {"theme/assets/site.css": "mine", "theme/assets/js/a.js": "new", "engine/assets/b.css": "b"})
    found = {output.address: output.body for output in find_theme_assets(project)}
    assert list(found) == ["assets/mingshan/b.css", "assets/mingshan/js/a.js", "assets/mingshan/site.css"]
    assert found["assets/mingshan/site.css"] == project.root / "theme/assets/site.css"


def test_an_instance_without_assets_has_the_generators(project: Project) -> None:
    assert [output.address for output in find_theme_assets(project)] == ["assets/mingshan/site.css"]


def test_hidden_files_and_links_are_not_published(project: Project) -> None:
    write(project.root, {"theme/assets/.secret": "x"})
    (project.root / "theme/assets/link.css").symlink_to("/etc/hostname")
    assert [output.address for output in find_theme_assets(project)] == ["assets/mingshan/site.css"]


def test_materials_own_files_are_published_without_its_search_and_maps(common_shell: Shell) -> None:
    names = [output.address for output in find_shell_assets(common_shell)]
    assert any(name.startswith("assets/javascripts/bundle.") for name in names)
    assert not any("lunr" in name or name.endswith((".map", ".html", "sitemap.xml")) for name in names)


def test_pictures_beside_prose_are_published(project: Project) -> None:
    write(project.root, {"content/guide/图.png": "png"})
    assert "guide/图.png" in [output.address for output in find_shell_assets(drawn(project))]


def test_assets_are_staged_byte_for_byte(project: Project) -> None:
    staging = open_staging(project)
    (entry,) = stage_files(staging, find_theme_assets(project), {}).values()
    (file,) = (path for path in staging.rglob("*") if path.is_file())
    assert file.read_bytes() == (project.theme / "assets/site.css").read_bytes()
    assert entry.size == len(file.read_bytes())
