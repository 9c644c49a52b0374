"""Requests that somebody must look at: none of them is green, and each is told in words that its reviewer needs."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import Workbook
from PIL import Image

from generator.build.pipeline import open_project
from generator.features.changes.review import Review
from generator.features.changes.review_documents import read_review, write_review
from generator.features.changes.review_summary import LONGEST_SUMMARY, review_summary
from generator.features.changes.review_text import review_text
from generator.model.problem import Problem
from generator.verbs.vet import review_change
from tests.demonstration import HOUSE
from tests.instances import DAY, silent, write
from tests.repositories import commit, edit, git

REQUESTS = {
    f"{kind}: {each['does']}": each
    for kind, found in yaml.safe_load((Path(__file__).parent / "hostile.yaml").read_text("utf-8")).items()
    for each in found
}
SITE = {
    "mkdocs.yml": (
        "site_name: 示例站\nnav:\n  - 首页: index.md\n  - 帮助: help.md\nextra:\n  mingshan:\n    demonstration: true\n"
        '    hotline: "12345"\n    report_url: https://example.org/report\n    contact: {电话: 022-55500000}\n'
    ),
    ".github/CODEOWNERS": "* @shili/jishu\n/content/ @shili/xuanchuan\n/data/ @shili/cishan-chu\n",
    "content/index.md": "# 首页\n",
    "content/help.md": (
        "---\ntitle: 如何求助\ndescription: 到窗口问。\n---\n# 如何求助\n\n白天打 022-55500001，夜间打 022-55500003。\n"
        "遇到危险请打 110。不收任何费用。见[说明](https://example.org/a)。\n"
    ),
    "content/long.md": "# 长文\n\n" + "".join(f"第 {at} 句话是这样写的。\n" for at in range(300)),
    "content/files/a.txt": "示例附件\n",
    "content/files/b.csv": "名称,说明\n示例,无\n",
    "data/notes/dataset.yaml": (
        'name: notes\ntitle: 示例记事\npath: "{id}.yaml"\nschema:\n  fields:\n'
        "    - {name: id, type: string, title: 编号}\n"
        "    - {name: name, type: string, title: 名称, constraints: {required: true}}\n"
        "    - {name: phone, type: string, title: 电话}\n"
        "    - {name: website, type: string, format: uri, title: 网址}\n"
        "    - {name: text, type: string, title: 说明}\n"
        "  primaryKey: [id]\ndirectory:\n  label: name\n  formats: {phone: telephone, text: paragraphs}\n"
    ),
    "data/notes/n1.yaml": (
        "name: 示例一\nphone: 022-55500001\nwebsite: https://example.org/n1\ntext: 到窗口领取。第二句。第三句。\n"
    ),
    "data/rows/dataset.yaml": (
        "name: rows\ntitle: 示例表\npath: rows.csv\nschema:\n  fields:\n"
        "    - {name: id, type: string, title: 编号}\n"
        "    - {name: phone, type: string, title: 电话}\n"
        "  primaryKey: [id]\ndirectory:\n  label: id\n  formats: {phone: telephone}\n"
    ),
    "data/rows/rows.csv": "id,phone\nr0,022-55500003\nr1,022-55500009\n",
}


def picture(colour: str) -> bytes:
    made = BytesIO()
    Image.new("RGB", (8, 8), colour).save(made, "PNG")
    return made.getvalue()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository that all requests are made to."""
    root = tmp_path_factory.mktemp("hostile")
    for file, text in SITE.items():
        write(root, file, text)
    write(root, ".gitignore", "/.mingshan/\n")
    write(root, "content/pictures/a.png", picture("white"))
    git(root, "init", "-q", "-b", "main")
    commit(root, "begin")
    return root


@pytest.fixture
def request_to(site: Path) -> Iterator[Path]:
    """The repository on a fresh branch."""
    git(site, "checkout", "-q", "-B", "request", "main")
    yield site
    git(site, "reset", "-q", "--hard")
    git(site, "clean", "-q", "-f", "-d")


