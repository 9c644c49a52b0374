"""One good change and many bad ones, as somebody might propose them to the small instance."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.instances import write
from tests.repositories import edit, git

PROJECT = "data/projects/p2026-001.yaml"
SUPPLY = "data/supply/2026H2/990101.csv"
SAYINGS = "data/sayings/own.csv"
IDENTITY_NUMBER = "110101199003074514"
"""A number with a right check digit that belongs to the example of the standard, not to anybody."""

SECOND = """
  - id: d02
    kind: project-progress
    title: 2026 年 10 月项目实施情况
    published_on: 2026-11-10
    period_from: 2026-07-01
    period_to: 2026-10-31
    basis: cumulative
    spending: 41000
    beneficiaries: 26
"""


def good(root: Path) -> None:
    text = (root / PROJECT).read_text("utf-8")
    write(root, PROJECT, text.replace("budget: 100000", "budget: 120000").rstrip() + SECOND)


def misspelt_choice(root: Path) -> None:
    edit(root, PROJECT, "status: running", "status: rnning")


def missing_value(root: Path) -> None:
    edit(root, PROJECT, "summary: 对重病家庭的自付医药费给予补助。\n", "")


def broken_yaml(root: Path) -> None:
    edit(root, PROJECT, "name: 示例重病家庭补助项目", 'name: "示例重病家庭补助项目')


def unknown_organization(root: Path) -> None:
    edit(root, PROJECT, "organization: shili-jijinhui", "organization: shili-jijinhu")


def repeated_key(root: Path) -> None:
    line = (root / SUPPLY).read_text("utf-8").splitlines()[1]
    write(root, SUPPLY, (root / SUPPLY).read_text("utf-8") + line + "\n")


def too_many_zeros(root: Path) -> None:
    edit(root, PROJECT, "budget: 100000", "budget: 10000000")


def cut_off_table(root: Path) -> None:
    lines = (root / SAYINGS).read_text("utf-8").splitlines(keepends=True)
    write(root, SAYINGS, "".join(lines[:2]))


def write_sayings(root: Path) -> None:
    """A table long enough that its end is missed."""
    write(root, SAYINGS, "phrase,needs\n" + "".join(f"示例说法{sign},bathing\n" for sign in "甲乙丙丁戊己庚辛壬癸子丑"))


def somebodys_number(root: Path) -> None:
    edit(root, PROJECT, "phone: 022-示例号码0001", f"phone: '{IDENTITY_NUMBER}'")


def comma_in_a_cell(root: Path) -> None:
    edit(root, SUPPLY, "每户每年最高 5000 元", "每户每年,最高 5000 元")


def end_before_begin(root: Path) -> None:
    edit(root, PROJECT, "ends_on: 2027-06-30", "ends_on: 2026-06-30")


def page_with_script(root: Path) -> None:
    write(root, "content/notice.html", "<script>alert(1)</script>\n")


def deleted_project(root: Path) -> None:
    git(root, "rm", "-q", PROJECT)


def hotline_in_an_article(root: Path) -> None:
    """What was once told as no change at all."""
    text = (root / "content/help.md").read_text("utf-8")
    line = "捐款请汇入 6222 0000 0000 0000，或打 400-888-8888。[捐款](https://evil.example/donate)"
    write(root, "content/help.md", f"{text}\n\n{line}\n")


def a_little_of_everything(root: Path) -> None:
    """Numbers in an article, settings and a record, the menu, a workflow, an attachment, and a better summary."""
    hotline_in_an_article(root)
    edit(root, PROJECT, "phone: 022-示例号码0001", "phone: 022-示例号码0002")
    edit(root, PROJECT, "对重病家庭的自付医药费给予补助。", "对重病家庭的自付医药费给予补助，每户每年一次。")
    edit(root, "mkdocs.yml", "authority: 示例市民政局", 'authority: 示例市民政局\n    hotline: "400-888-8888"')
    edit(root, "mkdocs.yml", "如何求助: help.md", "捐款: https://evil.example/donate")
    write(root, ".github/workflows/publish.yml", "on: push\n")
    write(root, "content/files/shili.txt", "示例附件\n")


BAD: Mapping[str, Callable[[Path], None]] = {
    change.__name__: change
    for change in (
        misspelt_choice,
        missing_value,
        broken_yaml,
        unknown_organization,
        repeated_key,
        too_many_zeros,
        cut_off_table,
        somebodys_number,
        comma_in_a_cell,
        end_before_begin,
        page_with_script,
        deleted_project,
    )
}
SEEN = {each.__name__: each for each in (hotline_in_an_article, a_little_of_everything)}
CHANGES = {"good": good, **SEEN, **BAD}
