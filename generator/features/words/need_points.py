"""The points by which a need is heard to what a browser asks, and what of the sayings need not be sent beside them."""

from __future__ import annotations

from collections.abc import Collection

from generator.base.house import NATIONAL
from generator.base.pairs import fold
from generator.base.point_marks import STEPS
from generator.model.cells import text_in, words_in
from generator.model.json_value import JsonObject
from generator.model.record import Record
from generator.national.points import base_of, likeliest, marks_together, point_table

_TABLES = ("need_points", "need_sounds")
"""Of signs, and of the syllables of typed pinyin."""
NEED_STEP = 0.5
"""What a point counts; `bench/learn_needs.py` learns in such steps."""
_AMONG = 3
"""Of the likeliest kinds so many are answered with."""
_JOINTS = str.maketrans("", "", "_-.")


def need_points(kinds: Collection[str]) -> JsonObject:
    """What a point counts (`step`), the `steps` there are, and the bases of `signs` and `sounds` by kind."""
    signs, sounds = (base_of(point_table(name), kinds) for name in _TABLES)
    return {"step": NEED_STEP, "steps": list(STEPS), "signs": signs, "sounds": sounds}


def need_marks(kinds: Collection[str]) -> bytes:
    """The marks of signs and those of sounds."""
    return marks_together(_TABLES, kinds)


def points_tell(saying: Record) -> bool:
    """Whether the points tell what a shipped saying means first; what a bureau says itself is always sent."""
    if not saying.origin.file.startswith(f"{NATIONAL}/"):
        return False
    phrase = fold(text_in(saying, "phrase")).translate(_JOINTS)
    first = words_in(saying, "needs")[:1]
    return bool(first) and first[0] in likeliest(point_table("need_points"), phrase, _AMONG)
