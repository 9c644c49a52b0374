"""The points by which a danger is heard to what a browser asks."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection

from generator.base.point_marks import STEPS
from generator.model.json_value import JsonObject
from generator.national.points import base_of, marks_of, point_table

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
    """`said` for a phrase, `doubt`, `beside`, the `steps` of points, both tables; of kinds with a card and of none."""
    signs, sounds = (_in_base64(name, {_QUIET, *kinds}) for name in _TABLES)
    rules: JsonObject = {"said": PHRASE_POINTS, "doubt": DOUBT, "beside": SECOND_WITHIN, "steps": list(STEPS)}
    return {**rules, "signs": signs, "sounds": sounds}


def _in_base64(name: str, kinds: Collection[str]) -> JsonObject:
    """`base` by kind, and `marks` in Base64: all comes in one file, for there is time for one journey."""
    table = point_table(name)
    return {"base": base_of(table, kinds), "marks": b64encode(marks_of(table, kinds)).decode()}
