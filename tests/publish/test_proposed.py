"""Every content, message and word of a proposed change is looked into, also what a later commit took away again."""

from __future__ import annotations

import json
from pathlib import Path

from generator.build.proposed_exposures import find_proposed_problems, read_request
from generator.publish.commit_contents import read_messages, read_proposed
from generator.publish.revisions import RevisionSpan
from tests.builders import dataset, linked
from tests.instances import write
from tests.repositories import git

NUMBER = "11010519491231002X"
"""Printed in GB 11643."""


def changed(root: Path) -> RevisionSpan:
    """A number that was written into a note, taken away again, and told in a message."""
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    write(root, "content/a.md", "# 示例\n")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "示例")
    write(root, "notes/b.txt", f"核对过 {NUMBER}\n")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "加一份备注")
    write(root, "notes/b.txt", "核对过\n")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "删去 138 0013 8000 那一条\n\nCo-authored-by: 示例 <shili@163.com>")
    return RevisionSpan(git(root, "rev-parse", "HEAD~2").strip(), git(root, "rev-parse", "HEAD").strip())


def test_what_a_later_commit_took_away_is_found(tmp_path: Path) -> None:
    root = tmp_path / "r"
    span = changed(root)
    (gone,) = read_proposed(root, span.fork, span.newest)
    assert gone.path == "notes/b.txt" and NUMBER in gone.data.decode()
    assert len(list(read_messages(root, span.fork, span.newest))) == 2
    catalogue, _ = linked((dataset("notes"),))
    found = find_proposed_problems(root, span, catalogue, "请看 shili.wang@163.com 的材料", catalogue)
    assert sorted(each.rule.code for each in found) == ["identity-number", "mobile", "personal-email"]
    assert not any(NUMBER in each.message for each in found)


def test_the_text_of_a_request_is_read_out_of_the_forges_event(tmp_path: Path) -> None:
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"pull_request": {"title": "甲", "body": None}}), "utf-8")
    assert read_request(event) == "甲" and read_request(None) == ""
    event.write_text("乙", "utf-8")
    assert read_request(event) == "乙" and read_request(tmp_path / "none") == ""
