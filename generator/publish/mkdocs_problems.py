"""What MkDocs and the frame it draws are told to be wrong with, in plain words."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.model.chapters import RUNNING
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

SHELL_WARNING = Rule(
    "shell-warning",
    Severity.WARNING,
    RUNNING,
    8,
    title="网页文章里的链接找不到",
    cause="链接写的文件在 content 里没有。",
    mending="检查文件名和相对路径；指向记录页的，写成以 / 结尾的网址。",
)


class MkDocsMeaning(NamedTuple):
    """A line of MkDocs that we know: `pattern` may name the `file`, and names the `word` that it is about."""

    pattern: re.Pattern[str]
    message: str
    hint: str


MKDOCS_MEANINGS = (
    MkDocsMeaning(
        re.compile(r"Doc file '(?P<file>[^']+)' contains a link '(?P<word>[^']*)', but the target"),
        "链接“{word}”指向的文件不存在。",
        "检查文件名和相对路径；指向记录页的链接写成以 / 结尾的网址。",
    ),
    MkDocsMeaning(
        re.compile(r"Doc file '(?P<file>[^']+)' contains a link '(?P<word>[^']*)'"),
        "链接“{word}”有问题。",
        "检查链接的写法。",
    ),
    MkDocsMeaning(
        re.compile(r"reference to '(?P<word>[^']+)' is included in the 'nav' configuration"),
        "菜单（nav）里的“{word}”不存在。",
        "改正 nav 里的文件名，或补上这个文件。",
    ),
    MkDocsMeaning(
        re.compile(r"Config value '(?P<word>[^']+)'"),
        "设置项“{word}”不正确。",
        "按 MkDocs 的说明改正 mkdocs.yml。",
    ),
)
_UNKNOWN = ("MkDocs 提示了一个问题。", "按括号里的原文检查 mkdocs.yml 或正文。")
_CRASH = ("MkDocs 没能生成页面框架。", "按括号里的原文改正主题模板或 mkdocs.yml。")


def shell_warning(place: Location, line: str, meaning: MkDocsMeaning | None, word: str) -> Problem:
    """MkDocs went on, but wants somebody to look: at the `word` that its line is about, where we know the line."""
    message, hint = (meaning.message.format(word=word), meaning.hint) if meaning else _UNKNOWN
    return Problem(SHELL_WARNING, place, f"{message}（MkDocs：{line}）", hint)


SHELL_FAILED = Rule(
    "shell-failed",
    Severity.ERROR,
    RUNNING,
    9,
    title="网页框架没有生成",
    cause="mkdocs.yml 里有 MkDocs 不认得的设置或扩展。",
    mending="照提示改正 mkdocs.yml 里的那一项。",
)


def shell_failed(place: Location, line: str, meaning: MkDocsMeaning | None = None, word: str = "") -> Problem:
    """MkDocs could not go on; its own line is kept for whoever knows it."""
    message, hint = (meaning.message.format(word=word), meaning.hint) if meaning else _CRASH
    return Problem(SHELL_FAILED, place, f"{message}（MkDocs：{line}）", hint)


FRAME_MARK = Rule(
    "frame-mark",
    Severity.ERROR,
    RUNNING,
    14,
    title="主题模板少了标记",
    cause="改过的主题模板没有输出程序要填内容的位置，页面会是空的。",
    mending="对照自带主题的 main.html 补上。",
    bad="{{ page.content if page }}",
    good="照自带的 theme/overrides/main.html 保留 @@content@@ 等标记",
)


def missing_mark(template: str, mark: str) -> Problem:
    """The theme's `main.html` must print every mark, else nothing can be filled in."""
    return Problem(
        FRAME_MARK,
        Location(template),
        f"主题模板没有输出标记 {mark}，页面无法填入内容。",
        "对照自带主题的 main.html 补上这个标记。",
    )


MKDOCS_RULES = (
    SHELL_WARNING,
    SHELL_FAILED,
    FRAME_MARK,
)
