"""What libyaml says of broken YAML to one problem in plain Chinese; the file's own words are never repeated."""

from __future__ import annotations

import re

from yaml.error import Mark, MarkedYAMLError, YAMLError

from generator.model.problem import Location, Problem
from generator.read.yaml_problems import OTHER, READINGS, YAML_SYNTAX, wide_colon, yaml_unreadable

_WIDE_COLON = re.compile(r"(?:\w{1,20}|\s+(?:- )?[A-Za-z_][A-Za-z0-9_]*)\s?：")
"""A line of text that goes on is indented, and may begin with Chinese words and such a colon; a name does not."""


def syntax_problem(error: YAMLError, text: str, file: str) -> Problem:
    """A file that is not YAML: everything in it is left out, and one place is named."""
    if not isinstance(error, MarkedYAMLError):
        return yaml_unreadable(Location(file), OTHER)
    said = f"{error.context or ''} {error.problem or ''}"
    reading = next((reading for reading in READINGS if reading.said in said), OTHER)
    start, end = error.context_mark, error.problem_mark
    mark = (start or end) if reading.at_start else (end or start)
    if mark is not None and text[mark.index : mark.index + 1] == "\t":
        reading = READINGS[0]
    if reading.rule is YAML_SYNTAX and mark is not None and (wide := _wide_colon(text, mark.line)):
        return wide_colon(Location(file, *wide))
    return yaml_unreadable(_place(mark, file), reading)


def _wide_colon(text: str, line: int) -> tuple[int, int] | None:
    """Line and column of a colon of the wrong width behind a name, in the line of the fault or the one above it."""
    lines = [(number, each) for number, each in enumerate(text.split("\n")[: line + 1], start=1) if each.strip()]
    found = ((number, _WIDE_COLON.match(each)) for number, each in reversed(lines[-2:]))
    return next(((number, match.end()) for number, match in found if match), None)


def _place(mark: Mark | None, file: str) -> Location:
    return Location(file) if mark is None else Location(file, mark.line + 1, mark.column + 1)
