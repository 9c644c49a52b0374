"""A page that people wrote to the problems of its encoding and of the lines above it, which MkDocs would not name."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from generator.model.problem import Location, Problem
from generator.model.trust import Trust
from generator.read.file_problems import ENCODING, page_encoding
from generator.read.front_matter_problems import (
    front_matter_key_refused,
    front_matter_not_closed,
    front_matter_without_pairs,
)
from generator.read.text import decode
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
        yield page_encoding(file)
    else:
        yield from _check_front(text.replace("\r\n", "\n").replace("\r", "\n"), file, trust)


def _check_front(text: str, file: str, trust: Trust) -> Iterator[Problem]:
    found = _FRONT.match(text)
    if found is None:
        yield from (front_matter_not_closed(file),) if _UNCLOSED.match(text) else ()
        yield from _find_refused(_header_keys(text), text, file, trust)
        return
    lines = f"\n{found[1]}"  # so that they keep their numbers
    try:
        front = yaml.load(lines, yaml.CSafeLoader)
    except yaml.YAMLError as error:
        yield syntax_problem(error, lines, file)
        return
    except ValueError:  # a day that no calendar has
        yield front_matter_without_pairs(file, found[1])
        return
    if isinstance(front, dict):
        yield from _find_refused((str(key) for key in front), text, file, trust)
    elif front is not None and "：" in found[1]:
        yield front_matter_without_pairs(file, found[1])


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
            yield front_matter_key_refused(Location(file, at), key)
