"""Problems of pages drawn from prose to the same with the line of the source that they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.model.problem import Problem
from generator.publish.content_problems import BLOCK_UNKNOWN, CONTENT_IMAGE, CONTENT_MARKUP, LINK_BROKEN

_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_CODE = re.compile(r"(`+).+?\1")
_FOREIGN = re.compile(r"!\[[^\]]*\]\(\s*<?(?:[a-z]+:)?//|<img\b[^>]*?\ssrc=[\"']?(?:[a-z]+:)?//", re.IGNORECASE)
_NAMED = re.compile(r"“([^”]+)”|<([a-z]+)>")


def add_lines(problems: Iterable[Problem], root: Path) -> tuple[Problem, ...]:
    """What is told of a drawn page names the line in which its author wrote it, where that can be found."""
    return tuple(_located(each, root) for each in problems)


def _located(problem: Problem, root: Path) -> Problem:
    wanted = _pattern(problem)
    name = _source(problem.location.file, root)
    file = root / name
    if wanted is None or problem.location.line is not None or file.suffix != ".md":
        return problem
    try:
        lines = file.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return problem
    line = next((at for at, text in enumerate(_without_code(lines), start=1) if wanted.search(text)), None)
    return replace(problem, location=replace(problem.location, file=name, line=line)) if line else problem


def _source(file: str, root: Path) -> str:
    """The prose that a page of the site was drawn from, where it was; any other file stays."""
    stem = file.removesuffix("/index.html") if file.endswith("/index.html") else file.removesuffix(".html")
    names = (f"content/{stem}.md", f"content/{stem}/index.md") if file.endswith(".html") else ()
    return next((each for each in names if (root / each).is_file()), file)


def _pattern(problem: Problem) -> re.Pattern[str] | None:
    """How what a problem names looks in Markdown."""
    named = _NAMED.search(problem.message)
    name = re.escape((named[1] or named[2]) if named else "")
    if problem.rule == CONTENT_IMAGE:
        return _FOREIGN
    if problem.rule == CONTENT_MARKUP and name:
        return re.compile(rf"<{name}\b", re.IGNORECASE)
    if problem.rule == BLOCK_UNKNOWN and name:
        return re.compile(rf"<!--\s*mingshan:\s*{name}\s*-->")
    if problem.rule == LINK_BROKEN and named and named[1]:
        last = re.escape(named[1].rstrip("/").rpartition("/")[2].rpartition("#")[2])
        return re.compile(rf"(?:\]\(|\]:|(?:href|src)=)[^)\s]*{last}")
    return None


def _without_code(lines: list[str]) -> Iterable[str]:
    """Code is shown, not run: its lines are empty, so that the others keep their numbers."""
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence):
            fence = ""
        elif not fence:
            yield _CODE.sub("", line)
            continue
        yield ""
