"""What MkDocs printed to problems in plain Chinese, the original line kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from generator.model.problem import Location, Problem
from generator.model.rule import Severity
from generator.publish.content import CONTENT_FOLDER
from generator.publish.mkdocs_problems import MKDOCS_MEANINGS, MkDocsMeaning, shell_failed, shell_warning

LEVEL = re.compile(r"(WARNING|ERROR|CRITICAL)\s+-\s+(.*)")
TEMPLATE = re.compile(r'File "(?:[^"]*/)?overrides/([^"]+)", line (\d+)')
_SETTINGS = "mkdocs.yml"


Text = Callable[[str], str]
"""Gives the text of a file of the project; none for what is no text."""


def explain_log(lines: tuple[str, ...], failed: bool, text: Text = lambda _file: "") -> tuple[Problem, ...]:
    """One problem a warning or error line; when MkDocs failed without one, its last words are the problem."""
    place = _broken_template(lines)
    problems = tuple(_explain_lines(lines, place, text))
    if failed and not any(problem.severity is Severity.ERROR for problem in problems):
        last = next((line.strip() for line in reversed(lines) if line.strip()), "没有输出")
        return (*problems, shell_failed(place, last))
    return problems


def _explain_lines(lines: tuple[str, ...], place: Location, text: Text) -> Iterator[Problem]:
    for line in dict.fromkeys(lines):
        found = LEVEL.match(line)
        if found and found[1] == "WARNING":
            where, meaning, word = _meaning(found[2], text) or (Location(_SETTINGS), None, "")
            yield shell_warning(where, found[2], meaning, word)
        elif found:
            where, meaning, word = _meaning(found[2], text) or (place, None, "")
            yield shell_failed(where, found[2], meaning, word)


def _meaning(said: str, text: Text) -> tuple[Location, MkDocsMeaning | None, str] | None:
    """For a line that we know its place, what it means and the word it is about."""
    for meaning in MKDOCS_MEANINGS:
        found = meaning.pattern.search(said)
        if found:
            words = found.groupdict()
            file = str(PurePosixPath(CONTENT_FOLDER, words["file"])) if "file" in words else _SETTINGS
            return _find(file, words["word"], text), meaning, words["word"]
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
