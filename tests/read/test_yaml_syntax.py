from pathlib import Path

import pytest

from tests.read.factory import project

CASES = [
    ("name: 一\n\tsummary: 二\n", "yaml-tab", (2, 1), "Tab"),
    ("name:\n\t一\n", "yaml-tab", (2, 1), "Tab"),
    ("name: 一\n---\nname: 二\n", "yaml-documents", (2, 1), "几份文档"),
    ("name: 'x\nsummary: y\n", "yaml-syntax", (1, 7), "引号没有收尾"),
    ('name: "x\n', "yaml-syntax", (1, 7), "引号没有收尾"),
    ('name: "\\z"\n', "yaml-syntax", (1, 8), "反斜杠"),
    ('name: "\\ud800"\n', "yaml-syntax", (1, 10), "反斜杠"),
    ("name: a: b\n", "yaml-syntax", (1, 8), "两个“: ”"),
    ("name: 一\nsummary\nid: p1\n", "yaml-syntax", (2, 1), "缺少冒号"),
    ("groups: [a, b\n", "yaml-syntax", (1, 9), "括号没有写完整"),
    ("groups: {a: b\n", "yaml-syntax", (1, 9), "括号没有写完整"),
    ("groups:\n  - a\n  b\n", "yaml-syntax", (3, 3), "缺少冒号"),
    ("groups:\n  - a\n  b: c\n", "yaml-syntax", (3, 3), "- "),
    ("name: 一\n  summary: 二\n", "yaml-syntax", (2, 10), "两个“: ”"),
    ("  name: 一\nsummary: 二\n", "yaml-syntax", (2, 1), "缩进"),
    ("name: 'a' b\n", "yaml-syntax", (1, 11), "引号后面"),
    ("name: @x\n", "yaml-syntax", (1, 7), "符号开头"),
    ("name: `x\n", "yaml-syntax", (1, 7), "符号开头"),
    ("name: %x\n", "yaml-syntax", (1, 7), "符号开头"),
    ("name: - x\n", "yaml-syntax", (1, 7), "不该写"),
    ("name: *x\n", "alias", (1, 7), "引用"),
    ("name: & x\n", "yaml-syntax", (1, 8), "特殊含义"),
    ("name: !<x x\n", "yaml-syntax", (1, 10), "特殊含义"),
    ("%YAML 9.0\n---\nname: x\n", "yaml-syntax", (1, 1), "YAML"),
    ("name: ,x\n", "yaml-syntax", (1, 7), "逗号"),
    ("name: | x\n", "yaml-syntax", (1, 9), "后面还有文字"),
    ("name: *,x\n", "yaml-syntax", (1, 8), "特殊含义"),
    ('name: "x\n---\n', "yaml-syntax", (1, 7), "引号没有收尾"),
    ("name：一\nsummary: 二\n", "yaml-syntax", (1, 5), "中文的"),
    ("name: 一\nsummary：二\nid: p1\n", "yaml-syntax", (2, 8), "中文的"),
    ("name: 一\nitems:\n  - id：a\n    name: b\n", "yaml-syntax", (3, 7), "中文的"),
    ("name: 一\n  注意：二\n  summary: 三\n", "yaml-syntax", (3, 10), "两个“: ”"),
    ("name：一\nsummary：二\n", "yaml-shape", (1, 1), "一段文字"),
]


@pytest.mark.parametrize(("text", "rule", "place", "words"), CASES, ids=[repr(case[0]) for case in CASES])
def test_broken_yaml_is_explained_at_its_place(
    tmp_path: Path, text: str, rule: str, place: tuple[int, int], words: str
) -> None:
    reading = project(tmp_path, text)
    assert (reading.rules, reading.place) == ([rule], place)
    assert words in reading.only.message
