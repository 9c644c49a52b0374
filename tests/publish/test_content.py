from pathlib import Path

from generator.publish.content import find_content
from tests.publish.conftest import write


def test_pages_have_the_addresses_mkdocs_gives_them(tmp_path: Path) -> None:
    write(tmp_path / "content", {"index.md": "", "a.md": "", "b/README.md": "", "c/图.png": "", ".draft.md": ""})
    content, problems = find_content(tmp_path)
    assert [(each.source, each.address) for each in content] == [
        ("content/a.md", "a/"),
        ("content/b/README.md", "b/"),
        ("content/c/图.png", None),
        ("content/index.md", ""),
    ]
    assert problems == ()


def test_files_that_could_run_scripts_are_refused(tmp_path: Path) -> None:
    write(tmp_path / "content", {"a.md": "", "evil.js": "", "evil.HTML": "", "evil.svg": ""})
    content, problems = find_content(tmp_path)
    assert [each.file for each in content] == ["a.md"]
    assert [problem.rule.code for problem in problems] == ["content-type"] * 3


def test_symbolic_links_are_refused(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": "", "secret/b.md": ""})
    (tmp_path / "content/file.md").symlink_to(tmp_path / "secret/b.md")
    (tmp_path / "content/folder").symlink_to(tmp_path / "secret")
    content, problems = find_content(tmp_path)
    assert [each.file for each in content] == ["a.md"]
    assert [problem.location.file for problem in problems] == ["content/file.md", "content/folder"]


def test_an_instance_without_prose_is_no_problem(tmp_path: Path) -> None:
    assert find_content(tmp_path) == ((), ())
