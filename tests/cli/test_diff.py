"""`mingshan diff` on a real repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli import make_app
from tests.instances import make_site
from tests.pulls.changes import SAYINGS, write_sayings
from tests.repositories import commit, edit, git, make_instance

PROJECT = "data/projects/p2026-001.yaml"
CASE, TITLE = "content/cases/zhucan/index.md", "示例助餐案例"
CLEAN, PROBLEMS = 0, 1


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_instance(tmp_path / "instance")


def diff(root: Path, *words: str) -> Result:
    return CliRunner().invoke(make_app(), ["diff", *words, "--root", str(root)])


def test_nothing_is_said_when_nothing_changed(root: Path) -> None:
    found = diff(root, "main")
    assert (found.exit_code, found.stdout, found.stderr) == (CLEAN, "", "")


def test_nothing_is_said_of_another_order_of_keys_or_another_way_of_writing(root: Path) -> None:
    lines = (root / PROJECT).read_text("utf-8").replace("[serious-illness]", '\n  - "serious-illness"')
    first, second, rest = lines.split("\n", 2)
    (root / PROJECT).write_text(f"# 备注\n{second}\n{first}\n{rest}", "utf-8")
    assert diff(root, "main").stdout == ""


def test_a_changed_amount_is_said_in_words(root: Path) -> None:
    edit(root, PROJECT, "spending: 30000", "spending: 36000")
    assert diff(root, "main").stdout == (
        "公开记录：改动 1 条\n  示例重病家庭补助项目 · 2026 年第三季度项目实施情况：支出 30,000 → 36,000 元\n"
    )


def test_two_commits_are_compared_by_what_one_of_them_brought(root: Path) -> None:
    git(root, "checkout", "-q", "-b", "proposal")
    edit(root, PROJECT, "status: running", "status: planned")
    commit(root, "propose")
    git(root, "checkout", "-q", "main")
    edit(root, PROJECT, "budget: 100000", "budget: 110000")
    commit(root, "meanwhile")
    assert (
        diff(root, "main", "proposal").stdout == "慈善项目：改动 1 条\n  示例重病家庭补助项目：状态 进行中 → 筹备中\n"
    )


def test_a_case_lies_among_the_articles_and_is_compared_like_any_record(tmp_path: Path) -> None:
    root = make_site(tmp_path / "instance", "publicity")
    git(root, "init", "-q", "-b", "main")
    commit(root, "begin")
    assert diff(root, "main").stdout == ""
    edit(root, CASE, TITLE, f"{TITLE}（改）")
    assert diff(root, "main").stdout.startswith("示例案例：改动 1 条\n")


def test_a_file_under_another_name_is_the_same_record_under_another_key(root: Path) -> None:
    git(root, "mv", PROJECT, "data/projects/p2026-002.yaml")
    edit(root, "data/projects/p2026-002.yaml", "id: p2026-001", "id: p2026-002")
    edit(root, "data/supply/2026H2/990101.csv", "p2026-001", "p2026-002")
    assert diff(root, "main").stdout == "慈善项目：换编号 1 条\n  示例重病家庭补助项目 换编号 p2026-001 → p2026-002\n"


def test_a_jump_needs_a_reason_in_the_same_change(root: Path) -> None:
    edit(root, PROJECT, "budget: 100000", "budget: 1000000")
    found = diff(root, "main")
    assert (found.exit_code, "[unexplained-jump]" in found.stderr) == (PROBLEMS, True)
    (root / "data/change_reasons/why-more.yaml").write_text(
        "id: why-more\nkind: projects\nrecord: p2026-001\nreason: 理事会决定扩大补助范围，见会议纪要\n"
        "stated_by: 示例慈善基金会\nstated_on: 2026-11-25\n",
        "utf-8",
    )
    assert diff(root, "main").exit_code == CLEAN


def test_an_old_reason_does_not_excuse_a_new_jump(root: Path) -> None:
    (root / "data/change_reasons/why-more.yaml").write_text(
        "id: why-more\nkind: projects\nrecord: p2026-001\nreason: 以前的原因，与这一次的变动无关\n"
        "stated_by: 示例慈善基金会\nstated_on: 2026-11-01\n",
        "utf-8",
    )
    commit(root, "an earlier change")
    edit(root, PROJECT, "budget: 100000", "budget: 1000000")
    assert diff(root, "main").exit_code == PROBLEMS


def test_many_removed_records_need_a_reason(root: Path) -> None:
    write_sayings(root)
    commit(root, "say it as it is said here")
    (root / SAYINGS).write_text("phrase,needs\n", "utf-8")
    found = diff(root, "main")
    assert (found.exit_code, "[unexplained-removal]" in found.stderr) == (PROBLEMS, True)


def test_a_record_that_can_no_longer_be_read_is_not_said_to_be_removed(root: Path) -> None:
    edit(root, PROJECT, "status: running", "status: [running")
    assert diff(root, "main").stdout.splitlines()[0] == "慈善项目：1 条有错误，不知道改了什么"


def test_values_that_may_be_personal_are_not_repeated(root: Path) -> None:
    edit(root, PROJECT, "how_to_apply: 到", "how_to_apply: 联系13812345678，到")
    found = diff(root, "main", "--format", "json").stdout
    assert json.loads(found)[0]["changes"][0]["fields"][0]["title"] == "怎么申请"
    assert "13812345678" not in found


def test_markdown_holds_no_markup_from_the_data(root: Path) -> None:
    edit(root, PROJECT, "name: 示例重病家庭补助项目", "name: '**@everyone** [x](https://example.org) `示例`'")
    (line,) = [each for each in diff(root, "main", "--format", "markdown").stdout.splitlines() if "everyone" in each]
    assert "- \\*\\*\\@\N{WORD JOINER}everyone\\*\\* \\[x\\]\\(https\\:" in line
    assert "→ `` **@everyone** [x](https://example.org) `示例` ``" in line


def test_a_revision_git_does_not_know_is_a_problem(root: Path) -> None:
    found = diff(root, "no-such-branch")
    assert (found.exit_code, "[unknown-revision]" in found.stdout) == (PROBLEMS, True)


def test_an_attribute_file_cannot_hide_a_change(root: Path) -> None:
    git(root, "checkout", "-q", "-b", "proposal")
    edit(root, PROJECT, "budget: 100000", "budget: 110000")
    (root / ".gitattributes").write_text("data/** export-ignore\n", "utf-8")
    commit(root, "hide")
    assert "预算 100,000 → 110,000 元" in diff(root, "main", "proposal").stdout
