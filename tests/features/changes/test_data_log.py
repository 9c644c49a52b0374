"""The log of the data says which records changed between two releases, and never what stood in them."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest

from generator.build.data_releases import find_releases
from generator.build.pipeline import read_catalogue
from generator.features.changes import FEATURE
from generator.link.expired_consents import hide_expired
from generator.model.catalogue import Catalogue
from generator.model.page import Download, Plan
from generator.model.project import Project
from generator.model.source import Source
from tests.demonstration import TODAY, opened
from tests.repositories import commit, edit, git, make_instance

PROJECT = "data/projects/p2026-001.yaml"
OLD, NEW = "对重病家庭的自付医药费给予补助。", "给重病家庭补助自己付的医药费。"


def read(project: Project) -> Catalogue:
    return read_catalogue(project, lambda _: None).catalogue


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three releases: a sentence and the number of a project change, then one more project comes and goes."""
    root = make_instance(tmp_path_factory.mktemp("log") / "instance")
    os.environ["GIT_COMMITTER_DATE"] = "2026-11-01T12:00:00+0800"
    try:
        git(root, "tag", "-a", "-m", "1", "data-2026-10")
        edit(root, PROJECT, OLD, NEW)
        text = (root / PROJECT).read_text("utf-8").replace("p2026-001", "p2026-002").replace("示例重病", "示例大病")
        (root / "data/projects/p2026-002.yaml").write_text(text.partition("disclosures:")[0], "utf-8")
        os.environ["GIT_COMMITTER_DATE"] = "2026-11-10T12:00:00+0800"
        commit(root, "change")
        git(root, "tag", "-a", "-m", "2", "data-2026-11")
        (root / "data/projects/p2026-002.yaml").unlink()
        os.environ["GIT_COMMITTER_DATE"] = "2026-11-20T12:00:00+0800"
        commit(root, "remove")
        git(root, "tag", "data-2026-12")
    finally:
        del os.environ["GIT_COMMITTER_DATE"]
    return root


@pytest.fixture(scope="module")
def source(root: Path) -> Source:
    project = opened(root, site_url="https://example.org/")
    releases = find_releases(project, read, FEATURE.compare)
    catalogue = hide_expired(read(project), TODAY)
    return Source(catalogue, Plan((), (), {}), project.settings, TODAY, {}, releases=releases)


def written(source: Source, kind: str = "data-log") -> str:
    return str(FEATURE.files[kind].write(source, Download("data-log/v1/log.json", kind, ())))


def log(source: Source) -> Any:
    return json.loads(written(source))


def test_each_release_says_what_changed_since_the_one_before(source: Source) -> None:
    newest, older = log(source)["releases"]
    assert (older["name"], older["since"], older["day"]) == ("data-2026-11", "data-2026-10", "2026-11-10")
    assert older["changes"] == [
        {"dataset": "projects", "key": "p2026-002", "change": "added"},
        {"dataset": "projects", "key": "p2026-001", "change": "changed", "fields": ["summary"]},
    ]
    assert newest["changes"] == [{"dataset": "projects", "key": "p2026-002", "change": "removed"}]


def test_no_value_is_told(source: Source) -> None:
    for text in (written(source), written(source, "data-log-feed")):
        assert OLD not in text and NEW not in text and "示例大病" not in text


def test_the_feed_has_an_entry_a_release(source: Source) -> None:
    feed = feedparser.parse(written(source, "data-log-feed"))
    assert not feed.bozo
    assert [(each.title, each.summary) for each in feed.entries] == [
        ("数据发版：data-2026-12", "慈善项目删除 1 条"),
        ("数据发版：data-2026-11", "慈善项目新增 1 条；慈善项目改动 1 条"),
    ]


def test_what_was_deleted_for_good_is_in_no_release_and_has_a_stone(root: Path, source: Source) -> None:
    stone = root / "data/purges/2026-11-21.yaml"
    stone.write_text(
        "id: 2026-11-21\nkind: projects\nrecord: p2026-002\nbasis: order\napproval: 删除审批单（示例）\n"
        "approved_by: 慈善事业促进处（示例）\npurged_on: 2026-11-21\n",
        "utf-8",
    )
    try:
        purged = replace(source, catalogue=read(opened(root)))
    finally:
        stone.unlink()
    assert "p2026-002" not in written(purged)
    assert log(purged)["deleted"] == [{"dataset": "projects", "day": "2026-11-21", "basis": "order"}]


def test_what_rests_on_consent_is_told_only_while_it_is_shown(source: Source) -> None:
    (release, *_), catalogue = source.releases, source.catalogue
    change = replace(release.changes[0], dataset="cases", key="2025-gone", old_key="2025-older")
    kept = replace(change, key=next(iter(catalogue.records["cases"])) if catalogue.records["cases"] else "2025-gone")
    told = log(replace(source, releases=(replace(release, changes=(change, kept)),)))["releases"][0]["changes"]
    assert "2025-gone" not in json.dumps(told) and "2025-older" not in json.dumps(told)


def test_a_dataset_that_is_public_no_longer_is_told_of_no_longer(source: Source) -> None:
    dataset = source.catalogue.datasets["projects"]
    closed = replace(dataset, directory=replace(dataset.directory, privacy="internal"))
    catalogue = replace(source.catalogue, datasets={**source.catalogue.datasets, "projects": closed})
    assert all(each["changes"] == [] for each in log(replace(source, catalogue=catalogue))["releases"])


def test_what_was_compared_is_not_read_again(root: Path, source: Source) -> None:
    def never(_project: Project) -> Catalogue:
        raise AssertionError("read again")

    assert find_releases(opened(root), never, FEATURE.compare) == source.releases


def test_without_tags_there_is_an_empty_log(tmp_path: Path, source: Source) -> None:
    assert find_releases(opened(make_instance(tmp_path / "instance")), read, FEATURE.compare) == ()
    assert log(replace(source, releases=()))["releases"] == []