def judged(root: Path) -> Review:
    """What the reviewers of the commit are told, through the document that one job leaves for another."""
    project, problems = open_project(root, DAY, None, "main")
    found = review_change(project, "main", silent, "", problems)
    assert not isinstance(found, Problem)
    read = read_review(write_review(found.review).encode())
    assert isinstance(read, Review)
    assert review_summary(read) == review_summary(found.review)
    return found.review


def apply(root: Path, change: Mapping[str, Any]) -> None:
    for file, text in change.get("append", {}).items():
        write(root, file, (root / file).read_text("utf-8") + text)
    for file, (old, new) in change.get("replace", {}).items():
        edit(root, file, old, new)
    for file, text in change.get("write", {}).items():
        write(root, file, text)
    for file in change.get("remove", ()):
        (root / file).unlink()
    for file, target in change.get("link", {}).items():
        (root / file).unlink(missing_ok=True)
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).symlink_to(target)


@pytest.mark.parametrize("name", REQUESTS)
def test_nothing_that_a_person_must_see_is_green(name: str, request_to: Path) -> None:
    change = REQUESTS[name]
    apply(request_to, change)
    commit(request_to, name)
    review = judged(request_to)
    summary, text = review_summary(review), review_text(review)
    assert "✅" not in summary + text
    assert [words for words in change["says"] if words not in summary] == []
    repeated = summary + text + (write_review(review) if name.startswith("persons") else "")
    assert [words for words in change.get("never", ()) if words in repeated] == []
    assert {view.path for view in review.files} == set(
        filter(None, git(request_to, "diff", "--name-only", "-z", "main").split("\0"))
    )


def test_no_change_is_said_only_of_the_same_tree(request_to: Path) -> None:
    assert "✅ 没有变化" in review_summary(judged(request_to))
    edit(request_to, "data/notes/n1.yaml", "name: 示例一\n", "name: 示例一 # 说明\n")
    commit(request_to, "a comment")
    summary = review_summary(judged(request_to))
    assert "✅" in summary and "没有变化：和原来一模一样" not in summary and "data/notes/n1.yaml" in summary


def test_what_is_taken_back_is_named(request_to: Path) -> None:
    edit(request_to, "content/help.md", "022-55500001", "400-888-8888")
    commit(request_to, "bad")
    git(request_to, "revert", "--no-edit", "HEAD")
    summary = review_summary(judged(request_to))
    assert "改过又改了回去的" in summary and "content/help.md" in summary and "没有变化：和原来一模一样" not in summary


def test_a_merge_that_hides_a_change_is_seen(request_to: Path) -> None:
    """It looks like main's work, and takes main's correction back on the way."""
    git(request_to, "checkout", "-q", "-B", "side", "main")
    write(request_to, "content/more.md", "# 更多\n")
    commit(request_to, "side")
    git(request_to, "checkout", "-q", "request")
    git(request_to, "merge", "-q", "--no-ff", "--no-commit", "side")
    edit(request_to, "content/help.md", "022-55500001", "400-888-8888")
    commit(request_to, "Merge branch 'side'")
    summary = review_summary(judged(request_to))
    assert "`022-55500001` | `400-888-8888`" in summary


def test_a_repository_inside_is_seen(request_to: Path) -> None:
    git(request_to, "update-index", "--add", "--cacheinfo", f"160000,{git(request_to, 'rev-parse', 'HEAD')},data/sub")
    git(request_to, "commit", "-q", "-m", "module")
    summary = review_summary(judged(request_to))
    assert "❌" in summary and "data/sub" in summary


