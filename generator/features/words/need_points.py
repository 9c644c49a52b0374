"""The points by which a need is heard to what a browser asks, and the sayings that need not be sent beside them."""

from __future__ import annotations

from collections.abc import Collection

from generator.base.house import NATIONAL
from generator.base.pairs import fold
from generator.base.point_marks import STEPS
from generator.model.cells import text_in, words_in
from generator.model.json_value import JsonObject
from generator.model.record import Record
from generator.national.points import likeliest, point_table, sent_points

_STEP = 0.35
"""What a point counts (`bench/learn_needs.py`)."""
_JOINTS = str.maketrans("", "", "_-.")


def need_points(kinds: Collection[str]) -> JsonObject:
    """The `step` of a point, the `steps` there are, and the table of the kinds that there are here."""
    return {"step": _STEP, "steps": list(STEPS), **sent_points(point_table("need_points"), kinds)}


def is_told(saying: Record) -> bool:
    """Whether the points tell what a shipped saying means first; what a bureau says itself is always sent."""
    if not saying.origin.file.startswith(f"{NATIONAL}/"):
        return False
    phrase = fold(text_in(saying, "phrase")).translate(_JOINTS)
    return likeliest(point_table("need_points"), phrase) == next(iter(words_in(saying, "needs")), "")
