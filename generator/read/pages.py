"""A page that people wrote to the problems of its encoding and of the lines above it, which MkDocs would not name."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from generator.model.problem import Location, Problem
from generator.model.trust import Trust
from generator.read.names import shown
from generator.read.problems import ENCODING, FRONT_MATTER_KEY
from generator.read.text import decode
from generator.read.yaml_problems import FRONT_MATTER
from generator.read.yaml_syntax import syntax_problem

_FRONT = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*\n", re.DOTALL)
"""What MkDocs takes for the lines above a page; where they say nothing to it, it prints them to the public."""

_HEADER = re.compile(r" {0,3}([A-Za-z0-9_-]+):")
_UNCLOSED = re.compile(r"-{3}[ \t]*\n\w+[:：]")


def check_page(root: Path, file: str, trust: Trust) -> Iterator[Problem]:
    """What keeps the page from being shown as it was meant."""
    try:
        data = (root / file).read_bytes()
    except OSError:
        return  # told where files are looked for
    if not data.removeprefix(BOM_UTF8).strip():
        return
    text, problems = decode(data, file)
    if text is None:
        yield from problems
    elif any(problem.rule.code == ENCODING.code for problem in problems):
        yield _encoding(file)
    else:
        yield from _check_front(text.replace("\r\n", "\n").replace("\r", "\n"), file, trust)


def _check_front(text: str, file: str, trust: Trust) -> Iterator[Problem]:
    found = _FRONT.match(text)
    if found is None:
        yield from (_not_closed(file),) if _UNCLOSED.match(text) else ()
        yield from _find_refused(_header_keys(text), text, file, trust)
        return
    lines = f"\n{found[1]}"  # so that they keep their numbers
    try:
        front = yaml.load(lines, yaml.CSafeLoader)
    except yaml.YAMLError as error:
        yield syntax_problem(error, lines, file)
        return
    except ValueError:  # a day that no calendar has
        yield _no_pairs(file, found[1])
        return
    if isinstance(front, dict):
        yield from _find_refused((str(key) for key in front), text, file, trust)
    elif front is not None and "：" in found[1]:
        yield _no_pairs(file, found[1])


def _header_keys(text: str) -> Iterator[str]:
    """Without marks around them MkDocs takes `name: text` on the first lines for the same, until an empty one."""
    for line in text.split("\n"):
        found = _HEADER.match(line)
        if found is None and not line.startswith(("    ", "\t")):
            return
        if found:
            yield found[1].lower()


def _find_refused(keys: Iterable[str], text: str, file: str, trust: Trust) -> Iterator[Problem]:
    lines = [line.strip().strip("\"'").lower() for line in text.split("\n")[:200]]
    for key in keys:
        if key not in trust.front_matter:
            at = next((at for at, line in enumerate(lines, start=1) if line.startswith(key.lower())), 1)
            yield Problem(
                FRONT_MATTER_KEY,
                Location(file, at),
                f"页首信息里不能写“{shown(key)}”。",
                "只写 title（标题）、description（说明）一类的项；正文头几行写成“名称: 内容”，也算页首信息。",
            )


def _no_pairs(file: str, front: str) -> Problem:
    """Lines between the marks none of which is a pair of a name and a text: a colon of the wrong width, mostly."""
    lines = front.split("\n")
    at = next((at for at, line in enumerate(lines) if "：" in line and ": " not in line), 0)
    return Problem(
        FRONT_MATTER,
        Location(file, at + 2),
        "页首信息（两行 --- 之间）看不懂，会原样印在网页上给大家看。",
        "每行写成“名称: 内容”，用英文冒号，冒号后空一格。",
    )


def _not_closed(file: str) -> Problem:
    """Lines above a page that end nowhere: all of the page is printed as it stands in the file."""
    said = "页首信息没有收尾：第一行是 ---，下面却没有第二行 ---，会原样印在网页上。"
    return Problem(FRONT_MATTER, Location(file, 1), said, "在页首信息的最后一行下面加一行 ---。")


def _encoding(file: str) -> Problem:
    """A page in GBK or UTF-16: MkDocs reads UTF-8 alone and would stop."""
    return Problem(
        ENCODING,
        Location(file),
        "文章不是 UTF-8 编码，网页没法生成。",
        "用记事本打开，选“另存为 → 编码 UTF-8”，保存后再提交。",
    )
