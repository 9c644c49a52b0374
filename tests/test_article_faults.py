"""Articles, what lies beside them, and raw data among them: each fault is told once, by its own rule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.rule import Severity
from tests.demonstration import checked, copy_demonstration

CASE = "content/cases/2026/2026-aixin-canzhuo/index.md"
CALL = "data/calls/2026-anli.yaml"


def _replace(file: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        text = (root / file).read_text("utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new, 1), "utf-8")

    return change


def _add(file: str, text: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / file).write_text(text, "utf-8")

    return change


FAULTS = {
    "attachment-missing": _replace(CALL, "申报表.docx", "没有这一份.docx"),
    "attachment": _replace(CALL, "files/2026-zhengji/申报表.docx", "../申报表.docx"),
    "companion": _replace(CASE, "authors:", "attachments: [../a.pdf]\nauthors:"),
    "companion-unnamed": _add("content/cases/2026/2026-aixin-canzhuo/多余.txt", "没有人提到"),
    "front-matter": _add(CASE, "## 背景\n\n没有页首信息。\n"),
    "raw-data-in-tree": _add("个案.csv", "姓名,身份证号,电话,区\n示例甲,1,1,120101\n"),
}


@pytest.mark.parametrize("rule", FAULTS)
def test_the_fault_is_told_once_and_says_how_to_mend_it(rule: str, tmp_path: Path) -> None:
    FAULTS[rule](copy_demonstration(tmp_path))
    told = [each for each in checked(tmp_path).problems if each.severity is not Severity.ADVICE]
    assert [(each.rule.code, bool(each.hint)) for each in told if each.rule.code == rule] == [(rule, True)]
