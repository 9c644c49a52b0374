"""`mingshan comment`: another job's folder and the forge's own list of files to the words below a request."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli import make_app
from tests.forge import REPOSITORY, TOKEN, SmallForge, small_forge
from tests.repositories import commit, edit, make_instance

PROJECT = "data/projects/p2026-001.yaml"
OF_PROJECT = [{"filename": PROJECT}]


def run(*words: str) -> Result:
    return CliRunner().invoke(make_app(), list(words))


@pytest.fixture
def forge(monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallForge]:
    """A forge that the environment names, with one request."""
    with small_forge({3: "unknown"}) as forge:
        for name, value in {"API_URL": forge.address, "REPOSITORY": REPOSITORY, "TOKEN": TOKEN}.items():
            monkeypatch.setenv(f"GITHUB_{name}", value)
        yield forge


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """What was written of a commit that changes a budget, and the commit."""
    folder = tmp_path_factory.mktemp("judged")
    root = make_instance(folder / "instance")
    edit(root, PROJECT, "budget: 100000", "budget: 120000")
    newest = commit(root, "budget")
    assert run("vet", "main~1", "--root", str(root), "-o", str(folder / "review")).exit_code == 0
    return folder / "review", newest


def said(forge: SmallForge) -> str:
    (comment,) = forge.comments[3]
    return str(comment["body"])


def test_what_review_wrote_becomes_a_comment(forge: SmallForge, judged: tuple[Path, str]) -> None:
    folder, newest = judged
    forge.pulls[3], forge.files[3] = newest, OF_PROJECT
    details = "https://example.org/runs/1"
    assert run("comment", str(folder), "--commit", newest, "--details", details).exit_code == 0
    assert "预算 `100,000` → `120,000 元`" in said(forge)
    assert said(forge).endswith(f"逐行标出的报告：<{details}>\n")
    assert "代码库自己说的" not in said(forge)


DOUBTED = {
    "a workflow nobody told of": ([*OF_PROJECT, {"filename": ".github/workflows/check.yml"}], "改了程序、设置或规则"),
    "the program under another name": (
        [*OF_PROJECT, {"filename": "content/a.txt", "previous_filename": "generator/cli/vet.py"}],
        "generator/cli/vet.py",
    ),
    "an article nobody told of": ([*OF_PROJECT, {"filename": "content/help.md"}], "检查结果里没有这些改动的文件"),
    "a file that is not there": ([{"filename": "content/help.md"}], "代码库没有列出的文件"),
    "more than can be listed": ([{"filename": PROJECT}] * 3_100, "列不全"),
}


@pytest.mark.parametrize("name", DOUBTED)
def test_what_the_forge_says_otherwise_is_said_first(name: str, forge: SmallForge, judged: tuple[Path, str]) -> None:
    files, words = DOUBTED[name]
    folder, newest = judged
    forge.pulls[3], forge.files[3] = newest, files
    assert run("comment", str(folder), "--commit", newest).exit_code == 0
    assert "## ⚠️" in said(forge).split("\n\n")[0] and words in said(forge) and "✅" not in said(forge)


def test_a_green_result_of_another_commit_is_never_shown(
    forge: SmallForge, judged: tuple[Path, str], tmp_path: Path
) -> None:
    """After a force-push, or where an old result is handed in again."""
    document = json.loads((judged[0] / "review.json").read_text("utf-8"))
    green = {**document, "groups": [], "files": [], "problems": [], "own": 0}
    (tmp_path / "review.json").write_text(json.dumps(green), "utf-8")
    forge.pulls[3] = judged[1]
    assert run("comment", str(tmp_path), "--commit", judged[1]).exit_code == 0
    forge.pulls[3], forge.files[3] = "f" * 40, OF_PROJECT
    assert run("comment", "review", "--commit", "f" * 40, "--waiting").exit_code == 0
    assert "⏳" in said(forge) and "✅" not in said(forge)
    assert run("comment", str(tmp_path), "--commit", judged[1]).exit_code == 0
    assert "⏳" in said(forge)
    assert run("comment", str(tmp_path), "--commit", "f" * 40).exit_code == 0
    assert "不是最新提交" in said(forge) and "✅" not in said(forge)


@pytest.mark.parametrize("document", ['{"version": 1, "body": "请点这里"}', None])
def test_a_document_that_review_did_not_write_replaces_the_old_result_by_a_warning(
    document: str | None, forge: SmallForge, tmp_path: Path
) -> None:
    forge.pulls[3], forge.files[3] = "abc", [{"filename": "generator/cli/vet.py"}]
    old = {"id": 9, "body": "<!-- mingshan vet -->\n## ✅ 可以合并", "user": {"type": "Bot"}}
    forge.comments[3] = [old]
    if document:
        (tmp_path / "review.json").write_text(document, "utf-8")
    found = run("comment", str(tmp_path), "--commit", "abc")
    assert (found.exit_code, "[review-unreadable]" in found.stdout) == (1, True)
    assert "维护者必须自己看" in said(forge) and "generator/cli/vet.py" in said(forge) and "请点这里" not in said(forge)
