"""What libyaml says of broken YAML to one problem in plain Chinese; the file's own words are never repeated."""

from __future__ import annotations

import re
from typing import NamedTuple

from yaml.error import Mark, MarkedYAMLError, YAMLError

from generator.model.problem import Location, Problem
from generator.model.rule import Rule
from generator.read.yaml_problems import ALIAS, YAML_DEPTH, YAML_DOCUMENTS, YAML_SYNTAX, YAML_TAB


class _Reading(NamedTuple):
    """How one message of libyaml reads: `at_start` points at where the unfinished thing began."""

    said: str
    rule: Rule
    message: str
    hint: str
    at_start: bool = False


_QUOTE = "给文字补上成对的引号；文字里有引号时，整段用另一种引号括起来。"
_SPECIAL = '给这一项的内容加上英文引号，例如 名称: "@示例"。'
_INDENT = "检查这一行和上一行开头的空格：同一层的项要对齐，下一层多空两格。"

READINGS = (
    _Reading("found a tab character", YAML_TAB, "这一行用了制表符（Tab）缩进。", "把 Tab 换成空格，每层两个空格。"),
    _Reading(
        "but found another document",
        YAML_DOCUMENTS,
        "一份文件里写了几份文档（用 --- 隔开）。",
        "每份文件只写一条记录，其余的另存为单独的文件。",
    ),
    _Reading("undefined alias", ALIAS, "以 * 号开头的内容会被当作引用。", "给整段文字加上英文引号。"),
    _Reading(
        "maximum nesting depth", YAML_DEPTH, "层次太深，文件没有读取。", "删去多余的括号和缩进，一条记录最多三层。"
    ),
    _Reading(
        "while scanning a quoted scalar found unexpected", YAML_SYNTAX, "从这里开始的引号没有收尾。", _QUOTE, True
    ),
    _Reading("escape", YAML_SYNTAX, "双引号里的反斜杠写法不对。", "把双引号换成单引号，或把 \\ 写成 \\\\。"),
    _Reading(
        "mapping values are not allowed",
        YAML_SYNTAX,
        "同一行里出现了两个“: ”，或这一行缩进不对。",
        "给含有冒号的内容加上英文引号；" + _INDENT,
    ),
    _Reading(
        "could not find expected ':'",
        YAML_SYNTAX,
        "这一行缺少冒号，或没有接上前一行。",
        "写成“名称: 内容”，英文冒号后空一格；多行文字要比名称多缩进两格。",
        True,
    ),
    _Reading(
        "while parsing a flow",
        YAML_SYNTAX,
        "从这里开始的方括号或花括号没有写完整。",
        "检查括号是否成对、各项之间是否用英文逗号隔开。",
        True,
    ),
    _Reading("did not find expected '-'", YAML_SYNTAX, "列表里有一行不以“- ”开头，或没有对齐。", _INDENT),
    _Reading("did not find expected key", YAML_SYNTAX, "这一行的缩进与前面的项对不上，或引号后面还有文字。", _INDENT),
    _Reading("document start", YAML_SYNTAX, "这一行的缩进比第一项少。", _INDENT),
    _Reading("cannot start any token", YAML_SYNTAX, "内容不能以这个符号开头。", _SPECIAL),
    _Reading(
        "block sequence entries are not allowed",
        YAML_SYNTAX,
        "“- ”写在了不该写的地方。",
        "列表从名称的下一行开始，每行以“- ”开头。",
    ),
    _Reading(
        "parsing a block node",
        YAML_SYNTAX,
        "这里应当是内容，却是逗号或括号。",
        "删去多余的符号，或给整段文字加上英文引号。",
    ),
    _Reading(
        "scanning a block scalar",
        YAML_SYNTAX,
        "| 号或 > 号后面还有文字。",
        "多行文字从下一行写起，比名称多缩进两格；只有一行时给文字加上英文引号。",
    ),
    _Reading("anchor", YAML_SYNTAX, "以 & 或 * 号开头的内容有特殊含义。", _SPECIAL),
    _Reading("scanning an alias", YAML_SYNTAX, "以 & 或 * 号开头的内容有特殊含义。", _SPECIAL),
    _Reading("mapping keys are not allowed", YAML_SYNTAX, "以 ? 号开头的内容有特殊含义。", _SPECIAL),
    _Reading("unexpected ':'", YAML_SYNTAX, "方括号或花括号里的冒号写法不对。", _SPECIAL),
    _Reading("tag", YAML_SYNTAX, "以 ! 号开头的内容有特殊含义。", _SPECIAL),
    _Reading("directive", YAML_SYNTAX, "以 % 号开头的行有特殊含义。", _SPECIAL),
)
"""First match wins; the longer phrases stand before the words they contain."""

_WIDE_COLON = re.compile(r"(?:\w{1,20}|\s+(?:- )?[A-Za-z_][A-Za-z0-9_]*)\s?：")
"""A line of text that goes on is indented, and may begin with Chinese words and such a colon; a name does not."""
_OTHER = _Reading("", YAML_SYNTAX, "这里的写法不符合 YAML 格式。", _INDENT)


def syntax_problem(error: YAMLError, text: str, file: str) -> Problem:
    """A file that is not YAML: everything in it is left out, and one place is named."""
    if not isinstance(error, MarkedYAMLError):
        return Problem(YAML_SYNTAX, Location(file), _OTHER.message, _OTHER.hint)
    said = f"{error.context or ''} {error.problem or ''}"
    reading = next((reading for reading in READINGS if reading.said in said), _OTHER)
    start, end = error.context_mark, error.problem_mark
    mark = (start or end) if reading.at_start else (end or start)
    if mark is not None and text[mark.index : mark.index + 1] == "\t":
        reading = READINGS[0]
    if reading.rule is YAML_SYNTAX and mark is not None and (wide := _wide_colon(text, mark.line)):
        said = "这一行的冒号是中文的（：），程序只认英文的。"
        return Problem(YAML_SYNTAX, Location(file, *wide), said, "写成“名称: 内容”：英文冒号，后面空一格。")
    return Problem(reading.rule, _place(mark, file), reading.message, reading.hint)


def _wide_colon(text: str, line: int) -> tuple[int, int] | None:
    """Line and column of a colon of the wrong width behind a name, in the line of the fault or the one above it."""
    lines = [(number, each) for number, each in enumerate(text.split("\n")[: line + 1], start=1) if each.strip()]
    found = ((number, _WIDE_COLON.match(each)) for number, each in reversed(lines[-2:]))
    return next(((number, match.end()) for number, match in found if match), None)


def _place(mark: Mark | None, file: str) -> Location:
    return Location(file) if mark is None else Location(file, mark.line + 1, mark.column + 1)
