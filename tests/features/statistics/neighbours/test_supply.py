"""Supply entries attacked: what they tell is found by trying every pair of numbers."""

from __future__ import annotations

from itertools import product

import pytest

from generator.features.statistics.neighbours.supply import Places, find_fault

WORDS = ("some", "few", "full", "ask")


def said(quota: int | None, word: str = "", left: int | None = None, unit: str = "household") -> Places:
    return Places(quota, unit, left, word, "open")


@pytest.mark.parametrize(
    ("now", "kind"),
    [
        (said(10, left=6), "number"),
        (said(None, left=6), "number"),
        (said(3, "ask"), "small"),
        (said(10, "few"), "band"),
        (said(10, "full"), "band"),
        (said(10, "ask"), None),
        (said(0, "full"), None),
        (said(100, "few"), None),
        (said(None, "few"), None),
        (said(10, left=6, unit="item"), None),
        (said(3, "few", unit="item"), None),
        (said(3, "ask", unit=""), "small"),
    ],
)
def test_an_entry_alone(now: Places, kind: str | None) -> None:
    found = find_fault(now, (), 5)
    assert (found and found.kind) == kind


def test_ten_places_less_six_are_four_households() -> None:
    found = find_fault(said(10, left=6), (), 5)
    assert found and found.helped == (4, 4)


def may_be(state: Places) -> set[int]:
    """Numbers of helped households under what an entry said, from the words of its declaration: a fifth, five."""
    quota = state.quota or 0
    if state.left is not None:
        return {quota - state.left}
    few = max(5, quota // 5)
    meant = {"full": range(6), "few": range(few + 1), "some": range(few + 1, quota + 1), "ask": range(quota + 1)}
    return {quota - left for left in meant[state.word]}


def spread(pairs: list[tuple[int, int]], at: int) -> int:
    numbers = {pair[at] for pair in pairs}
    return max(numbers) - min(numbers)


@pytest.mark.parametrize("quota", [11, 12, 17, 30])
def test_two_moments_are_found_exactly_where_trying_every_pair_finds_them(quota: int) -> None:
    """An old number or an old word, then a word, or more places and a word."""
    old = [*(said(quota, left=left) for left in range(quota + 1)), *(said(quota, word) for word in WORDS)]
    for before, word, more in product(old, WORDS, (0, 4)):
        now, silent = said(quota + more, word), said(quota + more, "ask")
        told, known = (
            [pair for pair in product(may_be(before), may_be(each)) if pair[0] <= pair[1]] for each in (now, silent)
        )
        narrow = any(told and spread(told, at) < min(5, spread(known, at)) for at in (0, 1))
        assert (find_fault(now, (before,), 5) is not None) == narrow, (before, now)


def test_what_was_told_before_is_no_fault_of_today() -> None:
    assert find_fault(said(100, "ask"), (said(100, left=98),), 5) is None


def test_that_it_was_committed_makes_it_no_better() -> None:
    now, before = said(12, "some"), said(12, left=7)
    assert find_fault(now, (before, now), 5) == find_fault(now, (before,), 5) is not None
