"""What people are told about a rule beyond the message: what it means, why it happens, how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Explanation(NamedTuple):
    """`bad` and `good` are for rules whose fault is no site of the tests; else the tests' own files are shown."""

    title: str
    cause: str
    mending: str
    bad: str = ""
    good: str = ""


class Chapter(NamedTuple):
    """Rules that belong together, by their names in reports."""

    title: str
    lead: str
    explanations: Mapping[str, Explanation]