def test_a_number_that_is_taken_away_is_not_repeated(request_to: Path) -> None:
    git(request_to, "checkout", "-q", "-B", "before", "main")
    write(request_to, "content/help.md", SITE["content/help.md"] + "联系 13987654321。\n")
    commit(request_to, "before")
    git(request_to, "checkout", "-q", "-B", "request")
    edit(request_to, "content/help.md", "联系 13987654321。", "到窗口联系。")
    commit(request_to, "request")
    project, problems = open_project(request_to, DAY, None, "before")
    found = review_change(project, "before", silent, "", problems)
    assert not isinstance(found, Problem)
    told = review_summary(found.review)
    assert "联系 （内容已遮盖）。` → `到窗口联系。`" in told and "13987654321" not in told + write_review(found.review)


def test_a_name_that_is_no_text_is_named(request_to: Path) -> None:
    name = os.fsdecode(b"content/files/\xff\xfe.txt")
    (request_to / name).write_text("示例\n", "utf-8")
    commit(request_to, "a name of bytes")
    summary = review_summary(judged(request_to))
    assert "✅" not in summary and "content/files/" in summary


def test_a_file_that_no_record_comes_from_is_not_green(request_to: Path) -> None:
    write(request_to, "data/notes/.hidden.yaml", "name: 示例\n")
    write(request_to, "data/readme.txt", "示例\n")
    commit(request_to, "beside the data")
    summary = review_summary(judged(request_to))
    assert "✅" not in summary and "data/readme.txt" in summary and "data/notes/.hidden.yaml" in summary


def test_of_a_workbook_its_words_are_told_and_not_its_colours(request_to: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "请打 400-888-8888"
    book.save(request_to / "content/files/shili.xlsx")
    commit(request_to, "a workbook")
    leads = {lead for each in judged(request_to).files for passage in each.passages for lead in passage.come}
    assert leads == {"400-888-8888"}


def test_a_picture_that_is_exchanged_is_named(request_to: Path) -> None:
    write(request_to, "content/pictures/a.png", picture("black"))
    commit(request_to, "picture")
    told = review_summary(judged(request_to))
    assert "✅" not in told and "改动图片 `content/pictures/a.png`" in told


def test_a_request_is_judged_as_files_beside_the_program(request_to: Path, tmp_path: Path) -> None:
    """As the workflow lays it out: its links are text, and the result is that of its commit."""
    apply(request_to, {"link": {"theme/templates/evil.html": "/etc/passwd"}})
    newest = commit(request_to, "a link")
    git(tmp_path, "clone", "-q", str(request_to), "main", "--branch", "main")
    words = ["make", "-s", "-f", str(HOUSE / "Makefile"), "contribution", f"COMMIT={newest}", "READY="]
    for _ in range(2):  # a machine that judges one after the other
        subprocess.run(words, cwd=tmp_path / "main", check=True)
    assert (tmp_path / "main/contribution/theme/templates/evil.html").read_text("utf-8") == "/etc/passwd"
    project, problems = open_project(tmp_path / "main/contribution", DAY, None, "main")
    found = review_change(project, "origin/main", silent, "", problems)
    assert not isinstance(found, Problem)
    assert (found.review.commit, [view.path for view in found.review.files]) == (newest, ["theme/templates/evil.html"])
    assert "symlink" in {problem.rule.code for problem in found.review.problems}


def test_six_thousand_changes_fit_into_one_comment(request_to: Path) -> None:
    """What does not fit would leave the comment of an earlier commit standing."""
    rows = "".join(f"r{number},022-5551{number:04}\n" for number in range(6_000))
    write(request_to, "data/rows/rows.csv", f"id,phone\n{rows}")
    edit(request_to, "content/help.md", "022-55500001", "400-888-8888")
    commit(request_to, "many")
    project, problems = open_project(request_to, DAY, None, "main")
    found = review_change(project, "main", silent, "", problems)
    assert not isinstance(found, Problem)
    read = read_review(write_review(found.review).encode())
    assert isinstance(read, Review)
    summary = review_summary(read)
    assert len(summary) <= LONGEST_SUMMARY
    assert "✅" not in summary and "没有列" in summary and "`400-888-8888`" in summary
