"""The points by which a danger is heard, as they were learnt (bench/learn_danger.py), to what a browser asks."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache

from generator.base.house import NATIONAL, engine_root
from generator.base.packed import stemmed
from generator.model.json_value import JsonObject

_QUIET = ""
"""The kind of what is no danger."""
_SAID = 14
"""Points for a kind of danger of which a shipped phrase was heard: enough where hardly anything speaks against it."""


def danger_points(kinds: Container[str]) -> JsonObject:
    """`base` by kind, `said` for a phrase, `rows` of `[kind, points, words]`; of kinds with a card, and of none."""
    rows = [row for row in _rows() if row[0] == _QUIET or row[0] in kinds]
    return {
        "said": _SAID,
        "base": {kind: float(points) for kind, points, words in rows if not words},
        "rows": [[kind, int(points), stemmed(words.split(";"))] for kind, points, words in rows if words],
    }


def groups_in_points() -> Iterator[str]:
    """The words by which points name groups."""
    yield from (word for _, _, words in _rows() for word in words.split(";") if "." in word)


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    lines = (engine_root() / NATIONAL / "danger_points.csv").read_text("utf-8").splitlines()
    return tuple((kind, points, words) for kind, points, words in (line.split(",") for line in lines[1:]))
