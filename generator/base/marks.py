"""A text to the marks under which points are looked up: its signs, pairs of neighbours, and both its ends once more.

Each is known by one of `MARK_COUNT` numbers, which some of them share. A long text has more of them, so each counts
less there. `theme/assets/danger/points.js` does the same; syllables have marks in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from generator.base.fnv import fnv_1a
from generator.base.pairs import han_runs

MARK_COUNT = 2**16
_USUAL, _SHORTEST, _LONGEST = 12, 4, 60
"""Signs of a text in which everything counts as it is written; no text counts as shorter or longer than these."""


def marks(text: str) -> frozenset[int]:
    """What a folded text has, by its Han signs."""
    return frozenset(map(mark_of, _signs(han_runs(text))))


def sound_marks(sounds: Sequence[str]) -> frozenset[int]:
    """The same by its syllables."""
    return frozenset(map(mark_of, _syllables(sounds)))


@lru_cache(MARK_COUNT)
def mark_of(signs: str) -> int:
    """FNV-1a of what was written so; thousands of sayings are made of the same signs."""
    return fnv_1a(signs) % MARK_COUNT


def signs_in(text: str) -> int:
    """How many Han signs a text has."""
    return sum(map(len, han_runs(text)))


def share(signs: int) -> float:
    """What each mark counts in a text of so many signs or syllables."""
    return float((_USUAL / min(max(signs, _SHORTEST), _LONGEST)) ** 0.5)


def _signs(runs: Sequence[str]) -> Iterator[str]:
    for run in runs:
        yield from run
        yield from (one + other for one, other in pairwise(run))
    if runs:
        yield from _ends(runs[0], runs[-1], "")


def _syllables(sounds: Sequence[str]) -> Iterator[str]:
    yield from sounds
    yield from (f"{one} {other}" for one, other in pairwise(sounds))
    if sounds:
        yield from _ends(sounds, sounds, " ")


def _ends(first: Sequence[str], last: Sequence[str], between: str) -> Iterable[str]:
    for count in (1, 2):
        yield f"^{between.join(first[:count])}"
        yield f"{between.join(last[-count:])}$"
