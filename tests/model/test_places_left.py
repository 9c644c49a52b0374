"""What a word about places leaves open, counted by trying every number of helped households."""

from __future__ import annotations

from collections import defaultdict

import pytest

from generator.model.places_left import Helped, PlacesLeft, bounds_in_time, helped_between, word_for


def numbers_behind(quota: int, k: int) -> dict[PlacesLeft, list[int]]:
    """Every number of helped households under the word that an import would write for it."""
    found: dict[PlacesLeft, list[int]] = defaultdict(list)
    for helped in range(quota + 1):
        found[word_for(quota, quota - helped, k)].append(helped)
    return found


@pytest.mark.parametrize("k", [3, 5, 10])
def test_behind_every_word_stand_at_least_k_more_numbers_than_one(k: int) -> None:
    for quota in range(k, 200):
        for helped in numbers_behind(quota, k).values():
            assert helped[-1] - helped[0] >= k, quota


def test_the_bounds_of_a_word_are_those_found_by_trying() -> None:
    for quota in range(5, 120):
        for word, helped in numbers_behind(quota, 5).items():
            assert helped_between(quota, word, 5) == (helped[0], helped[-1]), (quota, word)


def test_ten_places_say_only_to_call_whatever_is_left() -> None:
    assert {word_for(10, left, 5) for left in range(11)} == {PlacesLeft.ASK}
    assert {word_for(11, left, 5) for left in range(12)} == {PlacesLeft.FEW, PlacesLeft.SOME}


def test_full_may_mean_that_five_are_left() -> None:
    assert helped_between(240, PlacesLeft.FULL, 5) == helped_between(240, "", 5, is_full=True) == (235, 240)


def test_numbers_never_fall_in_time() -> None:
    """Counted by hand: 80 to 100, then 0 to 84 leaves 80 to 84 at both moments."""
    assert bounds_in_time((Helped(80, 100), Helped(0, 84))) == (Helped(80, 84), Helped(80, 84))
    assert bounds_in_time((Helped(3, 3), Helped(0, 10))) == (Helped(3, 3), Helped(3, 10))
