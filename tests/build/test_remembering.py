"""What was found in an instance is found again without looking, until anything it comes from is another."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from subprocess import run

import pytest

from generator.build.pipeline import find_problems, open_project
from generator.build.remembering import remember_problems, remember_site
from generator.model.problem import Location, Problem
from generator.model.project import Project
from generator.model.rule import Rule, Severity
from tests.instances import DAY, check, make_site, rules, silent, unprivileged, write
from tests.repositories import IDENTITY, git

CLUB = "data/clubs/music.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An instance whose files are old enough to be trusted, in a repository of its own."""
    monkeypatch.setattr("generator.build.remembering.SETTLING", 0)
    root = make_site(tmp_path / "site", "complete")
    for words in (("init", "-q"), ("add", "-A"), (*IDENTITY, "commit", "-qm", "data")):
        git(root, *words)
    return root


class Looking:
    """A check that counts how often it is asked, and finds something."""

    found = (Problem(Rule("unknown-key", Severity.ADVICE), Location("data"), "示例", "示例"),)

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> tuple[Problem, ...]:
        self.times += 1
        return self.found


def opened(root: Path, as_of: date = DAY) -> Project:
    return open_project(root, as_of, None)[0]


def test_nothing_changed_is_not_looked_at_again(root: Path) -> None:
    look = Looking()
    assert remember_problems(opened(root), look) == remember_problems(opened(root), look) == Looking.found
    assert look.times == 1


def rewrite(root: Path) -> None:
    """Other words of the same length, and the time set back: only the system's own time of change tells."""
    path = root / CLUB
    state = path.stat()
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def swap(root: Path) -> None:
    """Another file in its place."""
    write(root, "other", (root / CLUB).read_bytes())
    (root / "other").replace(root / CLUB)


CHANGES: dict[str, Callable[[Path], object]] = {
    "words": lambda root: write(root, CLUB, (root / CLUB).read_text("utf-8") + "\n"),
    "words of the same length and time": rewrite,
    "another file": swap,
    "a new file": lambda root: write(root, "data/clubs/new.yaml", ""),
    "a new folder": lambda root: (root / "data/clubs/new").mkdir(),
    "a lost file": lambda root: (root / CLUB).unlink(),
    "a file renamed": lambda root: (root / CLUB).rename(root / "data/clubs/renamed.yaml"),
    "a file closed to others": lambda root: (root / CLUB).chmod(0o600),
    "a table outside of data": lambda root: write(root, "table.csv", "姓名,身份证号\n"),
    "an article": lambda root: write(root, "content/new.md", "# 新\n"),
    "a setting": lambda root: write(root, "mkdocs.yml", (root / "mkdocs.yml").read_text("utf-8") + "# \n"),
    "a commit": lambda root: git(root, *IDENTITY, "commit", "-qm", "empty", "--allow-empty"),
    "a shallow copy": lambda root: write(root, ".git/shallow", git(root, "rev-parse", "HEAD")),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_is_looked_at(root: Path, change: Callable[[Path], object]) -> None:
    look = Looking()
    remember_problems(opened(root), look)
    change(root)
    remember_problems(opened(root), look)
    assert look.times == 2


def test_another_day_or_setting_is_another_question(root: Path) -> None:
    look, project = Looking(), opened(root)
    remember_problems(project, look)
    remember_problems(opened(root, date(2027, 1, 1)), look)
    remember_problems(replace(project, settings=replace(project.settings, smallest_count=5)), look)
    assert look.times == 3


def test_what_we_make_ourselves_does_not_count(root: Path) -> None:
    look = Looking()
    remember_problems(opened(root), look)
    write(root, "site/index.html", "")
    write(root, ".mingshan/anything", "")
    remember_problems(opened(root), look)
    assert look.times == 1


def test_a_file_that_was_just_written_may_be_written_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.build.remembering.SETTLING", 60_000_000_000)
    look = Looking()
    remember_problems(opened(root), look)
    remember_problems(opened(root), look)
    assert look.times == 2


def test_what_a_link_leads_to_is_out_of_sight(root: Path, tmp_path: Path) -> None:
    (root / "data/clubs/linked.yaml").symlink_to(tmp_path / "outside.yaml")
    look = Looking()
    remember_problems(opened(root), look)
    remember_problems(opened(root), look)
    assert look.times == 2


def test_a_closed_folder_is_looked_at(root: Path) -> None:
    look = Looking()
    with unprivileged(root):
        remember_problems(opened(root), look)
        (root / "data/clubs").chmod(0)
        remember_problems(opened(root), look)
        remember_problems(opened(root), look)
        (root / "data/clubs").chmod(0o755)
    assert look.times == 3


def test_what_changes_while_it_is_looked_at_is_looked_at_again(root: Path) -> None:
    look = Looking()

    def edited() -> tuple[Problem, ...]:
        write(root, CLUB, "")
        return ()

    remember_problems(opened(root), edited)
    assert remember_problems(opened(root), look) == Looking.found


def test_problems_come_back_as_they_were_found(root: Path) -> None:
    write(root, CLUB, "id: music\nname: 示例\nunknown: 1\n")
    first, again = find_problems(opened(root), silent), find_problems(opened(root), silent)
    assert first == again == check(root)
    assert "unknown-key" in rules(again)


class Building(Looking):
    """What makes a site of one page, and says what it found."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root

    def __call__(self) -> tuple[Problem, ...]:
        write(self.root, "site/index.html", "示例")
        return super().__call__()

    def again(self, as_of: date = DAY) -> tuple[Problem, ...]:
        return remember_site(opened(self.root, as_of), silent, self)


SITE_CHANGES: dict[str, Callable[[Path], object]] = {
    **{name: change for name, change in CHANGES.items() if name != "a shallow copy"},
    "a release of the data": lambda root: git(root, "tag", "data-1"),
    "a page lost": lambda root: (root / "site/index.html").unlink(),
    "a page altered": lambda root: write(root, "site/index.html", "别的字"),
    "a stranger": lambda root: write(root, "site/other.html", ""),
    "a folder of strangers": lambda root: (root / "site/other").mkdir(),
    "what is known of the site": lambda root: write(root, ".mingshan/manifest.json", "{}"),
}


def test_a_site_is_not_built_again_before_anything_is_another(root: Path) -> None:
    build = Building(root)
    assert build.again() == build.again() == Looking.found
    assert build.times == 1
    build.again(date(2027, 1, 1))
    assert build.times == 2


@pytest.mark.parametrize("change", SITE_CHANGES.values(), ids=SITE_CHANGES)
def test_after_any_change_a_site_is_built_again(root: Path, change: Callable[[Path], object]) -> None:
    build = Building(root)
    build.again()
    change(root)
    build.again()
    assert build.times == 2


def test_what_is_remembered_another_process_finds(root: Path) -> None:
    """Sets stand in another order in each, which must not show."""
    asked = (
        "import sys; from generator.build import remembering as r; from tests.build.test_remembering import *;"
        "r.SETTLING = 0; print(remember_site(opened(Path(sys.argv[1])), print, lambda: ()))"
    )
    build = Building(root)
    build.again()
    for seed in "123":
        words = (sys.executable, "-c", asked, str(root))
        found = run(words, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)
        assert found.stdout.startswith("没有变化")


def test_a_site_with_errors_is_built_again(root: Path) -> None:
    build = Building(root)
    build.found = (replace(Looking.found[0], rule=Rule("broken-link", Severity.ERROR)),)
    build.again()
    build.again()
    assert build.times == 2
