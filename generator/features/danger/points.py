"""The points by which a danger is heard to what a browser asks."""

from __future__ import annotations

from collections.abc import Collection

from generator.base.point_marks import STEPS
from generator.model.json_value import JsonObject
from generator.national.points import base_of, marks_together, point_table

_TABLES = ("danger_points", "danger_sounds")
_QUIET = "none"
"""The kind of what is no danger."""
PHRASE_POINTS = 4
"""Points for a kind of danger of which a shipped phrase was heard: it tips what stands near the edge."""
DOUBT = 8
"""So many more a danger needs that is heard by its sound although it was written: much sounds like it and is not."""

SECOND_WITHIN = 2.7
"""A second kind that has fewer points than the first by less than this is named on its card."""


def danger_points(kinds: Collection[str]) -> JsonObject:
    """`said` for a phrase, `doubt`, `beside`, the `steps` of points, and the bases of `signs` and `sounds` by kind."""
    signs, sounds = (base_of(point_table(name), _heard(kinds)) for name in _TABLES)
    rules: JsonObject = {"said": PHRASE_POINTS, "doubt": DOUBT, "beside": SECOND_WITHIN, "steps": list(STEPS)}
    return {**rules, "signs": signs, "sounds": sounds}


def danger_marks(kinds: Collection[str]) -> bytes:
    """The marks of signs and those of sounds, with points for kinds that have a card and for none being meant."""
    return marks_together(_TABLES, _heard(kinds))


def _heard(kinds: Collection[str]) -> Collection[str]:
    return {_QUIET, *kinds}
