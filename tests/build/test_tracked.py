"""Which files of a work tree are looked through: what git keeps or would keep, not what the engine made."""

from __future__ import annotations

from pathlib import Path

from generator.build.tracked import tracked_files
from tests.instances import write
from tests.repositories import git


def test_what_the_engine_made_is_left_out_where_no_gitignore_says_so_until_somebody_commits_it(tmp_path: Path) -> None:
    for file in (".mingshan/records/0.pickle", "site/index.html", "data/site/new.csv", "content/index.md"):
        write(tmp_path, file, "示例")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "content")
    assert tracked_files(tmp_path) == ("content/index.md", "data/site/new.csv")
    git(tmp_path, "add", "-A")
    assert tracked_files(tmp_path) == (
        ".mingshan/records/0.pickle",
        "content/index.md",
        "data/site/new.csv",
        "site/index.html",
    )


def test_without_git_everything_but_what_the_engine_made_is_looked_through(tmp_path: Path) -> None:
    for file in (".mingshan/records/0.pickle", "site/index.html", "content/index.md"):
        write(tmp_path, file, "示例")
    assert tracked_files(tmp_path) == ("content/index.md",)
