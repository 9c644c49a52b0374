"""Values of a record are read as a dictionary's are, travel as such, and share what they have in common."""

from __future__ import annotations

import pickle
import sys

import pytest

from generator.model.fields import Fields, fields

GIVEN = {"name": "示例", "groups": ("elder", "child"), "age": None}


def test_they_are_read_like_the_dictionary_they_were_made_from() -> None:
    made = fields(GIVEN)
    assert made == GIVEN
    assert {**made, "age": 3} == {**GIVEN, "age": 3}
    assert [*made.items()] == [*GIVEN.items()]
    assert ([*made], [*made.values()], len(made), "age" in made, "other" in made) == (
        *(["name", "groups", "age"], ["示例", ("elder", "child"), None], 3, True, False),
    )
    assert (made.get("age", 1), made.get("other", 1), repr(made)) == (None, 1, repr(GIVEN))
    with pytest.raises(KeyError):
        made["other"]


def test_they_travel_with_their_further_names() -> None:
    named = fields(GIVEN).also((("title", "name"), ("age", "groups")))
    assert named == {**GIVEN, "title": "示例", "age": ("elder", "child")}
    assert pickle.loads(pickle.dumps(named)) == named
    assert fields(named) is named


def test_a_hundred_take_less_than_a_third_of_as_many_dictionaries() -> None:
    names = [f"field-{number}" for number in range(48)]
    plain = [dict.fromkeys(names) for _ in range(100)]
    held = sum(map(sys.getsizeof, plain))
    made = [fields(each) for each in plain]
    assert all(isinstance(each, Fields) and each._places is made[0]._places for each in made)
    assert sum(sys.getsizeof(each) + sys.getsizeof(each._row) for each in made) * 3 < held
