import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.publish.changed_days import read_changes

WHO = ["-c", "user.name=示例", "-c", "user.email=example@example.org"]


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", *WHO, *words], cwd=root, check=True, capture_output=True)


def commit(root: Path, when: str, **files: str) -> None:
    for name, text in files.items():
        (root / name).write_text(text)
    git(root, "add", "-A")
    stamp = {"GIT_COMMITTER_DATE": when, "GIT_AUTHOR_DATE": when, "PATH": "/usr/bin:/bin"}
    subprocess.run(["git", *WHO, "commit", "-qm", "x"], cwd=root, check=True, env=stamp)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "-q")
    commit(root, "2026-01-01T10:00:00+0800", a="1", b="1")
    commit(root, "2026-02-01T10:00:00+0800", a="2")
    return root


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_each_file_has_the_day_of_its_last_commit(repository: Path, cache: Path) -> None:
    assert read_changes(repository, cache) == {"a": date(2026, 2, 1), "b": date(2026, 1, 1)}


def test_the_day_is_that_of_china(repository: Path, cache: Path) -> None:
    commit(repository, "2026-03-01T20:00:00+0000", b="2")
    assert read_changes(repository, cache)["b"] == date(2026, 3, 2)


def test_new_commits_are_added_to_what_is_cached(repository: Path, cache: Path) -> None:
    read_changes(repository, cache)
    commit(repository, "2026-03-01T10:00:00+0800", c="1")
    assert read_changes(repository, cache)["c"] == date(2026, 3, 1)
    assert read_changes(repository, cache)["a"] == date(2026, 2, 1)


def test_a_rewritten_history_is_read_anew(repository: Path, cache: Path) -> None:
    read_changes(repository, cache)
    git(repository, "reset", "-q", "--hard", "HEAD~1")
    assert read_changes(repository, cache) == {"a": date(2026, 1, 1), "b": date(2026, 1, 1)}


def test_names_may_be_chinese_and_have_spaces_and_quotes(repository: Path, cache: Path) -> None:
    commit(repository, "2026-03-01T10:00:00+0800", **{'帮 扶"项\n目': "1"})
    assert read_changes(repository, cache)['帮 扶"项\n目'] == date(2026, 3, 1)


def test_an_instance_may_be_a_folder_of_the_repository(repository: Path, cache: Path) -> None:
    (repository / "site").mkdir()
    commit(repository, "2026-03-01T10:00:00+0800", **{"site/x": "1"})
    assert read_changes(repository / "site", cache) == {"x": date(2026, 3, 1)}


def test_a_shallow_copy_tells_only_what_it_knows(repository: Path, cache: Path, tmp_path: Path) -> None:
    commit(repository, "2026-03-01T10:00:00+0800", c="1")
    copy = tmp_path / "copy"
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{repository}", str(copy))
    assert read_changes(copy, cache) == {"c": date(2026, 3, 1)}


def test_without_git_nothing_is_known(tmp_path: Path, cache: Path) -> None:
    assert read_changes(tmp_path, cache) == {}


def test_without_a_commit_nothing_is_known(tmp_path: Path, cache: Path) -> None:
    git(tmp_path, "init", "-q")
    assert read_changes(tmp_path, cache) == {}


def test_a_damaged_cache_is_ignored(repository: Path, cache: Path) -> None:
    cache.mkdir()
    (cache / "changes.json").write_text("{")
    assert read_changes(repository, cache)["a"] == date(2026, 2, 1)


def test_a_git_hook_of_another_repository_does_not_mislead(
    repository: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert read_changes(repository, cache)["a"] == date(2026, 2, 1)
