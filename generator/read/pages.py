"""A page that people wrote to the problems of its encoding and of the lines above it, which MkDocs would not name."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.model.problem import Location, Problem
from generator.read.problems import ENCODING
from generator.read.text import decode
from generator.read.yaml_problems import FRONT_MATTER
from generator.read.yaml_syntax import syntax_problem

_FRONT = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*\n", re.DOTALL)
"""What MkDocs takes for the lines above a page; where they say nothing to it, it prints them to the public."""

_UNCLOSED = re.compile(r"-{3}[ \t]*\n\w+[:：]")


def check_page(root: Path, file: str) -> Iterator[Problem]:
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
        yield from _check_front(text.replace("\r\n", "\n"), file)


def _check_front(text: str, file: str) -> Iterator[Problem]:
    found = _FRONT.match(text)
    if found is None:
        yield from (_not_closed(file),) if _UNCLOSED.match(text) else ()
        return
    lines = f"\n{found[1]}"  # so that they keep their numbers
    try:
        front = yaml.load(lines, yaml.CSafeLoader)
    except yaml.YAMLError as error:
        yield syntax_problem(error, lines, file)
        return
    if front is not None and not isinstance(front, dict) and "：" in found[1]:
        yield _no_pairs(file, found[1])


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
