"""What is told of an answer does not hang on what was told before."""

from __future__ import annotations

from typing import NamedTuple

from generator.store.digests import Digester


class Day(NamedTuple):
    """Something with a name of its own, as obligations are."""

    number: int


def test_what_was_let_go_is_told_the_same_again() -> None:
    days = tuple(map(Day, range(45_000)))
    one = Digester()
    first = one.digest(days)
    assert one.digest(days) == first == Digester().digest(days)
    assert one.digest(days[0]) != one.digest(days[1])


def test_no_more_is_known_than_a_site_of_any_size_may_hold() -> None:
    one = Digester()
    one.digest(tuple(map(Day, range(45_000))))
    assert len(one._known) <= 20_000
