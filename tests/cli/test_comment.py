"""`mingshan comment`: from the folder another job left to the words below a pull request."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli import make_app
from tests.forge import REPOSITORY, TOKEN, small_forge
from tests.repositories import edit, make_instance

PROJECT = "data/projects/p2026-001.yaml"


def run(*words: str) -> Result:
    return CliRunner().invoke(make_app(), list(words))


def test_what_review_wrote_becomes_a_comment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_instance(tmp_path / "instance")
    edit(root, PROJECT, "budget: 100000", "budget: 120000")
    assert run("vet", "main", "--root", str(root), "-o", str(tmp_path / "review")).exit_code == 0
    with small_forge({3: "abc"}) as forge:
        for name, value in {"API_URL": forge.address, "REPOSITORY": REPOSITORY, "TOKEN": TOKEN}.items():
            monkeypatch.setenv(f"GITHUB_{name}", value)
        words = ("comment", str(tmp_path / "review"), "--commit", "abc", "--details", "https://example.org/runs/1")
        assert run(*words).exit_code == 0
    (comment,) = forge.comments[3]
    assert "预算 `100,000` → `120,000 元`" in comment["body"]
    assert comment["body"].endswith("预览和逐行标出的报告：<https://example.org/runs/1>\n")


def test_a_document_that_review_did_not_write_is_not_posted(tmp_path: Path) -> None:
    (tmp_path / "review.json").write_text('{"version": 1, "body": "请点这里"}', "utf-8")
    with small_forge({3: "abc"}) as forge:
        found = run("comment", str(tmp_path), "--commit", "abc")
    assert (found.exit_code, "[review-unreadable]" in found.stdout, forge.asked) == (1, True, 0)


def test_a_folder_without_a_review_is_wrong_use(tmp_path: Path) -> None:
    found = run("comment", str(tmp_path), "--commit", "abc")
    assert found.exit_code == 2
