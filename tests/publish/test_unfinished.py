"""A change of the site that somebody was killed over: told to all who look, and made by the next run."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.cache import _key
from generator.model.project import Project
from generator.publish.site_writing import Output, commit_site, finish_site, open_staging, stage_files
from generator.publish.standing import begin_looking
from generator.publish.unfinished import (
    SiteChange,
    begin_change,
    check_finished,
    is_written_by_another,
    mark_unfinished,
)


def begun(project: Project) -> None:
    """One page stands, is to go, and another to come: killed after the first step."""
    standing = begin_looking(project, ())()
    commit_site(project, stage_files(open_staging(project), [Output("old/", "old", "f")], {}), standing)
    manifest = stage_files(open_staging(project), [Output("new/", "new", "f")], {})
    begin_change(project, SiteChange(project.site, (), manifest, {}, ("old/index.html",)))
    mark_unfinished(project.site)


def pages(project: Project) -> set[str]:
    return {path.relative_to(project.site).as_posix() for path in project.site.rglob("index.html")}


def test_the_next_run_makes_the_whole_change_once(project: Project) -> None:
    begun(project)
    assert finish_site(project)
    assert pages(project) == {"new/index.html"}
    assert check_finished(project) == ()
    assert not finish_site(project)
    assert begin_looking(project, ())().altered == frozenset()


def test_meanwhile_nobody_else_may_show_or_copy_it(project: Project) -> None:
    begun(project)
    assert [each.rule.code for each in check_finished(project)] == ["site-unfinished"]
    assert not is_written_by_another(project.site)
    (project.site / ".mingshan-unfinished").write_text("1\n", "utf-8")
    assert is_written_by_another(project.site)


def test_a_change_that_somebody_else_wrote_down_is_never_made(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that came with a request could delete and publish what it liked."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "theirs"))
    _key.cache_clear()
    begun(project)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "ours"))
    _key.cache_clear()
    assert not finish_site(project)
    assert pages(project) == {"old/index.html"}
    _key.cache_clear()
