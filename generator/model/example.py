"""What the engine says of a fault that its tests make, and how the file looks before and after it is mended."""

from __future__ import annotations

from typing import NamedTuple


class ExampleLine(NamedTuple):
    """A line of a file, counted from 1; `is_marked` where the fault stands or was mended."""

    number: int
    text: str
    is_marked: bool


class Excerpt(NamedTuple):
    """The lines of a file that matter."""

    file: str
    lines: tuple[ExampleLine, ...]


class Example(NamedTuple):
    """A problem as it is told; `bad` and `good` are None where the fault is not in what somebody wrote."""

    severity: str
    message: str
    hint: str
    bad: Excerpt | None
    good: Excerpt | None
