"""What MkDocs printed to problems in plain Chinese, the original line kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from generator.model.problem import Location, Problem
from generator.model.rule import Severity
from generator.publish.content import CONTENT_FOLDER
from generator.publish.problems import SHELL_FAILED, SHELL_WARNING

LEVEL = re.compile(r"(WARNING|ERROR|CRITICAL)\s+-\s+(.*)")
TEMPLATE = re.compile(r'File "(?:[^"]*/)?overrides/([^"]+)", line (\d+)')
_SETTINGS = "mkdocs.yml"
UNKNOWN, UNKNOWN_HINT = "MkDocs 提示了一个问题。", "按括号里的原文检查 mkdocs.yml 或正文。"
CRASH, CRASH_HINT = "MkDocs 没能生成页面框架。", "按括号里的原文改正主题模板或 mkdocs.yml。"

MEANINGS = (
    (
        re.compile(r"Doc file '(?P<file>[^']+)' contains a link '(?P<word>[^']*)', but the target"),
        "链接“{word}”指向的文件不存在。",
        "检查文件名和相对路径；指向记录页的链接写成以 / 结尾的网址。",
    ),
    (
        re.compile(r"Doc file '(?P<file>[^']+)' contains a link '(?P<word>[^']*)'"),
        "链接“{word}”有问题。",
        "检查链接的写法。",
    ),
    (
        re.compile(r"reference to '(?P<word>[^']+)' is included in the 'nav' configuration"),
        "菜单（nav）里的“{word}”不存在。",
        "改正 nav 里的文件名，或补上这个文件。",
    ),
    (
        re.compile(r"Config value '(?P<word>[^']+)'"),
        "设置项“{word}”不正确。",
        "按 MkDocs 的说明改正 mkdocs.yml。",
    ),
)
"""Which lines we know: the pattern (it may name the `file`), what to say and how to mend it."""


Text = Callable[[str], str]
"""Gives the text of a file of the project; none for what is no text."""


def explain_log(lines: tuple[str, ...], failed: bool, text: Text = lambda _file: "") -> tuple[Problem, ...]:
    """One problem a warning or error line; when MkDocs failed without one, its last words are the problem."""
    place = _broken_template(lines)
    problems = tuple(_explain_lines(lines, place, text))
    if failed and not any(problem.severity is Severity.ERROR for problem in problems):
        last = next((line.strip() for line in reversed(lines) if line.strip()), "没有输出")
        return (*problems, _error(place, CRASH, last, CRASH_HINT))
    return problems


def _explain_lines(lines: tuple[str, ...], place: Location, text: Text) -> Iterator[Problem]:
    for line in dict.fromkeys(lines):
        found = LEVEL.match(line)
        if found and found[1] == "WARNING":
            where, message, hint = _meaning(found[2], text) or (Location(_SETTINGS), UNKNOWN, UNKNOWN_HINT)
            yield Problem(SHELL_WARNING, where, f"{message}（MkDocs：{found[2]}）", hint)
        elif found:
            where, message, hint = _meaning(found[2], text) or (place, CRASH, CRASH_HINT)
            yield _error(where, message, found[2], hint)


def _meaning(said: str, text: Text) -> tuple[Location, str, str] | None:
    """Place, message and hint for a line we know."""
    for pattern, message, hint in MEANINGS:
        found = pattern.search(said)
        if found:
            words = found.groupdict()
            file = str(PurePosixPath(CONTENT_FOLDER, words["file"])) if "file" in words else _SETTINGS
            return _find(file, words["word"], text), message.format(**words), hint
    return None


def _find(file: str, word: str, text: Text) -> Location:
    """MkDocs names the file and what it says there, never the line."""
    lines = text(file).splitlines()
    exact = (at for at, line in enumerate(lines, start=1) if f"({word}" in line or f"<{word}>" in line)
    loose = (at for at, line in enumerate(lines, start=1) if word in line)
    return Location(file, next(exact, None) or next(loose, None))


def _broken_template(lines: tuple[str, ...]) -> Location:
    """A template that breaks ends in a traceback: the last template it names is the place."""
    places = [found for line in lines for found in TEMPLATE.finditer(line)]
    return Location(f"theme/overrides/{places[-1][1]}", int(places[-1][2])) if places else Location(_SETTINGS)


def _error(place: Location, message: str, line: str, hint: str) -> Problem:
    return Problem(SHELL_FAILED, place, f"{message}（MkDocs：{line}）", hint)
